import { cache } from 'react'
import { caller } from '../caller.ts'
import { orNull } from '../orNull.ts'

/** The spaces that the signed-in member works for, oldest first. */
export const mySpaces = async () => (await caller()).studio.spaces.list()

/** A space with the member's role in it and the rights of that role; null for who does not work there. */
export const spaceOf = cache(async (space: string) => orNull((await caller()).studio.spaces.bySlug({ space })))

/** The quests of a space that were worked on last. */
export const recentQuests = async (space: string) => (await (await caller()).studio.quests.list({ space, limit: 6 })).items

/** What a space says of itself, with its domain. */
export const spaceSettings = cache(async (space: string) => (await caller()).studio.settings.read({ space }))

export const spaceTeam = cache(async (space: string) => (await caller()).studio.team.list({ space }))

/** What the platform held or delisted of a space, with appeals. */
export const spaceStops = cache(async (space: string) => (await caller()).studio.stops.list({ space }))
