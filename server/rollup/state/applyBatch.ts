import { type CircuitName, circuits, trees } from '#server/rollup/protocol/constants.gen.ts'
import type { BatchContent } from '#server/rollup/protocol/words.ts'
import { ok, type Result, refused } from '#server/shared/result.ts'
import type { TxContext, VaultPart } from './apply/context.ts'
import { MAX_BALANCE } from './apply/vaults.ts'
import { applyEntry, applyTx } from './applyTx.ts'
import type { BatchPositions, BatchRefusal, InboxOutcome, LedgerOutcome, MintedCredential } from './draft.ts'
import type { SlotState } from './slotState.ts'

export type BatchContext = Omit<TxContext, 'beforeMove'> & { circuit: CircuitName }

/** Called right before a step changes the state: the witness takes its paths there. */
export type Trace = {
  beforeOpens(state: SlotState): void
  beforeMints(state: SlotState): void
  beforeGroup(state: SlotState, group: number): void
  /** Ledger txs, then inbox items. */
  beforeEntry(state: SlotState, entry: number): void
  /** A vault of the entry, when the entry is accepted. */
  beforeMove(state: SlotState, part: VaultPart, vault: { account: number; token: number }): void
  beforeFees(state: SlotState): void
}

export type AppliedBatch = { effects: number; positions: BatchPositions }

/** A batch fills whole subtrees: it starts at the next multiple of its capacity. */
export const alignedStart = (count: number, capacity: number): number => Math.ceil(count / capacity) * capacity

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

  const ledger = applyLedger(state, content.ledger, { ...context, trace })
  if (!ledger.ok) return ledger
  const inbox = applyInbox(state, content, { ...context, trace })
  state.inboxIndex += inbox.length
  const effects = inbox.reduce((bitmap, { applied }, i) => bitmap + (applied ? 2 ** i : 0), 0)

  trace?.beforeFees(state)
  const fees = ledger.value.reduce((sum, { fee }) => sum + fee, mints.value.fees)
  const balance = state.vault(content.leader, 0) + fees
  if (balance > MAX_BALANCE) return refused({ section: 'fees', position: 0, reason: 'fees.overflow' })
  if (fees > 0n) state.setVault(content.leader, 0, balance)
  return ok({ effects, positions: { opens: opens.value, credentials: mints.value.credentials, ledger: ledger.value, inbox } })
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

/** A refused ledger tx refuses the batch: the leader need not have taken it. */
function applyLedger(state: SlotState, ledger: BatchContent['ledger'], { trace, ...context }: Step): Result<LedgerOutcome[], BatchRefusal> {
  const outcomes: LedgerOutcome[] = []
  for (const [position, tx] of ledger.entries()) {
    trace?.beforeEntry(state, position)
    const result = applyEntry(state, tx, { ...context, beforeMove: moveTrace(state, trace) })
    if (!result.ok) return refused({ section: 'ledger', position, reason: result.reason })
    outcomes.push({ kind: tx.kind, ...result.value })
  }
  return ok(outcomes)
}

/** A refused inbox item changes nothing but the inbox index. */
function applyInbox(state: SlotState, { ledger, inbox }: BatchContent, { trace, ...context }: Step): InboxOutcome[] {
  return inbox.map((tx, i) => {
    trace?.beforeEntry(state, ledger.length + i)
    const result = applyEntry(state, tx, { ...context, beforeMove: moveTrace(state, trace) })
    if (!result.ok) return { applied: false, reason: result.reason, moves: [] }
    const { fee: _none, ...outcome } = result.value
    return { applied: true, ...outcome }
  })
}

const moveTrace = (state: SlotState, trace: Trace | undefined): TxContext['beforeMove'] =>
  trace && ((part, account, token) => trace.beforeMove(state, part, { account, token }))
