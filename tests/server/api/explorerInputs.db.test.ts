import { afterAll, beforeAll, expect } from 'vitest'
import { runBadInputs } from '#tests/support/badInputs.ts'
import { Browser, dataOf, type Site, startSite } from '#tests/support/members.ts'
import { deployNowhere, fillSlot } from '../credentials/explorer/slotRows.ts'

let site: Site
let browser: Browser
beforeAll(async () => {
  site = await startSite()
  await deployNowhere(site.db)
  await fillSlot(site.db, { pool: 20, items: 20 })
  browser = new Browser(site)
})
afterAll(() => site.drop())

const ask = (name: string, input: unknown) => browser.query(`explorer.${name}`, input)
const tx = (id: string) => ask('tx', { id })

/** A cursor as a list gave it, which is good for that list. */
async function cursorOf(name: string, input: Record<string, unknown>): Promise<string> {
  const { nextCursor } = dataOf<{ nextCursor: string | null }>(await ask(name, { ...input, limit: 2 }))
  if (nextCursor === null) throw new Error('the list has one page only')
  expect((await ask(name, { ...input, cursor: nextCursor })).status).toBe(200)
  return nextCursor
}

runBadInputs('tests/server/api/explorerInputs.db.test.ts', {
  EX01: () => tx(`0x${'AB'.repeat(32)}`),
  'EX01-short': () => tx('0xab'),
  'EX01-path': () => tx('../../etc/passwd'),
  'EX01-zero': () => tx('inbox-01'),
  'EX01-huge': () => tx('inbox-99999999999999999999'),
  'EX01-none': () => tx('inbox-999999999'),
  EX03: () => ask('txs', { kind: 'constructor' }),
  'EX03-state': () => ask('txs', { state: 'voted' }),
  'EX03-batch': () => ask('txs', { batch: 1.5 }),
  'EX03-minus-zero': () => browser.send('trpc', `/api/trpc/explorer.txs?input=${encodeURIComponent('{"batch":-0}')}`),
  'EX03-limit': () => ask('txs', { limit: 51 }),
  EX05: async () => ask('txs', { kind: 'inbox', cursor: await cursorOf('txs', {}) }),
  'EX05-list': async () => ask('proofs', { cursor: await cursorOf('inbox', {}) }),
  'EX05-made-up': () => ask('withdrawals', { cursor: Buffer.from('{"batch":1,"entry":0}').toString('base64url') }),
})
