import { CairnError } from '#server/shared/errors.ts'
import type { QueuedCase, ReportRow } from './caseStore.ts'
import type { PlatformWork } from './platformWork.ts'
import type { SpaceStop } from './stopStore.ts'

/** A case with what members said, and what was decided of the space before. */
export type ReadCase = QueuedCase & { said: ReportRow[]; others: QueuedCase[]; stops: SpaceStop[] }

/** Throws `not-found`. */
export async function readCase({ cases, stops }: Pick<PlatformWork, 'cases' | 'stops'>, id: string): Promise<ReadCase> {
  const found = await cases.find(id)
  if (!found) throw new CairnError('not-found', 'There is no such case.', { meta: { field: 'id', found: id } })
  const [said, others, ofSpace] = await Promise.all([
    found.kind === 'report' ? cases.reports(id) : [],
    cases.othersOf(found.spaceId, id),
    stops.ofSpace(found.spaceId),
  ])
  return { ...found, said, others, stops: ofSpace }
}
