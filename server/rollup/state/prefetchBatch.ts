import { type CircuitName, circuits, newAccount } from '#server/rollup/protocol/constants.gen.ts'
import type { BatchContent } from '#server/rollup/protocol/words.ts'
import { alignedStart } from './applyBatch.ts'
import type { EntryTx } from './applyTx.ts'
import { type SlotState, vaultIndex } from './slotState.ts'

/** Reads from the store whatever `applyBatch` and the witness of this batch will ask `state` for. */
export async function prefetchBatch(state: SlotState, content: BatchContent, circuit: CircuitName): Promise<void> {
  const entries: readonly EntryTx[] = [...content.ledger, ...content.inbox]
  const credentials = entries.flatMap((tx) => (tx.kind === 'claimReward' || tx.kind === 'revoke' ? [tx.credential] : []))
  const quests = [...content.groups.map(({ quest }) => quest), ...entries.flatMap((tx) => ('quest' in tx ? [tx.quest] : []))]
  await state.prefetch({
    accounts: entries.flatMap(accountsOf),
    credentials,
    quests,
    vaults: [vaultIndex(content.leader), ...vaultsByName(state, content, circuit)],
  })
  // The credential says which quest, the quest which token.
  const awarding = credentials.flatMap((index) => Number(state.credential(index)?.quest ?? []))
  if (awarding.length > 0) await state.prefetch({ quests: awarding })
  const payees = entries.flatMap((tx) => (isPaidInRewardToken(tx) ? [tx.account] : []))
  if (payees.length === 0) return
  const opened = entries.flatMap((tx) => (tx.kind === 'openQuest' || tx.kind === 'ledgerOpenQuest' ? [tx.rewardToken] : []))
  const tokens = new Set([...opened, ...[...quests, ...awarding].flatMap((quest) => Number(state.quest(quest)?.rewardToken ?? []))])
  await state.prefetch({ vaults: payees.flatMap((account) => Array.from(tokens, (token) => vaultIndex(account, token))) })
}

type PaidInRewardToken = Extract<EntryTx, { kind: 'fundQuest' | 'closeQuest' | 'claimReward' }>
const isPaidInRewardToken = (tx: EntryTx): tx is PaidInRewardToken =>
  tx.kind === 'fundQuest' || tx.kind === 'closeQuest' || tx.kind === 'claimReward'

function accountsOf(tx: EntryTx): number[] {
  if (tx.kind === 'revoke') return []
  if (tx.kind === 'transfer') return [tx.account, tx.to]
  return tx.kind === 'mergeInto' ? [tx.account, tx.target] : [tx.account]
}

/** Vaults that the entries name themselves: native ones, and those of a token in the tx. */
function vaultsByName(state: SlotState, content: BatchContent, circuit: CircuitName): number[] {
  // Deposits to `newAccount` get the indices after the opens, in order.
  const capacity = circuits[circuit].opens
  const firstNew = (content.opens.length > 0 ? alignedStart(state.accountCount, capacity) : state.accountCount) + content.opens.length
  return [...content.ledger, ...content.inbox].flatMap((tx) => {
    const accounts = accountsOf(tx)
    const opens = tx.kind === 'deposit' && tx.account === newAccount
    const targets = opens ? content.inbox.map((_, i) => firstNew + i) : accounts
    const tokens = [0, ...('token' in tx ? [tx.token] : []), ...('rewardToken' in tx ? [tx.rewardToken] : [])]
    return targets.flatMap((account) => tokens.map((token) => vaultIndex(account, token)))
  })
}
