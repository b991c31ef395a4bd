import type { ServerResponse } from 'node:http'
import { type Address, generateKeyPairSigner } from '@solana/kit'
import { getMintToInstruction } from '@solana-program/token'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createReaders } from '#chains/adapters/index.ts'
import { solanaLocal } from '#chains/definitions/solana-local.ts'
import type { SolanaReader } from '#chains/reader.ts'
import { createCursorStore } from '#server/verify/cursorStore.ts'
import { createFollower } from '#server/verify/follower.ts'
import { parseRule } from '#server/verify/rule.ts'
import { type FreshDatabase, freshDatabase } from '#tests/support/database.ts'
import { startLyingProxy } from '#tests/support/lyingProxy.ts'
import { createLookupTable, extendLookupTable, memo, programIds } from '#tests/support/solanaInstructions.ts'
import { type QuestSide, questSide } from './follower/questSide.ts'
import { type SolanaWorld, sol, startSolanaWorld } from './solanaWorld.ts'

let world: SolanaWorld
let database: FreshDatabase
beforeAll(async () => {
  // A gap of more than 200 slots is not looked through: a busy machine must not make one.
  ;[world, database] = await Promise.all([startSolanaWorld({ slotMs: 50 }), freshDatabase()])
  await world.settle()
})
afterAll(async () => {
  await world?.stop()
  await database?.drop()
})

const never = Number.MAX_SAFE_INTEGER
const stranger = async () => (await generateKeyPairSigner()).address

function open(
  side: QuestSide,
  id: string,
  wallet: Address,
  { finality = 'latest', ...leaf }: { kind: string; params: object; finality?: string },
) {
  const context = {
    accountId: id,
    wallets: [`solana:${wallet}`],
    questStart: '2020-01-01T00:00:00Z',
    joinedAt: '2020-01-01T00:00:00Z',
    version: 1,
  }
  const rule = parseRule({ chain: solanaLocal.id, finality, ...leaf })
  side.steps.push({ participationId: id, questSlug: 'q', stepId: id, rule, context })
}

const readersOf = (url: string) => createReaders(solanaLocal, { urls: { [solanaLocal.id]: url } })

/** The same endpoint; notes from where it was asked for blocks, and who signed in them. */
const hear = (reader: SolanaReader, asked: bigint[], signed: string[]): SolanaReader => ({
  ...reader,
  async blocksWithAccounts(from, most) {
    asked.push(from)
    const blocks = await reader.blocksWithAccounts(from, most)
    signed.push(...blocks.flatMap(({ transactions }) => transactions.flatMap(({ signers }) => signers)))
    return blocks
  },
})

/** No clock unless a test moves it: only blocks make a step due. */
function followerOf(side: QuestSide, { state = never, blocks = true, readers = readersOf(world.node.url) } = {}) {
  const clock = { at: 0 }
  const cursors = createCursorStore(database.db)
  const follower = createFollower({
    port: side.port,
    evidence: world.evidence,
    readers: () => readers,
    readsBlocks: () => blocks,
    cursors,
    now: () => clock.at,
    refresh: { traced: never, state },
    watch: [solanaLocal.id],
  })
  /** Passes until the look has reached what was confirmed before; what they judged. */
  async function catchUp() {
    const newest = await world.rpc.getSlot({ commitment: 'confirmed' }).send()
    let judged = 0
    for (let passes = 0; passes < 100; passes++) {
      judged += (await follower.pass()).judged
      const [cursor] = await cursors.all()
      if (BigInt(cursor?.height ?? 0) >= newest) return judged
    }
    throw new Error('it does not keep up')
  }
  return { pass: follower.pass, catchUp, clock, cursors, readers }
}

const sent = (gte: bigint) => ({ kind: 'solana.transfer', params: { gte: String(gte) } })
const noted = { kind: 'solana.instruction', params: { programs: [programIds.memo] } }
const since = (side: QuestSide, count: number) => side.statuses().slice(count).toSorted()

describe('follower of Solana', () => {
  it('judges those only whom a block concerns: who signed for the program, holds the mint, owns the account', async () => {
    const [ann, bob, cat] = [await world.member(), await world.member(), await world.member()]
    const [dan, hal] = [await world.member(), await world.member()]
    const mint = await world.createMint(dan)
    await mint.give(bob.address, 1n)
    const token = { address: mint.address, decimals: 6, symbol: 'TOK' }
    const side = questSide()
    open(side, 'ann sends', ann.address, sent(sol))
    open(side, 'ann notes', ann.address, noted)
    open(side, 'hal notes', hal.address, noted)
    open(side, 'bob holds', bob.address, { kind: 'solana.token', params: { mint: token, gte: '5' } })
    open(side, 'bob receives', bob.address, {
      kind: 'solana.transfer',
      params: { mint: token, direction: 'received', by: 'balance', gte: '4' },
    })
    open(side, 'cat has', cat.address, { kind: 'solana.account', params: { address: '$account', lamports: String(21n * sol) } })
    const { pass, catchUp } = followerOf(side)
    expect(await pass()).toMatchObject({ open: 6, judged: 6 })

    // Others act, with the same program, mint and coins.
    const passer = await stranger()
    await world.send(dan, [world.pay(dan, passer, sol), memo('gm', { signers: [dan] })])
    expect(await catchUp()).toBe(0)
    await mint.give(passer, 100n)
    expect(await catchUp()).toBe(0)
    // Hal is named beside the program, but he did not sign.
    await world.send(dan, [world.pay(dan, hal.address, sol), memo('for hal', { signers: [dan] })])
    expect(await catchUp()).toBe(0)

    await world.send(ann, [world.pay(ann, passer, sol / 2n)])
    expect(await catchUp()).toBe(1)
    await world.send(ann, [memo('gm', { signers: [ann] })])
    expect(await catchUp()).toBe(2)
    // Names neither bob nor cat as a signer; bob only as the owner of an account.
    const more = { mint: mint.address, token: await mint.accountOf(bob.address), mintAuthority: dan, amount: 4n }
    await world.send(dan, [getMintToInstruction(more, { programAddress: mint.program })])
    expect(await catchUp()).toBe(2)
    await world.send(dan, [world.pay(dan, cat.address, sol)])
    expect(await catchUp()).toBe(1)
    expect(since(side, 6)).toEqual(['ann notes:pass', 'ann sends:fail', 'bob holds:pass', 'bob receives:pass', 'cat has:pass'])
  })

  it('sees whom only a lookup table names, and waits for finality', async () => {
    const [eve, payer] = [await stranger(), await world.member()]
    const side = questSide()
    open(side, 'eve', eve, { kind: 'solana.transfer', params: { direction: 'received', gte: String(sol) }, finality: 'finalized' })
    const { catchUp } = followerOf(side)
    const { table, instruction } = await createLookupTable(payer, await world.rpc.getSlot({ commitment: 'finalized' }).send())
    await world.send(payer, [instruction, extendLookupTable(table, payer, [eve])])
    await world.settle()
    await catchUp()
    expect(await catchUp()).toBe(0)
    // She is judged, but this validator lists the transaction for nobody whom only a table names.
    await world.send(payer, [world.pay(payer, eve, sol)], { tables: { [table]: [eve] } })
    expect(await catchUp()).toBe(1)
    await world.send(payer, [world.pay(payer, eve, sol)])
    await catchUp()
    await world.settle()
    await catchUp()
    expect([...new Set(side.statuses())]).toEqual(['eve:fail', 'eve:pending', 'eve:pass'])
  })

  it('goes on from where it stopped, some blocks at a time, also when it was stopped on the way', async () => {
    const members = [await world.member(), await world.member(), await world.member()]
    const { catchUp, cursors, readers } = followerOf(questSide())
    await catchUp()
    const [start] = await cursors.all()
    const passer = await stranger()
    for (const member of members) {
      await world.send(member, [world.pay(member, passer, sol)])
      await new Promise((resolve) => setTimeout(resolve, 1000))
    }
    const asked: bigint[] = []
    const signed: string[] = []
    const heard = readers.flatMap((reader) => (reader.vm === 'solana' ? [hear(reader, asked, signed)] : []))
    const end = await world.rpc.getSlot({ commitment: 'confirmed' }).send()
    // Each process makes one look and is gone.
    for (let looks = 0; looks < 50 && BigInt((await cursors.all())[0]?.height ?? 0) < end; looks++)
      await followerOf(questSide(), { readers: heard }).pass()
    expect(asked.length).toBeGreaterThan(3)
    expect(asked[0]).toBe(BigInt(start?.height ?? 0) + 1n)
    expect(members.map(({ address }) => signed.filter((signer) => signer === address).length)).toEqual([1, 1, 1])
  })

  it.each([
    ['forbids them', async (response: ServerResponse) => void response.writeHead(403).end()],
    ['limits them', async (response: ServerResponse) => void response.writeHead(429, { 'retry-after': '30' }).end()],
  ])('goes by the clock while the endpoint %s, and by blocks again', async (_how, refuse) => {
    const proxy = await startLyingProxy(world.node.url)
    try {
      const fay = await world.member()
      const side = questSide()
      open(side, 'fay', fay.address, sent(sol))
      const { pass, clock, catchUp } = followerOf(side, { state: 15_000, readers: readersOf(proxy.url) })
      await catchUp()
      proxy.tell({
        name: 'no blocks',
        async respond({ body, response }) {
          const refused = body.includes('"accounts"')
          if (refused) await refuse(response)
          return refused
        },
      })
      await world.send(fay, [world.pay(fay, await stranger(), sol / 2n)])
      expect(await pass()).toMatchObject({ judged: 0 })
      clock.at += 14_999
      expect(await pass()).toMatchObject({ judged: 0 })
      clock.at += 1
      expect(await pass()).toMatchObject({ judged: 1, recorded: 1 })
      clock.at += 15_000
      expect(await pass()).toMatchObject({ judged: 1, recorded: 0 })
      proxy.tell(null)
      clock.at += 5000
      await catchUp()
      await world.send(fay, [world.pay(fay, await stranger(), sol)])
      expect(await catchUp()).toBe(1)
      expect(side.statuses()).toEqual(['fay:fail', 'fay:fail', 'fay:pass'])
    } finally {
      await proxy.stop()
    }
  })

  it('asks for no blocks where they are not to be read', async () => {
    const gus = await world.member()
    const side = questSide()
    open(side, 'gus', gus.address, sent(sol))
    const { pass, clock, readers } = followerOf(side, { state: 15_000, blocks: false })
    await pass()
    await world.send(gus, [world.pay(gus, await stranger(), sol)])
    const before = readers[0]?.requests() ?? 0
    for (let n = 0; n < 20; n++) await pass()
    expect((readers[0]?.requests() ?? 0) - before).toBe(0)
    clock.at += 15_000
    expect(await pass()).toMatchObject({ judged: 1, recorded: 1 })
    expect(side.statuses()).toEqual(['gus:fail', 'gus:pass'])
  })
})
