import type { Inputs } from '#server/api/types.ts'
import type { Text } from '#server/verify/verdict.ts'

/** The credential that somebody is about to take back. */
export type RevokeTarget = { id: string; serial: number | null; quest: Text }

export type RevokeReason = Inputs['studio']['insights']['revoke']['reason']

/** In the order of the choices. */
export const revokeReasons = ['mistake', 'multiple', 'cheated', 'request', 'other'] as const satisfies RevokeReason[]

export const mostWords = 500
