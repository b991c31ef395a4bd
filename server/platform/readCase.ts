import { CairnError } from '#server/shared/errors.ts'
import type { QueuedCase, ReportRow } from './caseStore.ts'
import type { PlatformWork } from './platformWork.ts'

/** A case with what members said. Throws `not-found`. */
export async function readCase({ cases }: Pick<PlatformWork, 'cases'>, id: string): Promise<QueuedCase & { said: ReportRow[] }> {
  const found = await cases.find(id)
  if (!found) throw new CairnError('not-found', 'There is no such case.', { meta: { field: 'id', found: id } })
  return { ...found, said: found.kind === 'report' ? await cases.reports(id) : [] }
}
