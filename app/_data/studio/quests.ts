import { cache } from 'react'
import type { Inputs } from '#server/api/types.ts'
import { caller } from '../caller.ts'
import { orNull } from '../orNull.ts'

type ListInput = Inputs['studio']['quests']['list']

/** Quests of a space, the one that was worked on last first. A cursor that is none of this list begins at its front. */
export async function draftList(asked: ListInput) {
  const { studio } = await caller()
  return (await orNull(studio.quests.list(asked))) ?? studio.quests.list({ ...asked, cursor: null })
}

/** A quest of a space as its authors and reviewers see it; null where there is none. */
export const draftOf = cache(async (space: string, slug: string) => orNull((await caller()).studio.quests.get({ space, slug })))

/** Its published versions, newest first. */
export const versionsOf = cache(async (space: string, slug: string) => orNull((await caller()).studio.quests.versions({ space, slug })))
