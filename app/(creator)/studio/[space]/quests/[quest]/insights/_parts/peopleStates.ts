import type { Inputs } from '#server/api/types.ts'

type Asked = Inputs['studio']['insights']['participants']

/** How far a participant may be, and the verdicts on a step, in the order of the choices. */
export const participantStates = ['open', 'completed', 'final', 'revoked'] as const satisfies NonNullable<Asked['state']>[]
export const stepStates = ['pass', 'fail', 'pending', 'error', 'none'] as const satisfies NonNullable<Asked['verdict']>[]
