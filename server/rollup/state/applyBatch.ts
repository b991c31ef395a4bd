import { type CircuitName, circuits, trees } from '#server/rollup/protocol/constants.gen.ts'
import type { BatchContent } from '#server/rollup/protocol/words.ts'
import { ok, type Result, refused } from '#server/shared/result.ts'
import type { TxContext } from './apply/context.ts'
import { MAX_BALANCE } from './apply/deposit.ts'
import { applyTx } from './applyTx.ts'
import type { BatchPositions, BatchRefusal, MintedCredential } from './draft.ts'
import { type SlotState, type Touched, vaultIndex } from './slotState.ts'

export type BatchContext = TxContext & { circuit: CircuitName }

/** Called right before a step changes the state: the witness takes its paths there. */
export type Trace = {
  beforeOpens(state: SlotState): void
  beforeMints(state: SlotState): void
  beforeGroup(state: SlotState, group: number): void
  beforeEntry(state: SlotState, entry: number): void
  beforeFees(state: SlotState): void
}

export type AppliedBatch = { effects: number; positions: BatchPositions }

/** A batch fills whole subtrees: it starts at the next multiple of its capacity. */
export const alignedStart = (count: number, capacity: number): number => Math.ceil(count / capacity) * capacity

/** What `applyBatch` will read, for `SlotState.prefetch`. */
export function touchedBy(state: SlotState, content: BatchContent, circuit: CircuitName): Required<Touched> {
  // Deposits to `newAccount` get the indices after the opens, in order.
  const firstNew =
    (content.opens.length > 0 ? alignedStart(state.accountCount, circuits[circuit].opens) : state.accountCount) + content.opens.length
  const payees = content.inbox.flatMap(({ account }, i) => [account, firstNew + i])
  return {
    accounts: content.inbox.map(({ account }) => account),
    quests: [...content.groups.map(({ quest }) => quest), ...content.inbox.flatMap((tx) => (tx.kind === 'openQuest' ? [tx.quest] : []))],
    vaults: [content.leader, ...payees].map((account) => vaultIndex(account)),
  }
}

/** Applies a batch in order (opens, mint groups, entries, fees) to `state`, a scratch copy that is worthless after a refusal. */
export function applyBatch(
  state: SlotState,
  content: BatchContent,
  options: BatchContext & { trace?: Trace },
): Result<AppliedBatch, BatchRefusal> {
  const { trace, ...context } = options
  if (content.oldInboxIndex !== state.inboxIndex) return refused({ section: 'header', position: 0, reason: 'header.inbox-index' })
  const opens = applyOpens(state, content.opens, { ...context, trace })
  if (!opens.ok) return opens
  const mints = applyGroups(state, content.groups, { ...context, trace })
  if (!mints.ok) return mints

  const inbox = content.inbox.map((tx, i) => {
    trace?.beforeEntry(state, i)
    const result = applyTx(state, tx, context)
    if (!result.ok) return { applied: false, reason: result.reason }
    const { value } = result
    return value.kind === 'deposit' && value.opened ? { applied: true, newAccount: value.account } : { applied: true }
  })
  state.inboxIndex += inbox.length
  const effects = inbox.reduce((bitmap, { applied }, i) => bitmap + (applied ? 2 ** i : 0), 0)

  trace?.beforeFees(state)
  const balance = state.vault(content.leader) + mints.value.fees
  if (balance > MAX_BALANCE) return refused({ section: 'fees', position: 0, reason: 'fees.overflow' })
  if (mints.value.fees > 0n) state.setVault(content.leader, balance)
  return ok({ effects, positions: { opens: opens.value, credentials: mints.value.credentials, inbox } })
}

type Step = BatchContext & { trace: Trace | undefined }

function applyOpens(state: SlotState, opens: readonly bigint[], { trace, ...context }: Step): Result<number[], BatchRefusal> {
  trace?.beforeOpens(state)
  if (opens.length === 0) return ok([])
  const capacity = circuits[context.circuit].opens
  const start = alignedStart(state.accountCount, capacity)
  if (start + capacity > trees.accounts.capacity) return refused({ section: 'opens', position: 0, reason: 'openAccount.full' })
  state.accountCount = start
  for (const [position, wallet] of opens.entries()) {
    const result = applyTx(state, { kind: 'openAccount', wallet }, context)
    if (!result.ok) return refused({ section: 'opens', position, reason: result.reason })
  }
  return ok(opens.map((_, i) => start + i))
}

type Mints = { credentials: MintedCredential[]; fees: bigint }

function applyGroups(state: SlotState, groups: BatchContent['groups'], { trace, ...context }: Step): Result<Mints, BatchRefusal> {
  trace?.beforeMints(state)
  const mints: Mints = { credentials: [], fees: 0n }
  if (groups.length > 0) {
    const capacity = circuits[context.circuit].mints
    const start = alignedStart(state.credentialCount, capacity)
    if (start + capacity > trees.credentials.capacity) return refused({ section: 'groups', position: 0, reason: 'mint.full' })
    state.credentialCount = start
  }
  for (const [group, tx] of groups.entries()) {
    trace?.beforeGroup(state, group)
    const result = applyTx(state, { kind: 'mint', ...tx }, context)
    if (!result.ok) return refused({ section: 'groups', position: group, reason: result.reason })
    if (result.value.kind !== 'mint') continue
    mints.credentials.push(...result.value.minted.map((minted, member) => ({ group, member, ...minted })))
    mints.fees += result.value.fee
  }
  return ok(mints)
}
