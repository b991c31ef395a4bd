import { cache } from 'react'
import type { DraftView } from '#app/_data/views.ts'
import { caller } from '../caller.ts'
import { orNull } from '../orNull.ts'

/** A quest of a space while it is written; null where there is none. */
export const draftOf = cache(
  async (space: string, slug: string): Promise<DraftView | null> => orNull((await caller()).studio.quests.get({ space, slug })),
)

/** The lists that rules of a space may name, newest first. */
export const listsOf = cache(async (space: string) => (await caller()).spaces.lists({ space }))
