import { CairnError } from '#server/shared/errors.ts'
import type { Result } from '#server/shared/result.ts'
import type { BatchRefusal, DerivedBatch, EngineDeps, PostedBatch } from './draft.ts'
import type { SlotState } from './slotState.ts'

/** Re-derives a batch from what was posted on L2 and the state before it, checking every signature and every rule. */
export async function deriveBatch(_deps: EngineDeps, _state: SlotState, _posted: PostedBatch): Promise<Result<DerivedBatch, BatchRefusal>> {
  throw new CairnError('internal', 'not built yet')
}
