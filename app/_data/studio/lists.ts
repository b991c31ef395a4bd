import { caller } from '../caller.ts'

/** What a space keeps for its rules: lists, newest first, and names of secrets. */
export const spaceLists = async (space: string) => (await caller()).spaces.lists({ space })
export const spaceSecrets = async (space: string) => (await caller()).spaces.secrets({ space })
