import { cache } from 'react'
import { caller } from '../caller.ts'
import { orNull } from '../orNull.ts'

/** The money of a space. */
export const spaceFunds = cache(async (space: string) => (await caller()).studio.funds.read({ space }))

/** Who brought members to the quests of a space, and what is due to them. */
export const spaceReferrals = async (space: string) => (await caller()).studio.funds.referrals({ space })

/** A draft of a space; null where there is none. */
export const draftBySlug = cache(async (space: string, slug: string) => orNull((await caller()).studio.quests.get({ space, slug })))
