import type { LedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'

/** What a waiting tx will take from the account's vault of a token. Quests are paid in the slot's coin so far: what funds one is that. */
export function takenBy(tx: LedgerTx, token: number): bigint {
  if (tx.kind === 'revoke') return 0n
  const fee = token === 0 ? tx.fee : 0n
  switch (tx.kind) {
    case 'transfer':
    case 'withdraw':
      return fee + (tx.token === token ? tx.amount : 0n)
    case 'ledgerOpenQuest':
      return fee + (tx.rewardToken === token ? tx.pool : 0n) + (token === 0 ? tx.feePool : 0n)
    case 'fundQuest':
      return fee + (token === 0 ? tx.toPool + tx.toFeePool : 0n)
    default:
      return fee
  }
}
