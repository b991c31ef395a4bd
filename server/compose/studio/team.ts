import { transact } from '#drizzle/transact.ts'
import { tellInvited } from '#server/news/tellStudioStore.ts'
import { answerInvitation, myInvitations } from '#server/spaces/answerInvitation.ts'
import { createAuditStore } from '#server/spaces/auditStore.ts'
import { changeTeam } from '#server/spaces/changeTeam.ts'
import { createInvitationStore } from '#server/spaces/invitationStore.ts'
import { type InviteDeps, inviteWallet, revokeInvitation } from '#server/spaces/inviteWallet.ts'
import { createTeamStore } from '#server/spaces/teamStore.ts'
import type { StudioDeps } from '../studio.ts'

/** Who works for a space: members, their roles, and invitations. */
export function composeTeam({ db, now }: StudioDeps) {
  const deps: InviteDeps = {
    transact: (work) =>
      transact(db, (connection) =>
        work({
          team: createTeamStore(connection),
          invitations: createInvitationStore(connection),
          audit: createAuditStore(connection),
          tellInvited: (invitation) => tellInvited(connection, invitation),
        }),
      ),
    now,
  }
  const readInvitations = createInvitationStore(db)
  const readTeam = createTeamStore(db)
  return {
    list: (spaceId: string) => readTeam.list(spaceId),
    change: (input: Parameters<typeof changeTeam>[1]) => changeTeam(deps, input),
    invitations: (spaceId: string) => readInvitations.open(spaceId, new Date(now())),
    invite: (input: Parameters<typeof inviteWallet>[1]) => inviteWallet(deps, input),
    revoke: (input: Parameters<typeof revokeInvitation>[1]) => revokeInvitation(deps, input),
    mine: (accountId: string) => myInvitations({ readInvitations, now }, accountId),
    answer: (input: Parameters<typeof answerInvitation>[1]) => answerInvitation(deps, input),
  }
}
