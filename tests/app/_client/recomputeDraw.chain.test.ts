import { randomBytes } from 'node:crypto'
import { createPublicClient, createTestClient, defineChain, http } from 'viem'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type Finding, recomputeDraw } from '#app/_client/recomputeDraw.ts'
import type { Draw } from '#app/_data/views.ts'
import { createSealer } from '#server/auth/sealing.ts'
import { closedOutbound } from '#server/compose/outbound.ts'
import { drawPrizes } from '#server/quests/draw/drawPrizes.ts'
import { finalizedBlockAt } from '#server/rollup/l2/blockAt.ts'
import { completeBy, day, newAccount, questWithPrize } from '#tests/server/quests/draw/drawFixture.ts'
import { startAnvil } from '#tests/support/anvil.ts'
import { Browser, type Site, startSite } from '#tests/support/members.ts'
import { freePort } from '#tests/support/ports.ts'

let site: Site
let anvil: Awaited<ReturnType<typeof startAnvil>>
let raffle: Draw
let tiers: Draw

/** Two quests that were drawn by a block of a real node, with blocks before and after it. */
beforeAll(async () => {
  const sealer = createSealer(`0x${randomBytes(32).toString('hex')}`)
  anvil = await startAnvil()
  site = await startSite({ deps: { outbound: { ...closedOutbound, sealer } } })
  const owner = await newAccount(site)
  const one = await questWithPrize(site, owner, { mode: 'raffle', winners: 2, token: 0, perWinner: '5' })
  const two = await questWithPrize(site, owner, { mode: 'tiers', token: 0, tiers: [{ places: 2, perWinner: '5' }] })
  for (const { slug } of [one, two]) await completeBy(site, slug, ['final', 'final', 'final', 'final'])
  const at = Date.parse((await site.members.draws.read(one)).drawsAt) / 1000
  const chain = defineChain({
    id: anvil.chainId,
    name: 'l2',
    nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
    rpcUrls: { default: { http: [anvil.url] } },
  })
  const tester = createTestClient({ chain, mode: 'anvil', transport: http(anvil.url) })
  // The last ones come late enough for the block that decides to be finalized, however far behind this node says that is.
  for (const [seconds, blocks] of [
    [at - 5, 3],
    [at + 2, 100],
  ] as const) {
    await tester.setNextBlockTimestamp({ timestamp: BigInt(seconds) })
    await tester.mine({ blocks })
  }
  site.clock.ms += day + 700_000
  const client = createPublicClient({ chain, transport: http(anvil.url), cacheTime: 0 })
  const drawn = await drawPrizes({ ...site.members.questDeps, finalizedBlockAt: (seconds) => finalizedBlockAt(client, seconds) })
  expect(drawn).toBe(2)
  raffle = await site.members.draws.read(one)
  tiers = await site.members.draws.read(two)
  const asked = globalThis.fetch
  // What a browser asks of its own site goes to the handler of the route; what it asks of L2 goes to the node.
  vi.stubGlobal('fetch', async (url: RequestInfo | URL, init?: RequestInit) => {
    if (typeof url !== 'string' || !url.startsWith('/api/draws/')) return asked(url, init)
    const { status, body } = await new Browser(site).send('draws', url)
    return Response.json(body, { status })
  })
}, 60_000)
afterAll(async () => {
  vi.unstubAllGlobals()
  await site.drop()
  await anvil.stop()
})

async function recompute(draw: Draw, l2Url = anvil.url) {
  const told: Record<string, Finding> = {}
  await recomputeDraw(draw, l2Url, (question, finding) => {
    told[question] = finding
  })
  return told
}
const all = { commitment: 'agrees', block: 'agrees', entrants: 'agrees', tickets: 'agrees', winners: 'agrees' }
const withBlock = (block: Partial<{ number: number; hash: string }>): Draw => ({
  ...raffle,
  drawn: raffle.drawn && { ...raffle.drawn, block: { ...raffle.drawn.block, ...block } },
})

it('agrees with draws that were honest', async () => {
  expect(await recompute(raffle)).toEqual(all)
  expect(await recompute(tiers)).toEqual(all)
})

it('finds a block that L2 has by another hash, and one that is not the first', async () => {
  expect(await recompute(withBlock({ hash: `0x${'ab'.repeat(32)}` }))).toMatchObject({ block: 'differs', tickets: 'differs' })
  expect(await recompute(withBlock({ number: (raffle.drawn?.block.number ?? 0) + 1 }))).toEqual({ ...all, block: 'differs' })
  expect(await recompute(withBlock({ number: (raffle.drawn?.block.number ?? 0) - 1 }))).toEqual({ ...all, block: 'differs' })
})

it('finds a seed that was not committed to', async () => {
  expect(await recompute({ ...raffle, commitment: `0x${'00'.repeat(32)}` })).toEqual({ ...all, commitment: 'differs' })
})

it('says what it could not read: the block, where L2 is away; nothing at all without the lists', async () => {
  expect(await recompute(raffle, `http://127.0.0.1:${await freePort()}`)).toEqual({ ...all, block: 'unread' })
  await expect(recompute({ ...raffle, slug: 'no-such-quest' })).rejects.toThrow('404')
})
