import { cache } from 'react'
import { caller } from '../caller.ts'

/** The money of a space. */
export const spaceFunds = cache(async (space: string) => (await caller()).studio.funds.read({ space }))

/** Who brought members to the quests of a space, and what is due to them. */
export const spaceReferrals = async (space: string) => (await caller()).studio.funds.referrals({ space })
