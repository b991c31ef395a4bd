import { decodeLedgerTx, type LedgerTx, type SignedLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import { toQuestLeaf } from '#server/rollup/state/leafFields.ts'
import { CairnError } from '#server/shared/errors.ts'
import { requireRight } from '#server/spaces/enterSpace.ts'
import type { QuestWork } from '../questWork.ts'
import { ownVault } from './prepareOpenings.ts'
import { closingLeaves, type FundsDeps, notYet } from './readFunds.ts'
import { dueBySlotAccount } from './referrals.ts'

export type SendInput = { spaceId: string; accountId: string; words: readonly (readonly bigint[])[]; requestId?: string | undefined }

type Looking = { work: QuestWork; now: number; due: ReturnType<typeof dueBySlotAccount> }
type Looked<T = SignedLedgerTx> = Omit<SendInput, 'words'> & { account: number; tx: T; at: string }
type Of<K extends LedgerTx['kind']> = Extract<SignedLedgerTx, { kind: K }>

/**
 * Hands the slot what a member signed for the space, all of it or nothing: more money for a quest (anybody's who may move the space's money), the closing of
 * one that is over, and what is due to those who brought members (the vault's holder). Throws `auth.forbidden`, `not-found`, `conflict` (not over yet, not
 * due), `rollup.refused`, `quest.funds-short`.
 */
export function sendSigned(deps: Pick<FundsDeps, 'transact' | 'now'>, input: SendInput): Promise<{ txs: string[] }> {
  const { spaceId, accountId, words, requestId } = input
  return deps.transact(async (work) => {
    await requireRight(work.access, { spaceId, accountId, right: 'funds', field: 'space' })
    const account = await work.funds.slotAccount(accountId)
    if (account === null)
      throw new CairnError('conflict', 'You have no account in the slot yet.', { meta: { field: 'account', found: 'none' } })
    const txs = words.map((one) => decodeLedgerTx(one))
    const pays = txs.some(({ kind }) => kind === 'transfer')
    const due = pays ? dueBySlotAccount(await work.referrals.earners(spaceId), await work.referrals.brought(spaceId)) : new Map()
    const looking: Looking = { work, now: deps.now(), due }
    for (const [i, tx] of txs.entries()) await look(looking, { ...input, account, tx, at: `signed.${i}` })
    const hashes = await work.slot.acceptSigned({ account, words, requestId })
    const at = new Date(deps.now())
    for (const [i, tx] of txs.entries()) {
      const to = tx.kind === 'transfer' ? due.get(tx.to) : undefined
      if (to && tx.kind === 'transfer')
        await work.referrals.pay({ spaceId, accountId: to.accountId, amount: tx.amount, tx: hashes[i] ?? '', createdAt: at })
    }
    return { txs: hashes }
  })
}

function look(looking: Looking, { tx, ...looked }: Looked): Promise<void> {
  switch (tx.kind) {
    case 'fundQuest':
      return lookFunding(looking, { tx, ...looked })
    case 'closeQuest':
      return lookClosing(looking, { tx, ...looked })
    case 'transfer':
      return lookTransfer(looking, { tx, ...looked })
    default:
      throw new CairnError('rollup.refused', 'This is signed elsewhere.', {
        meta: { reason: 'kind', field: looked.at, found: tx.kind, expected: 'fundQuest, closeQuest or transfer' },
      })
  }
}

async function questOf({ work }: Looking, { spaceId, tx, at }: Looked<Of<'fundQuest' | 'closeQuest'>>) {
  const [row] = await work.fundViews.byLeaf(spaceId, [tx.quest])
  if (!row) throw new CairnError('not-found', 'The space has no such quest.', { meta: { field: `${at}.quest`, found: tx.quest } })
  return row
}

async function lookFunding(looking: Looking, looked: Looked<Of<'fundQuest'>>) {
  const { quest } = await questOf(looking, looked)
  const { spaceId, accountId, tx } = looked
  const after = { amount: String(tx.toPool + tx.toFeePool), pool: String(tx.toPool), feePool: String(tx.toFeePool) }
  await looking.work.audit.add({ spaceId, accountId, action: 'funds.added', subject: quest.slug, after })
}

async function lookClosing(looking: Looking, looked: Looked<Of<'closeQuest'>>) {
  const row = await questOf(looking, looked)
  const { work, now } = looking
  const { spaceId, accountId, account, tx, at } = looked
  const [fields] = await work.fundViews.leaves([tx.quest])
  const closing = closingLeaves(await work.fundViews.txs(account, 50)).has(tx.quest)
  const why = notYet(row, fields ? toQuestLeaf(fields) : null, { now, closing, owner: account })
  if (why !== null)
    throw new CairnError('conflict', 'What this quest holds cannot be taken back now.', {
      meta: { field: `${at}.quest`, found: why, expected: 'a quest of your vault that is over, with all its credentials minted' },
    })
  await work.audit.add({ spaceId, accountId, action: 'funds.closed', subject: row.quest.slug })
}

/** A transfer pays what is due, never more: else money of the vault would go anywhere under the name of a share. */
async function lookTransfer({ work, due }: Looking, { spaceId, accountId, account, tx, at }: Looked<Of<'transfer'>>) {
  if ((await ownVault(work, { spaceId, accountId })) !== account) throw notDue(at, 'another account', 'the space’s vault')
  const owed = due.get(tx.to)
  if (!owed || tx.token !== 0 || tx.amount > owed.amount)
    throw notDue(`${at}.amount`, `${tx.amount} of token ${tx.token}`, `at most ${owed?.amount ?? 0n} of token 0`)
  owed.amount -= tx.amount
  await work.audit.add({ spaceId, accountId, action: 'funds.paid', subject: `#${tx.to}`, after: { amount: String(tx.amount) } })
}

const notDue = (field: string, found: string, expected: string) =>
  new CairnError('conflict', 'This is not due.', { meta: { field, found, expected } })
