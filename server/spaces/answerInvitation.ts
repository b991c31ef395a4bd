import { CairnError } from '#server/shared/errors.ts'
import type { InvitationStore, MyInvitation } from './invitationStore.ts'
import type { InviteDeps } from './inviteWallet.ts'

/** Invitations that wait for the member, by any linked wallet. */
export const myInvitations = (
  deps: { readInvitations: Pick<InvitationStore, 'forAccount'>; now(): number },
  accountId: string,
): Promise<MyInvitation[]> => deps.readInvitations.forAccount(accountId, new Date(deps.now()))

/**
 * Takes the place, or says no to it. Only for whoever holds the wallet now: a wallet that left the account takes its invitations along. Throws `not-found`
 * (also for others' invitations), `conflict` (run out, or at work there already).
 */
export function answerInvitation(deps: InviteDeps, { accountId, id, accept }: { accountId: string; id: string; accept: boolean }) {
  return deps.transact(async ({ team, invitations, audit }) => {
    const at = new Date(deps.now())
    const found = await invitations.lock(id)
    if (found?.status !== 'open' || !(await invitations.holds(accountId, found.wallet)))
      throw new CairnError('not-found', 'There is no such invitation for you.', { meta: { field: 'id', found: id } })
    const { spaceId, role, wallet } = found
    if (found.expiresAt <= at)
      throw new CairnError('conflict', 'This invitation has run out.', {
        meta: { field: 'id', found: found.expiresAt.toISOString(), expected: 'an invitation of the last 14 days' },
      })
    const space = await team.hold(spaceId)
    if (!space) throw new CairnError('not-found', 'There is no such space.', { meta: { field: 'id', found: id } })
    if (accept && !(await team.add(spaceId, { accountId, role })))
      throw new CairnError('conflict', 'You work for this space already.', {
        meta: { field: 'id', found: id, expected: 'a space that is new to you' },
      })
    await invitations.close(id, accept ? 'accepted' : 'declined', at)
    const action = accept ? 'invitation.accepted' : 'invitation.declined'
    await audit.add({ spaceId, accountId, action, subject: wallet, ...(accept ? { after: { role } } : {}) })
    return { space: { slug: space.slug, name: space.name }, role: accept ? role : null }
  })
}
