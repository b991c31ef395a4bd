import { nameOf } from './cubeFile.ts'
import type { SubmissionRow } from './submissionStore.ts'

/** A CUBE whose file the member added. `id`: its URN. */
export type KeptCube = { id: string; name: string; addedAt: string }

/** The files that are kept of a step, by the CUBE's URN. */
export const documentsIn = (submissions: readonly Pick<SubmissionRow, 'answers'>[]): Record<string, string> =>
  Object.assign({}, ...submissions.map(({ answers }) => answers))

/** The CUBEs as the step shows them, in the order they were added. */
export function cubesIn(submissions: readonly SubmissionRow[]): KeptCube[] {
  return submissions
    .toReversed()
    .flatMap(({ answers, createdAt }) =>
      Object.entries(answers).map(([id, document]) => ({ id, name: nameIn(document), addedAt: createdAt.toISOString() })),
    )
}

/** Only texts that `addCube` has read are kept. */
const nameIn = (document: string) => nameOf(String((JSON.parse(document) as { name?: unknown }).name))
