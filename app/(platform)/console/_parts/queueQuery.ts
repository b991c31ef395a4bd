import type { CaseKind } from '#app/_data/views.ts'

export const caseKinds = ['report', 'first-publication', 'likeness', 'appeal'] as const satisfies readonly CaseKind[]

/** Which cases are shown, from the address. */
export type QueueQuery = { kind: CaseKind | null; resolved: boolean; cursor: string | null }

export function readQueueQuery({ kind, state, cursor }: Record<string, string | string[] | undefined>): QueueQuery {
  return {
    kind: caseKinds.find((one) => one === kind) ?? null,
    resolved: state === 'resolved',
    cursor: typeof cursor === 'string' && cursor !== '' && cursor.length <= 500 ? cursor : null,
  }
}

export function queueHref({ kind, resolved, cursor }: Partial<QueueQuery>): string {
  const query = new URLSearchParams({
    ...(resolved ? { state: 'resolved' } : {}),
    ...(kind ? { kind } : {}),
    ...(cursor ? { cursor } : {}),
  }).toString()
  return `/console${query ? `?${query}` : ''}`
}
