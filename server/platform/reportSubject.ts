import { CairnError } from '#server/shared/errors.ts'
import type { ReportReason } from './case.ts'
import type { PlatformDeps } from './platformWork.ts'
import { requireSubject } from './requireSubject.ts'
import type { Named } from './subjectStore.ts'

const dayMs = 24 * 3_600_000
const reportsPerDay = 10

/**
 * A member says something against a space or quest: it waits in the queue with what others said of it. Throws `not-found`, `conflict` (the member's last report
 * of it is still looked at), `rate.limited`.
 */
export function reportSubject(
  deps: PlatformDeps,
  { accountId, subject: named, reason, words }: { accountId: string; subject: Named; reason: ReportReason; words: string },
): Promise<{ id: string }> {
  return deps.transact(async ({ subjects, cases }) => {
    const at = new Date(deps.now())
    const made = await cases.reportedSince(accountId, new Date(at.getTime() - dayMs))
    if (made >= reportsPerDay)
      throw new CairnError('rate.limited', 'You have made your reports for today.', {
        meta: { field: 'subject', found: made, expected: `at most ${reportsPerDay} in 24 hours`, retryAfterSeconds: dayMs / 1000 },
      })
    const subject = await requireSubject(subjects, named)
    const { id } = await cases.open('report', subject, { at })
    if (!(await cases.addReport({ caseId: id, accountId, reason, words, createdAt: at })))
      throw new CairnError('conflict', 'Your report of this is being looked at.', {
        meta: { field: 'subject', found: named.slug, expected: 'one report until it is resolved' },
      })
    return { id }
  })
}
