import { CairnError } from '#server/shared/errors.ts'
import type { Named, Subject, SubjectStore } from './subjectStore.ts'

/** The subject that is named, held. Throws `not-found`. */
export async function requireSubject(subjects: SubjectStore, named: Named): Promise<Subject> {
  const subject = await subjects.find(named)
  if (!subject)
    throw new CairnError('not-found', `There is no such ${named.kind}.`, { meta: { field: 'slug', found: named.slug.slice(0, 80) } })
  await subjects.hold(subject.spaceId)
  return subject
}
