import { afterAll, beforeAll, expect } from 'vitest'
import { rollupBatches, rollupWallets } from '#drizzle/schema/rollup.ts'
import { encodeLedgerTx, type SignedLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import { finalBatch } from '#tests/server/money/moneyFixture.ts'
import { runBadInputs } from '#tests/support/badInputs.ts'
import { type Answer, dataOf, errorOf, type Site, startSite } from '#tests/support/members.ts'
import { hexWord } from '#tests/support/openingSigner.ts'
import { liveQuest } from '#tests/support/questFixture.ts'
import { issuerKey } from '#tests/support/slotFixture.ts'
import { approvedDraft, onDraft, type Staff, staffOf, wholeChanges } from '#tests/support/studioSpace.ts'

const account = 7
let site: Site
let staff: Staff
let next = 0
beforeAll(async () => {
  site = await startSite({ deps: { platform: issuerKey } })
  staff = await staffOf(site, 'treasury')
  const { rows } = await site.pool.query('select address from wallets where account_id = $1', [staff.owner.accountId])
  await site.db.insert(rollupBatches).values(finalBatch(1))
  await site.db.insert(rollupWallets).values({ wallet: rows[0].address, account, batch: 1 })
})
afterAll(() => site.drop())

let code: unknown
/** Keeps the refusal's code beside the answer, and looks at the field that it names. */
async function refused(answer: Answer | Promise<Answer>, field?: string | RegExp): Promise<Answer> {
  const got = await answer
  const { data } = errorOf(got)
  code = data.code
  if (field !== undefined) expect(data.field).toMatch(field)
  return got
}

const paid = (terms: object = {}) => wholeChanges(site, {}, { supply: 10, rewardPerMint: '1000', ...terms })
const paidDraft = () => approvedDraft(site, staff, `paid-${++next}`, paid())
const prepare = async (input: object, who = staff.owner) => {
  const draft = await paidDraft()
  return who.browser.mutate('studio.funds.prepare', { ...draft.name, revision: await draft.revision(who), ...input })
}
const send = (signed: unknown, who = staff.owner) => who.browser.mutate('studio.funds.send', { space: staff.space, signed })
const words = (tx: object) =>
  encodeLedgerTx({ account, nonce: 0, fee: 0n, signature: { s: 1n, e: 1n }, ...tx } as unknown as SignedLedgerTx).map(hexWord)

/** Saves terms, which a draft may hold, and hands it in: only that is refused. */
async function submit(terms: object, field: RegExp, change: Record<string, unknown> = {}): Promise<Answer> {
  const draft = onDraft(staff.space, `paid-${++next}`)
  dataOf(await draft.make(staff.editor))
  dataOf(await draft.save(staff.editor, { changes: { ...paid(), ...terms, definition: { ...paid().definition, ...change } } }))
  dataOf(await draft.acknowledgeAll(staff.editor))
  return refused(draft.submit(staff.editor), field)
}
const save = async (changes: object) => {
  const draft = onDraft(staff.space, `paid-${++next}`)
  dataOf(await draft.make(staff.editor))
  return refused(draft.save(staff.editor, { changes }), 'changes')
}
const launch = async (signed?: unknown) => (await paidDraft()).launch(staff.owner, signed === undefined ? {} : { signed })

runBadInputs(
  'tests/server/quests/funds/badFunds.db.test.ts',
  {
    FU01: async () => refused(launch(), 'funds'),
    'FU01-words': async () => refused(launch([['0x00']]), /^signed/),
    'FU01-upper': async () => refused(launch([Array(10).fill(`0x${'AB'.repeat(32)}`)]), /^signed/),
    'FU01-many': async () => refused(launch(Array(21).fill(Array(10).fill(hexWord(0n)))), /^signed/),
    'FU01-none': async () => refused(launch([]), /^signed/),
    'FU01-unprepared': async () => {
      await site.pool.query(
        `insert into space_vaults (space_id, account_id, slot_account) select id, $1, $2 from spaces where slug = $3 on conflict do nothing`,
        [staff.owner.accountId, account, staff.space],
      )
      return refused(launch([words({ kind: 'closeQuest', quest: 1 })]), 'revision')
    },
    FU02: () => submit({ rewardPerMint: '0.5' }, /^rewardPerMint$/),
    'FU02-negative': () => submit({ feePerMint: '-1' }, /^feePerMint$/),
    'FU02-hex': () => submit({ rewardPerMint: '0x10' }, /^rewardPerMint$/),
    'FU02-number': () => save({ rewardPerMint: 5 }),
    'FU02-long': () => save({ rewardPerMint: '1'.repeat(41) }),
    'FU02-most': () => submit({ rewardPerMint: '9'.repeat(27), supply: 1000 }, /^rewardPerMint$/),
    'FU02-recurs': () =>
      submit({ opensAt: '2031-01-01T00:00:00Z', closesAt: '2031-01-01T23:00:00Z' }, /^rewardPerMint$/, {
        recurrence: { every: 'day', periods: 3 },
      }),
    FU03: async () => refused(prepare({ places: 0 }), 'places'),
    'FU03-more': async () => refused(prepare({ places: 11 }), 'places'),
    'FU03-half': async () => refused(prepare({ places: 1.5 }), 'places'),
    'FU03-stale': async () => refused(prepare({ revision: 99 }), 'revision'),
    'FU03-other': async () => refused(prepare({}, staff.admin), 'vault'),
    FU04: async () => refused(staff.admin.browser.mutate('studio.funds.giveVault', { space: staff.space }), 'account'),
    FU05: async () => refused(send([Array(10).fill(hexWord(0n))]), /words/),
    'FU05-kind': async () => refused(send([words({ kind: 'withdraw', token: 0, amount: 5n, recipient: 1n })]), 'signed.0'),
    'FU05-elsewhere': async () => {
      const { slug } = await liveQuest(site, { accountId: staff.editor.accountId })
      const { rows } = await site.pool.query('select slot_index from quests where slug = $1', [slug])
      const tx = { kind: 'fundQuest', quest: rows[0].slot_index, toPool: 5n, toFeePool: 0n }
      return refused(send([words(tx)]), 'signed.0.quest')
    },
    'FU05-due': async () => refused(send([words({ kind: 'transfer', to: 8, token: 0, amount: 5n })]), 'signed.0.amount'),
    'FU05-without': async () => refused(send([words({ kind: 'closeQuest', quest: 1 })], staff.admin), 'account'),
  },
  () => code,
)
