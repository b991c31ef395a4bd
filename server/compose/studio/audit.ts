import { type AuditStore, createAuditStore } from '#server/spaces/auditStore.ts'
import type { StudioDeps } from '../studio.ts'

/** What was done in a space. */
export function composeAudit({ db }: StudioDeps) {
  const read = createAuditStore(db)
  return {
    list: (...asked: Parameters<AuditStore['list']>) => read.list(...asked),
    people: (spaceId: string) => read.people(spaceId),
  }
}
