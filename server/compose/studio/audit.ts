import { createAuditStore } from '#server/spaces/auditStore.ts'
import type { StudioDeps } from '../studio.ts'

/** What was done in a space. */
export function composeAudit({ db }: StudioDeps) {
  const read = createAuditStore(db)
  return { list: (spaceId: string, before: number | null, limit: number) => read.list(spaceId, before, limit) }
}
