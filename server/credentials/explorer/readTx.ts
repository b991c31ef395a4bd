import { newAccount } from '#server/rollup/protocol/constants.gen.ts'
import type { InboxTx } from '#server/rollup/protocol/tx/inboxTx.ts'
import type { LedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import type { Amount } from './txViews.ts'

/** What a tx names, by number: names are looked up for a whole list at once. */
export type TxRefs = {
  account: number | null
  /** Wallet id of whom it is for, where that is no account yet. */
  wallet: string | null
  amount: Amount | null
  recipient: string | null
  other: number | null
  quest: number | null
  credential: number | null
}

export const noRefs: TxRefs = { account: null, wallet: null, amount: null, recipient: null, other: null, quest: null, credential: null }

/** 20 bytes as an address. */
export const toAddress = (value: bigint): string => `0x${value.toString(16).padStart(40, '0')}`
const amountOf = (token: number, value: bigint): Amount => ({ token, value: String(value) })

/** What a ledger tx is about. */
export function ledgerRefs(tx: LedgerTx): TxRefs {
  if (tx.kind === 'revoke') return { ...noRefs, credential: tx.credential }
  const refs = { ...noRefs, account: tx.account }
  switch (tx.kind) {
    case 'transfer':
      return { ...refs, amount: amountOf(tx.token, tx.amount), other: tx.to }
    case 'withdraw':
      return { ...refs, amount: amountOf(tx.token, tx.amount), recipient: toAddress(tx.recipient) }
    case 'claimReward':
      return { ...refs, credential: tx.credential }
    case 'ledgerOpenQuest':
    case 'fundQuest':
    case 'closeQuest':
    case 'setIssuer':
      return { ...refs, quest: tx.quest }
    case 'mergeInto':
      return { ...refs, other: tx.target }
    case 'linkWallet':
    case 'unlinkWallet':
      return refs
  }
}

/** What an inbox item is about. A deposit for an account that it opens itself names none. */
export function inboxRefs(tx: InboxTx): TxRefs {
  const refs = { ...noRefs, account: tx.account === newAccount ? null : tx.account }
  switch (tx.kind) {
    case 'deposit':
      return { ...refs, amount: amountOf(tx.token, tx.amount) }
    case 'forcedWithdraw':
      return { ...refs, amount: amountOf(tx.token, tx.amount), recipient: toAddress(tx.recipient) }
    case 'openQuest':
      return { ...refs, quest: tx.quest }
    case 'setKey':
    case 'activateKey':
    case 'cancelKey':
      return refs
  }
}
