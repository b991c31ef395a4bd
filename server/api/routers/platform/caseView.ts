import type { QueuedCase } from '#server/platform/caseStore.ts'
import type { SpaceStop } from '#server/platform/stopStore.ts'

/** A case with its times as ISO 8601. */
export const caseView = ({ openedAt, takenAt, resolvedAt, takenBy: _, spaceId: _of, ...shown }: QueuedCase) => ({
  ...shown,
  openedAt: openedAt.toISOString(),
  takenAt: takenAt?.toISOString() ?? null,
  resolvedAt: resolvedAt?.toISOString() ?? null,
})

/** A stop with its times as ISO 8601. */
export const stopView = ({ at, appealedAt, answeredAt, liftedAt, ...stop }: SpaceStop) => ({
  ...stop,
  at: at.toISOString(),
  appealedAt: appealedAt?.toISOString() ?? null,
  answeredAt: answeredAt?.toISOString() ?? null,
  liftedAt: liftedAt?.toISOString() ?? null,
})
