import { afterAll, beforeAll, expect } from 'vitest'
import { runBadInputs } from '#tests/support/badInputs.ts'
import { Browser, dataOf, evmWallet, type Site, startSite } from '#tests/support/members.ts'
import { liveQuest } from '#tests/support/questFixture.ts'

let site: Site
let browser: Browser
beforeAll(async () => {
  site = await startSite()
  browser = new Browser(site)
  const { accountId } = await browser.signIn(evmWallet())
  for (let i = 0; i < 3; i++) await liveQuest(site, { accountId })
})
afterAll(() => site.drop())

/** What a search language, SQL or a regular expression would take for its own. */
const hostile = [
  `' | !() & <-> :*`,
  `'); drop table quests;--`,
  `\\'\\\\`,
  `a:*&!b`,
  `%_%`,
  `((((((((((`,
  `\u202e\u200b`,
  '\u0301'.repeat(40),
  'ｱ'.repeat(80),
  '가'.repeat(80),
  '石'.repeat(80),
  '𠮷'.repeat(40),
  'a '.repeat(40),
]

runBadInputs('tests/server/quests/discover/badSearches.db.test.ts', {
  async DI02() {
    for (const q of hostile)
      for (const path of ['quests.list', 'quests.facets']) expect((await browser.query(path, { q })).status, q).toBe(200)
    return 200
  },
  'DI02-nul': () => browser.query('quests.list', { q: 'a\u0000b' }),
  'DI02-half': () => browser.send('trpc', `/api/trpc/quests.list?input=${encodeURIComponent('{"q":"\\ud800"}')}`),
  'DI02-long': () => browser.query('quests.list', { q: 'a'.repeat(81) }),
  async DI04() {
    const { nextCursor } = dataOf<{ nextCursor: string }>(await browser.query('quests.list', { sort: 'newest', limit: 1 }))
    expect((await browser.query('quests.list', { sort: 'newest', limit: 1, cursor: nextCursor })).status).toBe(200)
    return browser.query('quests.list', { sort: 'reward', limit: 1, cursor: nextCursor })
  },
  DI06: () => browser.query('quests.list', { category: 'constructor' }),
  'DI06-difficulty': () => browser.query('quests.list', { difficulty: 4 }),
  'DI06-minutes': () => browser.query('quests.list', { minutes: 0 }),
  'DI06-chain': () => browser.query('quests.list', { chain: `eip155:1'}` }),
  'DI06-state': () => browser.query('quests.facets', { state: 'mine' }),
  'DI06-sort': () => browser.query('quests.list', { sort: 'random()' }),
  DI08: () => browser.query('spaces.bySlug', { slug: '../cairn' }),
  'DI08-none': () => browser.query('spaces.bySlug', { slug: 'nowhere' }),
  'DI08-collection': () => browser.query('discover.collection', { slug: 'nowhere' }),
  'DI08-season': () => browser.query('discover.season', { slug: 'nowhere' }),
})
