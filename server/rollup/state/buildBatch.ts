import { CairnError } from '#server/shared/errors.ts'
import type { Result } from '#server/shared/result.ts'
import type { BatchDraft, BatchRefusal, BuiltBatch, DraftGroup, EngineDeps, SlotDomain } from './draft.ts'
import type { SlotState } from './slotState.ts'

/** Builds, applies and traces a batch on a scratch copy of `state`; the state itself is unchanged. Prefetches what it needs. A refusal names what to drop. */
export async function buildBatch(_deps: EngineDeps, _state: SlotState, _draft: BatchDraft): Promise<Result<BuiltBatch, BatchRefusal>> {
  throw new CairnError('internal', 'not built yet')
}

/**
 * The message that the quest's issuer signs for a group (Schnorr over Grumpkin, `protocol/schnorr.ts`).
 * `earlier` = how many groups before it in the same batch mint the same quest: each raises the group nonce by one.
 * Throws `rollup.not-found` when the quest is not open in this state.
 */
export async function groupMessage(_state: SlotState, _group: DraftGroup & { earlier?: number }, _domain: SlotDomain): Promise<bigint> {
  throw new CairnError('internal', 'not built yet')
}

/** Account indices that `count` opens will get in the next batch of this circuit. */
export function plannedAccounts(_state: SlotState, _circuit: BatchDraft['circuit'], _count: number): number[] {
  throw new CairnError('internal', 'not built yet')
}
