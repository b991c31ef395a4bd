import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll } from 'vitest'
import { createSealer } from '#server/auth/sealing.ts'
import { closedOutbound } from '#server/compose/outbound.ts'
import { runBadInputs } from '#tests/support/badInputs.ts'
import { Browser, evmWallet, type Site, startSite } from '#tests/support/members.ts'
import { liveQuest } from '#tests/support/questFixture.ts'
import { questWithPrize } from './drawFixture.ts'

let site: Site
let browser: Browser
let owner: string
let slug: string
beforeAll(async () => {
  const sealer = createSealer(`0x${randomBytes(32).toString('hex')}`)
  site = await startSite({ deps: { outbound: { ...closedOutbound, sealer } } })
  browser = new Browser(site)
  owner = (await browser.signIn(evmWallet())).accountId
  slug = (await questWithPrize(site, owner, { mode: 'raffle', winners: 2, token: 0, perWinner: '100' })).slug
})
afterAll(() => site.drop())

const draw = (input: unknown) => browser.query('quests.draw', input)
const list = (path: string, init: RequestInit = {}) => browser.send('draws', `/api/draws/${path}`, { ...init, headers: {} })

runBadInputs('tests/server/quests/draw/badDraws.db.test.ts', {
  DR01: () => draw({ slug: '../etc' }),
  'DR01-field': () => draw({ slug, seed: true }),
  DR02: () => draw({ slug: 'no-such-quest' }),
  'DR02-prize': async () => draw(await liveQuest(site, { accountId: owner })),
  DR03: () => list(`${slug}/entrants?limit=10001`),
  'DR03-none': () => list(`${slug}/entrants?limit=0`),
  DR04: () => list(`${slug}/entrants?after=-1`),
  'DR04-cursor': () => list(`${slug}/entrants?cursor=1`),
  'DR04-format': () => list(`${slug}/winners?format=xml`),
  DR05: () => list(`${slug}/holders`),
  'DR05-quest': () => list('no-such-quest/entrants'),
  DR06: () => list(`${slug}/entrants`, { method: 'POST' }),
  DR07: () => browser.mutate('quests.start', { slug: `${slug}-prize` }),
})
