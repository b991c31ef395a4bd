import { kinds } from '#server/rollup/protocol/constants.gen.ts'
import { decodeInboxTx } from '#server/rollup/protocol/tx/inboxTx.ts'
import { decodeLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import type { BatchTimes, EarnedRow, InboxRow, LedgerRow, MemberName, RefundRow, RelayRow, WalletSend } from './moneyStore.ts'
import type { MoveState, MoveView } from './moneyViews.ts'

/** What the lines of a history name: members by slot account, quests by credential. */
export type MoveNames = { members: ReadonlyMap<number, MemberName>; quests: ReadonlyMap<number, EarnedRow> }

const iso = (date: Date | null | undefined) => date?.toISOString() ?? null

const timesOf = (acceptedAt: Date, batch: BatchTimes | null, paidAt: Date | null = null): MoveView['times'] => ({
  acceptedAt: acceptedAt.toISOString(),
  sealedAt: iso(batch?.sealedAt),
  provenAt: iso(batch?.provenAt),
  finalAt: iso(batch?.finalAt),
  paidAt: iso(paidAt),
})

/** Where a batch is, in the words of a tx. */
function stateOfBatch({ status }: BatchTimes): MoveState {
  if (status === 'sealed') return 'batched'
  if (status === 'voted') return 'proven'
  // A batch that was taken back gives its txs to the next one.
  return status === 'pruned' ? 'accepted' : status
}

/** What a ledger tx is to one account: to the other side of a transfer it is money received. */
export function ledgerMove({ tx, batch, paid }: LedgerRow, account: number, names: MoveNames): MoveView {
  const decoded = decodeLedgerTx(tx.words ?? [])
  const status = tx.status === 'awaiting-issuer' ? 'accepted' : tx.status
  const state: MoveState = paid?.paid ? 'paid' : batch?.status === 'final' ? 'final' : status
  const base = {
    ...{ id: tx.key, token: 0, amount: null, party: null, state, refusal: tx.refusal, batch: tx.batch },
    ...{ l2Tx: null, payTx: paid?.payTx ?? null, times: timesOf(tx.createdAt, batch, paid?.paidAt) },
  }
  switch (decoded.kind) {
    case 'withdraw': {
      const { token, amount, recipient } = decoded
      return { ...base, kind: 'withdraw', token, amount: String(amount), party: { kind: 'address', address: toAddress(recipient) } }
    }
    case 'transfer': {
      const received = decoded.account !== account
      const other = received ? decoded.account : decoded.to
      const party = memberParty(other, names)
      return { ...base, kind: received ? 'received' : 'sent', token: decoded.token, amount: String(decoded.amount), party }
    }
    case 'claimReward': {
      const quest = names.quests.get(decoded.credential)
      return { ...base, kind: 'claim', party: quest ? { kind: 'quest', slug: quest.slug, title: quest.title } : null }
    }
    case 'ledgerOpenQuest':
      return { ...base, kind: 'fund', amount: String(decoded.pool + decoded.feePool) }
    case 'fundQuest':
      return { ...base, kind: 'fund', amount: String(decoded.toPool + decoded.toFeePool) }
    case 'closeQuest':
      return { ...base, kind: 'close' }
    default:
      return { ...base, kind: 'other' }
  }
}

/** An L2 address from the number that the slot keeps. */
export const toAddress = (value: bigint) => `0x${value.toString(16).padStart(40, '0')}`

function memberParty(index: number, { members }: MoveNames): MoveView['party'] {
  const known = members.get(index)
  return { kind: 'member', index, name: known?.handle ?? known?.wallet ?? `#${index}` }
}

/** Deposits and keys as the inbox has them; null for items that are no money of the member's (quest openings, say). */
export function inboxMove({ item, batch }: InboxRow): MoveView | null {
  const kind = Number((item.words[0] ?? 0n) & 0xffn)
  if (kind !== kinds.deposit && kind !== kinds.setKey) return null
  const state: MoveState = batch === null ? 'accepted' : item.applied === 0 ? 'refused' : stateOfBatch(batch)
  const base = { id: `inbox:${item.index}`, party: null, state, refusal: item.applied === 0 ? 'inbox' : null, batch: item.batch }
  const rest = { ...base, l2Tx: item.txHash, payTx: null, times: timesOf(item.seenAt, batch) }
  if (kind === kinds.setKey) return { ...rest, kind: 'setKey', token: 0, amount: null }
  const tx = decodeInboxTx(item.words)
  return tx.kind === 'deposit' ? { ...rest, kind: 'deposit', token: tx.token, amount: String(tx.amount) } : null
}

/** Refused deposits on their way back, and withdrawals that were forced through the inbox. */
export function payableMove({ payable, batch }: RefundRow): MoveView {
  const { kind, token, amount, recipient, paid, payTx, paidAt, entry } = payable
  return {
    ...{ id: `payable:${payable.batch}:${entry}`, kind: kind === 'refund' ? 'refund' : 'forcedWithdraw', token, amount: String(amount) },
    party: recipient === null ? null : { kind: 'address', address: recipient },
    state: paid ? 'paid' : stateOfBatch(batch),
    ...{ refusal: null, batch: payable.batch, l2Tx: null, payTx, times: timesOf(batch.sealedAt, batch, paidAt) },
  }
}

/** What a member's wallet sent to L2 and the inbox has not shown yet. */
export function sendMove({ hash, kind, token, amount, status, createdAt }: WalletSend): MoveView {
  return {
    ...{ id: `send:${hash}`, kind, token, amount: kind === 'deposit' ? String(amount) : null, party: null },
    state: status === 'mined' ? 'seen' : status === 'reverted' ? 'refused' : 'sent',
    ...{ refusal: status === 'reverted' ? 'l2' : null, batch: null, l2Tx: hash, payTx: null, times: timesOf(createdAt, null) },
  }
}

/** A key on its way to L2 by the platform's hand. */
export function relayMove({ id, status, minedHash, createdAt }: RelayRow): MoveView {
  return {
    ...{ id: `relay:${id}`, kind: 'setKey', token: 0, amount: null, party: null },
    state: status === 'mined' ? 'seen' : status === 'reverted' ? 'refused' : 'sent',
    ...{ refusal: status === 'reverted' ? 'l2' : null, batch: null, l2Tx: minedHash, payTx: null, times: timesOf(createdAt, null) },
  }
}
