import { caller } from '../caller.ts'

/** The keys of a space, without their secrets, and the scopes that there are. */
export const spaceKeys = async (space: string) => (await caller()).studio.keys.list({ space })
