import { cache } from 'react'
import type { Inputs } from '#server/api/types.ts'
import { isCairnError } from '#server/shared/errors.ts'
import { caller } from '../caller.ts'
import { orNull } from '../orNull.ts'

type ListInput = Inputs['studio']['quests']['list']

/** Quests of a space, the one that was worked on last first. A cursor that is none of this list begins at its front. */
export async function draftList(asked: ListInput) {
  const { studio } = await caller()
  return (await orNull(studio.quests.list(asked))) ?? studio.quests.list({ ...asked, cursor: null })
}

/** Its published versions, newest first. */
export const versionsOf = cache(async (space: string, slug: string) => orNull((await caller()).studio.quests.versions({ space, slug })))

/** A quest as its page would show it to members. */
export const previewOf = cache(async (space: string, slug: string) => orNull((await caller()).studio.quests.preview({ space, slug })))

/** What differs between two versions, or between one and the draft; null while the draft is not whole, or there is no such version. */
export async function versionDiff(input: Inputs['studio']['quests']['diff']) {
  try {
    return await (await caller()).studio.quests.diff(input)
  } catch (error) {
    const cause = error instanceof Error && isCairnError(error.cause) ? error.cause : error
    if (isCairnError(cause) && (cause.code === 'quest.malformed' || cause.code === 'not-found')) return null
    throw error
  }
}
