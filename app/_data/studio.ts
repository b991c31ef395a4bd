import { caller } from './caller.ts'

/** The spaces that the signed-in member works for, oldest first. */
export const mySpaces = async () => (await caller()).studio.spaces.list()

/** Every kind of check with its form. */
export const ruleKinds = async () => (await caller()).studio.rules.kinds()
