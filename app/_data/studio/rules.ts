import { caller } from '../caller.ts'

/** Every kind of check with its form. */
export const ruleKinds = async () => (await caller()).studio.rules.kinds()
