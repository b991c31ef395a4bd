import { challengeOf, dataCommit, domainOf, evaluate, wordsHash } from '#server/rollup/protocol/batch.ts'
import { encodeCalldata } from '#server/rollup/protocol/calldata.ts'
import { type CircuitName, circuits } from '#server/rollup/protocol/constants.gen.ts'
import { mintGroupMessage } from '#server/rollup/protocol/tx/mint.ts'
import { type BatchContent, decodeInboxTx, encodeWords } from '#server/rollup/protocol/words.ts'
import { CairnError } from '#server/shared/errors.ts'
import { ok, type Result, refused } from '#server/shared/result.ts'
import { alignedStart, applyBatch } from './applyBatch.ts'
import type { BatchDraft, BatchRefusal, BuiltBatch, DraftGroup, EngineDeps, SlotDomain } from './draft.ts'
import { prefetchBatch } from './prefetchBatch.ts'
import type { SlotState } from './slotState.ts'
import { traceWitness } from './witness.ts'

/**
 * Builds, applies and traces a batch on a scratch copy of `state`; the state itself is unchanged. Prefetches what it needs.
 * A refusal names what to drop. Throws `rollup.malformed` for a draft that does not fit the circuit's words.
 */
export async function buildBatch({ hasher }: EngineDeps, state: SlotState, draft: BatchDraft): Promise<Result<BuiltBatch, BatchRefusal>> {
  if (draft.number !== state.batch + 1) return refused({ section: 'header', position: 0, reason: 'header.number' })
  const { circuit, number, timestamp, domain } = draft
  const content = contentOf(draft)
  const words = encodeWords(circuit, content)
  await prefetchBatch(state, content, circuit)
  const next = state.scratch(number)
  const { trace, witness } = traceWitness(circuit, content, state)
  const applied = applyBatch(next, content, { circuit, timestamp, domain: domainOf(domain.chainId, domain.rollup), trace })
  if (!applied.ok) return applied

  const calldata = encodeCalldata(circuit, words)
  const commit = dataCommit(hasher, words)
  const hash = wordsHash(calldata.words)
  const challenge = challengeOf({ ...domain, number, circuit, dataCommit: commit, wordsHash: hash })
  const evaluation = evaluate(words, challenge)
  const { effects, positions } = applied.value
  const roots = { oldRoot: state.root(), newRoot: next.root() }
  const publicInputs = {
    ...roots,
    domain: domainOf(domain.chainId, domain.rollup),
    batch: BigInt(number),
    timestamp: BigInt(timestamp),
    dataCommit: commit,
    effects: BigInt(effects),
    r: challenge,
    y: evaluation,
    recipient: 0n,
  }
  return ok({
    circuit,
    number,
    timestamp,
    words,
    calldata,
    ...roots,
    effects,
    dataCommit: commit,
    wordsHash: hash,
    challenge,
    evaluation,
    inboxFrom: draft.oldInboxIndex,
    inboxTo: draft.oldInboxIndex + draft.inbox.length,
    inputs: { public: publicInputs, words, ...witness() },
    positions,
    next,
  })
}

/**
 * The message that the quest's issuer signs for a group (Schnorr over Grumpkin, `protocol/schnorr.ts`).
 * `earlier` = how many groups before it in the same batch mint the same quest: each raises the group nonce by one.
 * Throws `rollup.not-found` when the quest is not open in this state.
 */
export async function groupMessage(state: SlotState, group: DraftGroup & { earlier?: number }, domain: SlotDomain): Promise<bigint> {
  await state.prefetch({ quests: [group.quest] })
  const quest = state.quest(group.quest)
  if (quest === null) throw new CairnError('rollup.not-found', 'The quest is not open.', { meta: { field: 'quest', found: group.quest } })
  return mintGroupMessage(state.hasher, {
    ...group,
    domain: domainOf(domain.chainId, domain.rollup),
    groupNonce: quest.groupNonce + BigInt(group.earlier ?? 0),
  })
}

/** Account indices that `count` opens will get in the next batch of this circuit. */
export function plannedAccounts(state: SlotState, circuit: CircuitName, count: number): number[] {
  const start = alignedStart(state.accountCount, circuits[circuit].opens)
  return Array.from({ length: count }, (_, i) => start + i)
}

function contentOf(draft: BatchDraft): BatchContent {
  return {
    leader: draft.leader,
    oldInboxIndex: draft.oldInboxIndex,
    opens: draft.opens,
    groups: draft.groups.map((group) => ({ ...group, accounts: [...group.accounts] })),
    ledger: draft.ledger,
    inbox: draft.inbox.map(({ words }) => decodeInboxTx(words)),
  }
}
