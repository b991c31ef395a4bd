import type { withdrawals } from '#drizzle/schema/rollup.ts'
import { protocol } from '#server/rollup/protocol/constants.gen.ts'
import type { Withdrawal } from '#server/rollup/protocol/tx/withdraw.ts'
import { decodeInboxTx } from '#server/rollup/protocol/words.ts'
import type { BuiltBatch } from '#server/rollup/state/draft.ts'
import { toHex32 } from '#server/shared/bytes.ts'
import type { Drafted } from './draftBatch.ts'
import type { SealedBatch } from './ports.ts'

type QuestItem = { quest: number; applied: boolean; reason?: string }

/** What other rooms learn of a sealed batch. */
export function sealedBatch(built: BuiltBatch, { pick, groups, ledger, draft }: Drafted): SealedBatch & { questItems: QuestItem[] } {
  const questItems = draft.inbox.flatMap(({ words }, position): QuestItem[] => {
    const outcome = built.positions.inbox[position]
    if (!outcome || kindOf(words) !== protocol.kinds.openQuest) return []
    return [{ quest: questOf(words), applied: outcome.applied, ...(outcome.reason === undefined ? {} : { reason: outcome.reason }) }]
  })
  return {
    number: built.number,
    accounts: pick.opens.map(({ wallet, accountId }, position) => ({
      wallet,
      index: built.positions.opens[position] ?? -1,
      ...(accountId === undefined ? {} : { accountId }),
    })),
    mints: built.positions.credentials.map(({ group, member, account, index, serial }) => ({
      credentialId: groups[group]?.mints[member]?.payload.credentialId ?? '',
      accountId: groups[group]?.mints[member]?.payload.accountId ?? '',
      account,
      index,
      serial,
      issuedAt: built.timestamp,
      evidenceRoot: toHex32(draft.groups[group]?.evidenceRoot ?? 0n),
      position: member,
    })),
    questsOpened: questItems.filter(({ applied }) => applied).map(({ quest }) => quest),
    openingTxs: draft.ledger.flatMap((tx, i) => (tx.kind === 'ledgerOpenQuest' ? (ledger[i]?.id ?? []) : [])),
    revoked: draft.ledger.flatMap((tx) => (tx.kind === 'revoke' ? [tx.credential] : [])),
    questItems,
  }
}

/** A row of `withdrawals` without its batch. */
export type Payable = Pick<typeof withdrawals.$inferInsert, 'entry' | 'kind' | 'account' | 'token' | 'amount' | 'recipient'>

/** What a batch pays on L2 once it is final: its withdrawals, and the deposits that it refused. Entries: ledger txs first. */
export function payables(built: BuiltBatch, { draft }: Pick<Drafted, 'draft'>): Payable[] {
  const ledger = built.positions.ledger.flatMap(({ withdrawal }, entry) => {
    const tx = draft.ledger[entry]
    return withdrawal && tx && tx.kind !== 'revoke' ? [{ entry, kind: 'withdraw' as const, account: tx.account, ...paid(withdrawal) }] : []
  })
  const inbox = built.positions.inbox.flatMap(({ applied, withdrawal }, position): Payable[] => {
    const item = decodeInboxTx(draft.inbox[position]?.words ?? [])
    const base = { entry: draft.ledger.length + position, account: item.account }
    if (withdrawal) return [{ ...base, kind: 'forcedWithdraw', ...paid(withdrawal) }]
    if (applied || item.kind !== 'deposit') return []
    return [{ ...base, kind: 'refund', token: item.token, amount: item.amount, recipient: null }]
  })
  return [...ledger, ...inbox]
}

const paid = ({ token, amount, recipient }: Withdrawal) => ({ token, amount, recipient: `0x${recipient.toString(16).padStart(40, '0')}` })

/** First payload fields of an inbox item (rollup README, Batch). */
const kindOf = (words: readonly bigint[]) => Number((words[0] ?? 0n) & 0xffn)
const questOf = (words: readonly bigint[]) => Number((words[1] ?? 0n) & ((1n << BigInt(protocol.bits.quest)) - 1n))
