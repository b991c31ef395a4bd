import { evmWalletId, parseWalletId, solanaWalletId, type WalletId } from '#server/auth/walletId.ts'
import { CairnError } from '#server/shared/errors.ts'
import type { TeamWork } from './changeTeam.ts'
import type { InvitationRow, InvitationStore, InvitedRole } from './invitationStore.ts'
import { mayGive, roleOf } from './team.ts'

export type InviteWork = TeamWork & {
  invitations: InvitationStore
  /** Whoever holds the wallet is told (room `news`). */
  tellInvited(invitation: Pick<InvitationRow, 'id' | 'spaceId' | 'wallet' | 'role'>): Promise<void>
}
export type InviteDeps = { transact<T>(work: (work: InviteWork) => Promise<T>): Promise<T>; now(): number }

/** Roles that can be given by invitation: a space is handed over to one of its members. */
export const invitedRoles = ['admin', 'editor', 'reviewer', 'analyst'] as const satisfies readonly InvitedRole[]

export const invitationMs = 14 * 24 * 3_600_000
export const mostOpenInvitations = 50

/**
 * Offers a place to whoever signs in with a wallet (CAIP-10, wallet id or bare address). Throws `input.invalid` (no wallet, or 50 are open), `auth.forbidden`
 * (not a role to give), `conflict` (invited already, or at work here).
 */
export function inviteWallet(
  deps: InviteDeps,
  { spaceId, accountId, ...input }: { spaceId: string; accountId: string; wallet: string; role: InvitedRole },
) {
  const wallet = readWallet(input.wallet)
  return deps.transact(async ({ team, invitations, audit, tellInvited }) => {
    const at = new Date(deps.now())
    await mustGive({ team }, { spaceId, accountId, role: input.role })
    await invitations.dropRunOut(spaceId, at)
    const open = await invitations.open(spaceId, at)
    if (open.length >= mostOpenInvitations)
      throw new CairnError('input.invalid', 'Too many invitations are open.', {
        meta: { field: 'wallet', found: open.length, expected: `fewer than ${mostOpenInvitations} open invitations` },
      })
    const members = await team.list(spaceId)
    for (const place of members)
      if (await invitations.holds(place.accountId, wallet))
        throw new CairnError('conflict', 'The holder of this wallet works here already.', {
          meta: { field: 'wallet', found: wallet, expected: 'a wallet of nobody in the team' },
        })
    const expiresAt = new Date(at.getTime() + invitationMs)
    const row = await invitations.add({ spaceId, wallet, role: input.role, invitedBy: accountId, createdAt: at, expiresAt })
    if (!row)
      throw new CairnError('conflict', 'This wallet is invited already.', {
        meta: { field: 'wallet', found: wallet, expected: 'a wallet without an open invitation' },
      })
    await audit.add({ spaceId, accountId, action: 'invitation.made', subject: wallet, after: { role: row.role } })
    await tellInvited(row)
    return { id: row.id, wallet, role: row.role, expiresAt: expiresAt.toISOString() }
  })
}

/** Takes an open invitation back. Throws `not-found`, `auth.forbidden` (of a role that is not theirs to give). */
export function revokeInvitation(deps: InviteDeps, { spaceId, accountId, id }: { spaceId: string; accountId: string; id: string }) {
  return deps.transact(async ({ team, invitations, audit }) => {
    await team.hold(spaceId)
    const found = await invitations.lock(id)
    if (found?.spaceId !== spaceId || found.status !== 'open')
      throw new CairnError('not-found', 'There is no such open invitation.', { meta: { field: 'id', found: id } })
    await mustGive({ team }, { spaceId, accountId, role: found.role })
    await invitations.close(id, 'revoked', new Date(deps.now()))
    await audit.add({ spaceId, accountId, action: 'invitation.revoked', subject: found.wallet, before: { role: found.role } })
    return {}
  })
}

/** Holds the team, and refuses who may not give the role as the team is now. */
async function mustGive({ team }: Pick<InviteWork, 'team'>, input: { spaceId: string; accountId: string; role: InvitedRole }) {
  await team.hold(input.spaceId)
  const own = roleOf(await team.list(input.spaceId), input.accountId)
  if (own === null || !mayGive(own, input.role))
    throw new CairnError('auth.forbidden', 'Only a higher role may give this one.', {
      meta: { field: 'role', found: input.role, expected: own === 'admin' ? 'a role below admin' : 'a role that may change the team' },
    })
}

function readWallet(text: string): WalletId {
  const wallet = parseWalletId(text) ?? evmWalletId(text) ?? solanaWalletId(text)
  if (wallet) return wallet
  throw new CairnError('input.invalid', 'This names no wallet.', {
    meta: {
      field: 'wallet',
      found: text.slice(0, 80),
      expected: 'a CAIP-10 id, an EVM address with a right checksum, or a Solana address',
    },
  })
}
