import { mayIn, type SpaceRight, type SpaceRole } from '../role.ts'

/** What a key may be made for, each with the right that its maker's role must have: when it is made, and at every call. */
const rightsOf = {
  'quests:read': 'read',
  'quests:write': 'author',
  'quests:launch': 'review',
  'insights:read': 'insights',
  'participants:read': 'people',
  'lists:read': 'author',
  'lists:write': 'author',
  'webhooks:read': 'integrate',
  'webhooks:write': 'integrate',
} as const satisfies Record<string, SpaceRight>

export type Scope = keyof typeof rightsOf
export const scopes = Object.keys(rightsOf) as [Scope, ...Scope[]]

export const rightOf = (scope: Scope): SpaceRight => rightsOf[scope]

/** Whether a key of somebody with this role may do what the scope names. Null: no role any more. */
export const roleAllows = (role: SpaceRole | null, scope: Scope): boolean => mayIn(role, rightsOf[scope])
