import type { Outputs } from '#server/api/types.ts'
import { caller } from '../caller.ts'

export type Signers = Outputs['studio']['signer']['list']
export type Signer = Signers['signers'][number]
export type SignedQuest = Signers['quests'][number]

/** The signers of a space, and its quests in the slot with who signs for them. */
export const spaceSigners = async (space: string): Promise<Signers> => (await caller()).studio.signer.list({ space })
