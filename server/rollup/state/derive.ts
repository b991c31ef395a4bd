import { dataCommit, domainOf, inboxItemHash } from '#server/rollup/protocol/batch.ts'
import { decodeCalldata } from '#server/rollup/protocol/calldata.ts'
import { type CircuitName, circuits, entryWords } from '#server/rollup/protocol/constants.gen.ts'
import { type BatchContent, decodeWords } from '#server/rollup/protocol/words.ts'
import type { Hex } from '#server/shared/bytes.ts'
import { isCairnError } from '#server/shared/errors.ts'
import { ok, type Result, refused } from '#server/shared/result.ts'
import { applyBatch } from './applyBatch.ts'
import type { BatchRefusal, DerivedBatch, EngineDeps, PostedBatch } from './draft.ts'
import { prefetchBatch } from './prefetchBatch.ts'
import type { SlotState } from './slotState.ts'

/**
 * Re-derives a batch from what was posted on L2 and the state before it, checking every signature and every rule: a right root with a
 * bad signature is a wrong claim. Compare the answer with the claim's root, effects and dataCommit. Malformed words are a refusal
 * (`words.malformed`), never an exception.
 */
export async function deriveBatch(
  { hasher }: EngineDeps,
  state: SlotState,
  posted: PostedBatch,
): Promise<Result<DerivedBatch, BatchRefusal>> {
  const { circuit, number, timestamp, domain } = posted
  if (number !== state.batch + 1) return refused({ section: 'header', position: 0, reason: 'header.number' })
  const read = readPosted(posted)
  if (!read.ok) return read
  const { words, content } = read.value
  const wrongItem = firstWrongItem(circuit, words, content, posted.inboxHashes)
  if (wrongItem !== -1) return refused({ section: 'entries', position: wrongItem, reason: 'entries.inbox-hash' })

  await prefetchBatch(state, content, circuit)
  const next = state.scratch(number)
  const applied = applyBatch(next, content, { circuit, timestamp, domain: domainOf(domain.chainId, domain.rollup) })
  if (!applied.ok) return applied
  return ok({ oldRoot: state.root(), newRoot: next.root(), dataCommit: dataCommit(hasher, words), ...applied.value, next })
}

function readPosted({ circuit, calldata }: PostedBatch): Result<{ words: bigint[]; content: BatchContent }, BatchRefusal> {
  try {
    const words = decodeCalldata(circuit, calldata)
    return ok({ words, content: decodeWords(circuit, words) })
  } catch (error) {
    if (!isCairnError(error) || error.code !== 'rollup.malformed') throw error
    const word = typeof error.meta.word === 'number' ? error.meta.word : 0
    return refused({ section: 'header', position: word, reason: 'words.malformed', detail: error.message })
  }
}

/** Place of the first inbox item that is not the one the contract stored (or was not stored at all); -1 = none. */
function firstWrongItem(circuit: CircuitName, words: readonly bigint[], content: BatchContent, stored: readonly Hex[] | undefined): number {
  if (stored === undefined) return -1
  if (stored.length !== content.inbox.length) return Math.min(stored.length, content.inbox.length)
  const { entries } = circuits[circuit].offsets
  return stored.findIndex((hash, i) => {
    const first = entries + entryWords * (content.ledger.length + i)
    return inboxItemHash(words.slice(first, first + entryWords)) !== hash
  })
}
