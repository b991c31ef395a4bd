import { codeOf } from '#app/_client/sayError.ts'
import { toDocument } from './document.ts'
import type { Answer } from './session.ts'

/** What will not hold at the next attempt either. */
const final: ReadonlySet<string> = new Set([
  'draft.state',
  'auth.forbidden',
  'not-found',
  'quest.malformed',
  'input.invalid',
  'input.too-large',
])

/** What a failed save means: somebody else saved, or it is tried again, or not. Whatever is not known is tried again. */
export function answerOf(error: unknown): Exclude<Answer, { kind: 'saved' }> {
  const code = codeOf(error)
  const { current, retryAfterSeconds } = ((error as { data?: unknown } | null)?.data ?? {}) as {
    current?: unknown
    retryAfterSeconds?: unknown
  }
  if (code === 'draft.stale' && isCurrent(current)) {
    const { revision, document, by } = current
    return { kind: 'stale', current: { revision, document: toDocument(document) }, by }
  }
  if (code !== null && final.has(code)) return { kind: 'refused', error }
  return { kind: 'wait', error, afterMs: typeof retryAfterSeconds === 'number' ? retryAfterSeconds * 1000 : null }
}

type Current = { revision: number; document: Parameters<typeof toDocument>[0]; by: string | null }

/** Of our own server: what `draft.stale` carries. */
const isCurrent = (value: unknown): value is Current =>
  value !== null && typeof value === 'object' && 'revision' in value && typeof value.revision === 'number' && 'document' in value
