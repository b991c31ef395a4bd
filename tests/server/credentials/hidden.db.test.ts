import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { orNull } from '#app/_data/orNull.ts'
import { siteMap } from '#app/_data/siteMap.ts'
import { credentialCard, profileCard } from '#app/_share/cardContent.ts'
import { credentialCardRoute } from '#app/_share/cards.tsx'
import { badgeRoute, embedRoute } from '#app/_share/drawings.ts'
import { keepPictures } from '#app/_share/keptPictures.ts'
import type { ShareDeps } from '#app/_share/shareRoute.ts'
import { deployments, rollupTxs, rollupWallets } from '#drizzle/schema/index.ts'
import { createRestHandler } from '#server/api/public/restHandler.ts'
import { appRouter } from '#server/api/routers/appRouter.ts'
import { createCallerFactory } from '#server/api/trpc.ts'
import { domainOf } from '#server/rollup/protocol/batch.ts'
import { encodeLedgerTx, signLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { Browser, dataOf, evmWallet, origin, type Site, startSite } from '#tests/support/members.ts'
import { slotDomain } from '#tests/support/slotFixture.ts'
import { addQuest, addSpace, newWorld, sealWorldBatch, type WorldCredential, worldIssuer } from '#tests/support/xpWorld.ts'

/** What nothing else in an answer looks like. */
const [leaf, questIndex, batch] = [4_000_071, 7171, 7]
const claimHash = `0x${'c1'.repeat(32)}`
const wallet = evmWallet()
const handle = 'quiet-holder'

let site: Site
let owner: Browser
let stranger: Browser
let me: string
let cube: WorldCredential
let mint: string

beforeAll(async () => {
  const document = { holder: wallet.id, quest: `world-quest-${questIndex}` }
  site = await startSite({ deps: { platform: worldIssuer, exporter: { exportCredential: async () => document } } })
  const place = { chainId: slotDomain.chainId, address: slotDomain.rollup, blockNumber: 1 }
  await site.db.insert(deployments).values(['rollup', 'inbox'].map((name) => ({ name, ...place })))
  ;[owner, stranger] = [new Browser(site), new Browser(site)]
  me = (await owner.signIn(wallet)).accountId
  await stranger.signIn(evmWallet())
  await site.members.accounts.updateHandle({ accountId: me, handle })
  const world = { ...newWorld(site.db), accounts: 100, next: leaf }
  const other = (await stranger.session()).accountId as string
  const spaces = { quiet: await addSpace(world, other, 'quiet-space'), loud: await addSpace(world, other, 'loud-space') }
  const quest = await addQuest(world, { index: questIndex, spaceId: spaces.quiet, points: 300, category: 4 })
  const shown = await addQuest(world, { index: 2, spaceId: spaces.loud, points: 20, category: 3 })
  const timestamp = Math.floor(site.clock.ms / 1000)
  const [made] = await sealWorldBatch(world, { number: batch, timestamp, mints: [{ account: me, quest }] })
  await sealWorldBatch(world, { number: batch + 1, timestamp, mints: [{ account: me, quest: shown }] })
  if (!made) throw new Error('no credential')
  cube = made
  await site.db.insert(rollupWallets).values({ wallet: wallet.id, account: 51, batch })
  const domain = domainOf(slotDomain.chainId, slotDomain.rollup)
  const claim = { kind: 'claimReward', account: 51, nonce: 0, fee: 0n, credential: leaf } as const
  await site.db.insert(rollupTxs).values({
    ...{ key: claimHash, kind: 'ledger', entry: 'claimReward', payload: {}, status: 'final', batch: batch + 1, account: 51, nonce: 0 },
    words: encodeLedgerTx(signLedgerTx(fastHasher, claim, { domain, secret: 9n })),
  })
  const { rows } = await site.pool.query(`select tx_id from credentials where id = $1`, [cube.id])
  mint = rows[0].tx_id
})
afterAll(() => site.drop())

/** What an answer about the member may not say, and what one about the CUBE, its leaf, its batch or its mint may not. */
const questWords = [`world-quest-${questIndex}`, `Quest ${questIndex}`, `クエスト ${questIndex}`]
const words = {
  holder: () => [...questWords, 'quiet-space', cube.id, String(leaf), leaf.toString(16)],
  cube: () => [...questWords, 'quiet-space', handle, me, wallet.id, wallet.address],
  /** A board of the quest's space or category. */
  board: () => [handle, me, wallet.id],
}

type Way = { name: string; about: keyof typeof words; read(by: Browser): Promise<unknown> }
const trpc = (about: Way['about'], path: string, input: () => object): Way => ({
  name: `${path} ${about}`,
  about,
  read: async (by) => (await by.query(path, input())).body,
})
const rest = (about: Way['about'], path: () => string): Way => ({
  name: `rest ${path}`,
  about,
  read: async () => (await createRestHandler(site.api)(new Request(`${origin}${path()}`))).text(),
})
const share = (about: Way['about'], name: string, read: (deps: ShareDeps) => Promise<unknown>): Way => ({
  name,
  about,
  read: () => {
    const api = createCallerFactory(appRouter)({ ...site.api, requestId: 'hidden', ip: 'test', session: null })
    return read({
      record: (index) => orNull(api.explorer.record({ index })),
      quest: (slug) => orNull(api.quests.bySlug({ slug })),
      async member(name) {
        const person = await orNull(api.people.byHandle({ handle: name }))
        return person && { person, xp: (await api.reputation.standing({ accountId: person.id })).xp }
      },
      ...{ pictures: keepPictures({ most: 10, atOnce: 1 }), limiter: site.api.limiter, origin, now: () => site.clock.ms },
      failed: (error) => {
        throw error
      },
    })
  },
})
const text = async (response: Promise<Response>) => (await response).text()
const get = (path: string) => new Request(`${origin}${path}`)

/** Every public way to credentials. A new one is a new row. */
const ways: Way[] = [
  trpc('cube', 'explorer.credential', () => ({ index: leaf })),
  trpc('cube', 'explorer.record', () => ({ index: leaf })),
  trpc('cube', 'credentials.export', () => ({ id: cube.id })),
  trpc('cube', 'explorer.batch', () => ({ number: batch })),
  trpc('cube', 'explorer.txs', () => ({ batch, limit: 50 })),
  trpc('cube', 'explorer.tx', () => ({ id: mint })),
  trpc('cube', 'search.everything', () => ({ q: `CUBE ${leaf}` })),
  trpc('cube', 'search.everything', () => ({ q: String(leaf) })),
  trpc('holder', 'explorer.txs', () => ({ kind: 'claimReward', limit: 50 })),
  trpc('holder', 'explorer.tx', () => ({ id: claimHash })),
  trpc('holder', 'people.byHandle', () => ({ handle })),
  trpc('holder', 'credentials.timeline', () => ({ accountId: me })),
  trpc('holder', 'reputation.score', () => ({ accountId: me })),
  trpc('holder', 'reputation.standing', () => ({ accountId: me })),
  trpc('board', 'reputation.leaderboard', () => ({ period: 'all', space: 'quiet-space' })),
  trpc('board', 'reputation.leaderboard', () => ({ period: 'week', space: 'quiet-space' })),
  trpc('board', 'reputation.leaderboard', () => ({ period: 'month', category: 'social' })),
  {
    name: 'leaderboard as CSV',
    about: 'board',
    read: async (by) => (await by.send('csv', '/api/csv/leaderboard?period=all&space=quiet-space')).body,
  },
  rest('cube', () => `/v1/credentials/${leaf}`),
  rest('cube', () => `/v1/credentials/${leaf}/record`),
  rest('cube', () => `/v1/credentials/${leaf}/document`),
  rest('holder', () => `/v1/people/${handle}`),
  rest('holder', () => `/v1/people/${me}/credentials`),
  rest('board', () => '/v1/leaderboard?period=all&space=quiet-space'),
  rest('cube', () => `/v1/txs?batch=${batch}`),
  rest('cube', () => `/v1/txs/${mint}`),
  rest('holder', () => `/v1/txs/${claimHash}`),
  share('cube', 'badge', (deps) => text(badgeRoute(deps)(get(`/badge/${leaf}.svg`)))),
  share('cube', 'embed', (deps) => text(embedRoute(deps)(get(`/embed/credentials/${leaf}`)))),
  share('cube', 'card', async (deps) => {
    const record = await deps.record(leaf)
    return record && credentialCard(record, { origin, locale: 'en', now: deps.now })
  }),
  share('holder', 'card of the profile', async (deps) => {
    const member = await deps.member(handle)
    return member && { member, card: profileCard(member, { origin, locale: 'en' }) }
  }),
]

/** Ways that never name a credential: nothing to compare with. */
const silent: Way[] = [
  trpc('holder', 'search.everything', () => ({ q: handle })),
  trpc('holder', 'search.everything', () => ({ q: wallet.id })),
  trpc('cube', 'explorer.batches', () => ({})),
  rest('cube', () => `/v1/batches/${batch}`),
  {
    name: 'sitemap',
    about: 'cube',
    read: async () => siteMap(origin, await site.members.quests.pages()).filter(({ url }) => !url.includes('/quests/')),
  },
]

const said = async ({ about, read }: Way, by: Browser) => {
  const answer = JSON.stringify((await read(by)) ?? null)
  return words[about]().filter((word) => answer.includes(word))
}
const hide = async (hidden: boolean) => dataOf(await owner.mutate('credentials.hide', { id: cube.id, hidden }))

describe('a credential that its holder hides', () => {
  beforeEach(() => hide(false))

  it.each(ways)('is named by $name before, and not while it is hidden', async (way) => {
    expect(await said(way, stranger)).not.toEqual([])
    await hide(true)
    for (const by of [stranger, new Browser(site)]) expect(await said(way, by)).toEqual([])
  })

  it.each(silent)('is not named by $name', async (way) => {
    await hide(true)
    expect(await said(way, stranger)).toEqual([])
  })

  it('has no picture', async () => {
    await hide(true)
    const way = share('cube', 'picture', async (deps) => (await credentialCardRoute(deps)(get(`/og/credentials/${leaf}.png`))).status)
    expect(await way.read(stranger)).toBe(404)
  })

  it('is there for the holder, on its page, in its batch, in search and as a file', async () => {
    await hide(true)
    for (const [path, input] of [
      ['explorer.credential', { index: leaf }],
      ['explorer.record', { index: leaf }],
      ['explorer.batch', { number: batch }],
      ['search.everything', { q: `CUBE ${leaf}` }],
      ['credentials.export', { id: cube.id }],
      ['credentials.timeline', { accountId: me }],
    ] as const)
      expect(JSON.stringify(dataOf(await owner.query(path, input))), path).toContain(`world-quest-${questIndex}`)
    const { mine } = dataOf<{ mine: unknown }>(await owner.query('reputation.leaderboard', { period: 'all', space: 'quiet-space' }))
    expect(mine).toMatchObject({ xp: 300 })
  })
})
