import { CairnError } from '#server/shared/errors.ts'
import type { AuditAction } from './audit.ts'
import type { AuditStore } from './auditStore.ts'
import { act, answersFor, type Place, roleOf, type TeamAct, type TeamRefusal } from './team.ts'
import type { TeamMember, TeamStore } from './teamStore.ts'

export type TeamWork = { team: TeamStore; audit: AuditStore }
export type TeamDeps = { transact<T>(work: (work: TeamWork) => Promise<T>): Promise<T> }

const actions = {
  role: 'member.role',
  remove: 'member.removed',
  leave: 'member.left',
  'hand-over': 'space.handed-over',
} as const satisfies Record<TeamAct['kind'], AuditAction>

/**
 * Does one act on a space's team and writes it down. The team is read under its lock, so what the one who acts may do is decided on what is true then,
 * whatever the call was let in with. Throws `not-found` (no such member), `auth.forbidden`, `conflict` (the last owner, or oneself).
 */
export function changeTeam(deps: TeamDeps, { spaceId, act: one }: { spaceId: string; act: TeamAct }): Promise<void> {
  return deps.transact(async ({ team, audit }) => {
    const space = await team.hold(spaceId)
    if (!space) throw new CairnError('not-found', 'There is no such space.', { meta: { field: 'space' } })
    const before = await team.list(spaceId)
    const after = act(before, one)
    if (typeof after === 'string') throw refusal(after, one)
    await write(team, { spaceId, before, after })
    const owner = one.kind === 'hand-over' && space.ownerId === one.by ? one.to : answersFor(after, space.ownerId)
    if (owner !== space.ownerId) await team.setOwner(spaceId, owner)
    const subject = subjectOf(one)
    await audit.add({
      ...{ spaceId, accountId: one.by, action: actions[one.kind] },
      subject: nameOf(before.find(({ accountId }) => accountId === subject)) ?? subject,
      before: placeIn(before, subject),
      after: placeIn(after, subject),
    })
  })
}

async function write(team: TeamStore, { spaceId, before, after }: { spaceId: string; before: readonly Place[]; after: readonly Place[] }) {
  for (const { accountId, role } of before) {
    const now = roleOf(after, accountId)
    if (now === null) await team.remove(spaceId, accountId)
    else if (now !== role) await team.setRole(spaceId, accountId, now)
  }
}

const nameOf = (member: TeamMember | undefined) => member?.handle ?? member?.wallet

function subjectOf(one: TeamAct): string {
  switch (one.kind) {
    case 'role':
    case 'remove':
      return one.of
    case 'leave':
      return one.by
    case 'hand-over':
      return one.to
  }
}

const placeIn = (team: readonly Place[], accountId: string) => {
  const role = roleOf(team, accountId)
  return role === null ? null : { role }
}

const texts: Record<TeamRefusal, [ConstructorParameters<typeof CairnError>[0], string, string]> = {
  'no-member': ['not-found', 'This space has no such member.', 'a member of the space'],
  forbidden: ['auth.forbidden', 'Your role in this space does not include that.', 'a role that may change the team'],
  above: ['auth.forbidden', 'Only an owner may do that.', 'members and roles below your own'],
  'last-owner': ['conflict', 'A space keeps an owner. Hand it over first.', 'another owner'],
  self: ['conflict', 'That is you.', 'another member'],
}

function refusal(why: TeamRefusal, one: TeamAct): CairnError {
  const [code, message, expected] = texts[why]
  return new CairnError(code, message, { meta: { field: why === 'forbidden' ? 'space' : 'member', found: subjectOf(one), expected } })
}
