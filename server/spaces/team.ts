import type { SpaceRole } from './role.ts'

/** A member's place in a space. */
export type Place = { accountId: string; role: SpaceRole }

/** `by` does it. `hand-over`: another member becomes the owner, and who was it becomes an admin. */
export type TeamAct =
  | { kind: 'role'; by: string; of: string; to: SpaceRole }
  | { kind: 'remove'; by: string; of: string }
  | { kind: 'leave'; by: string }
  | { kind: 'hand-over'; by: string; to: string }

/** `above`: about somebody, or to a role, that is not below the one who acts. `last-owner`: nobody would own the space. */
export type TeamRefusal = 'no-member' | 'forbidden' | 'above' | 'last-owner' | 'self'

/** The team after an act, or why it may not be done. A space keeps an owner whatever is tried, in whatever order. */
export function act(team: readonly Place[], one: TeamAct): Place[] | TeamRefusal {
  const by = roleOf(team, one.by)
  if (by === null) return 'forbidden'
  switch (one.kind) {
    case 'role':
      return mayChange(team, one, by) ?? owned(withRole(team, one.of, one.to))
    case 'remove':
      return one.of === one.by ? 'self' : (mayChange(team, one, by) ?? owned(without(team, one.of)))
    case 'leave':
      return owned(without(team, one.by))
    case 'hand-over':
      if (by !== 'owner') return 'forbidden'
      if (roleOf(team, one.to) === null) return 'no-member'
      return one.to === one.by ? 'self' : withRole(withRole(team, one.to, 'owner'), one.by, 'admin')
  }
}

/** Who answers for the space in public: as before while that one owns it, else the owner who has been there longest. `team` is in that order. */
export function answersFor(team: readonly Place[], before: string): string {
  if (roleOf(team, before) === 'owner') return before
  return team.find(({ role }) => role === 'owner')?.accountId ?? before
}

/** Whether a member of one role may give or take another: owners any, admins those below them, others none. */
export const mayGive = (by: SpaceRole, role: SpaceRole): boolean =>
  by === 'owner' || (by === 'admin' && role !== 'owner' && role !== 'admin')

export const roleOf = (team: readonly Place[], accountId: string): SpaceRole | null =>
  team.find((place) => place.accountId === accountId)?.role ?? null

function mayChange(team: readonly Place[], one: { by: string; of: string; to?: SpaceRole }, by: SpaceRole): TeamRefusal | null {
  if (by !== 'owner' && by !== 'admin') return 'forbidden'
  const of = roleOf(team, one.of)
  if (of === null) return 'no-member'
  // An admin is nobody's to change but an owner's, not even their own: they leave.
  return mayGive(by, of) && (one.to === undefined || mayGive(by, one.to)) ? null : 'above'
}

const withRole = (team: readonly Place[], accountId: string, role: SpaceRole) =>
  team.map((place) => (place.accountId === accountId ? { ...place, role } : place))
const without = (team: readonly Place[], accountId: string) => team.filter((place) => place.accountId !== accountId)
const owned = (team: Place[]) => (team.some(({ role }) => role === 'owner') ? team : 'last-owner')
