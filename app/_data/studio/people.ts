import type { Inputs } from '#server/api/types.ts'
import { caller } from '../caller.ts'
import { orNull } from '../orNull.ts'

/** Open invitations of a space. */
export const spaceInvitations = async (space: string) => (await caller()).studio.team.invitations({ space })

/** Invitations that wait for the signed-in member. */
export const myInvitations = async () => (await caller()).studio.invitations.mine()

/** What was done in a space, newest first. A cursor that is none of this list begins at its front. */
export async function spaceLog(asked: Inputs['studio']['audit']['list']) {
  const { audit } = (await caller()).studio
  return (await orNull(audit.list(asked))) ?? audit.list({ ...asked, cursor: null })
}

/** Everybody who did something in a space. */
export const spaceLogPeople = async (space: string) => (await caller()).studio.audit.people({ space })
