import { caller } from '../caller.ts'

/** The contracts that a space imported, the latest first. */
export const spaceContracts = async (space: string) => (await (await caller()).studio.contracts.list({ space })).toReversed()
