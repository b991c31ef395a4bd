import { decodeLedgerTx, type SignedLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import { toQuestLeaf } from '#server/rollup/state/leafFields.ts'
import { CairnError } from '#server/shared/errors.ts'
import { requireRight } from '#server/spaces/enterSpace.ts'
import type { QuestWork } from '../questWork.ts'
import { closingLeaves, type FundsDeps, notYet } from './readFunds.ts'

export type SendInput = { spaceId: string; accountId: string; words: readonly (readonly bigint[])[]; requestId?: string | undefined }

/**
 * Hands the slot what a member signed for quests of the space, all of it or nothing: more money for one (anybody's who may move the space's money), or the
 * closing of one that is over (the vault's holder). Throws `auth.forbidden`, `not-found`, `conflict` (not over yet), `rollup.refused`,
 * `quest.funds-short`.
 */
export function sendSigned(deps: Pick<FundsDeps, 'transact' | 'now'>, input: SendInput): Promise<{ txs: string[] }> {
  const { spaceId, accountId, words, requestId } = input
  return deps.transact(async (work) => {
    await requireRight(work.access, { spaceId, accountId, right: 'funds', field: 'space' })
    const account = await work.funds.slotAccount(accountId)
    if (account === null)
      throw new CairnError('conflict', 'You have no account in the slot yet.', { meta: { field: 'account', found: 'none' } })
    const txs = words.map((one) => decodeLedgerTx(one))
    for (const [i, tx] of txs.entries()) await look({ work, now: deps.now() }, { ...input, account, tx, at: `signed.${i}` })
    return { txs: await work.slot.acceptSigned({ account, words, requestId }) }
  })
}

type Looked = SendInput & { account: number; tx: SignedLedgerTx; at: string }

async function look({ work, now }: { work: QuestWork; now: number }, { tx, at, account, ...input }: Looked) {
  if (tx.kind !== 'fundQuest' && tx.kind !== 'closeQuest')
    throw new CairnError('rollup.refused', 'This is signed elsewhere.', {
      meta: { reason: 'kind', field: at, found: tx.kind, expected: 'fundQuest or closeQuest' },
    })
  const [row] = await work.fundViews.byLeaf(input.spaceId, [tx.quest])
  if (!row) throw new CairnError('not-found', 'The space has no such quest.', { meta: { field: `${at}.quest`, found: tx.quest } })
  const { spaceId, accountId } = input
  const subject = row.quest.slug
  if (tx.kind === 'fundQuest') {
    const after = { amount: String(tx.toPool + tx.toFeePool), pool: String(tx.toPool), feePool: String(tx.toFeePool) }
    return work.audit.add({ spaceId, accountId, action: 'funds.added', subject, after })
  }
  const [fields] = await work.fundViews.leaves([tx.quest])
  const closing = closingLeaves(await work.fundViews.txs(account, 50)).has(tx.quest)
  const why = notYet(row, fields ? toQuestLeaf(fields) : null, { now, closing, owner: account })
  if (why !== null)
    throw new CairnError('conflict', 'What this quest holds cannot be taken back now.', {
      meta: { field: `${at}.quest`, found: why, expected: 'a quest of your vault that is over, with all its credentials minted' },
    })
  return work.audit.add({ spaceId, accountId, action: 'funds.closed', subject })
}
