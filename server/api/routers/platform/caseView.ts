import type { QueuedCase } from '#server/platform/caseStore.ts'

/** A case with its times as ISO 8601. */
export const caseView = ({ openedAt, takenAt, resolvedAt, takenBy: _, ...shown }: QueuedCase) => ({
  ...shown,
  openedAt: openedAt.toISOString(),
  takenAt: takenAt?.toISOString() ?? null,
  resolvedAt: resolvedAt?.toISOString() ?? null,
})
