/** Roles in a space, from the most to the least. */
export const roles = ['owner', 'admin', 'editor', 'reviewer', 'analyst'] as const
export type SpaceRole = (typeof roles)[number]

/**
 * What can be done in a space. `read`: see drafts, lists and team. `author`: write quests. `review`: approve, publish, pause and end them. `insights`: counts.
 * `people`: participants with their wallets. `revoke`: take a credential back. `funds`: money. `integrate`: keys, webhooks, secrets. `team`: members and
 * settings. `own`: hand the space over or close it.
 */
const rolesOf = {
  read: roles,
  insights: roles,
  author: ['owner', 'admin', 'editor'],
  review: ['owner', 'admin', 'reviewer'],
  people: ['owner', 'admin', 'analyst'],
  revoke: ['owner', 'admin', 'reviewer'],
  funds: ['owner', 'admin'],
  integrate: ['owner', 'admin'],
  team: ['owner', 'admin'],
  own: ['owner'],
} as const satisfies Record<string, readonly SpaceRole[]>

export type SpaceRight = keyof typeof rolesOf
export const spaceRights = Object.keys(rolesOf) as SpaceRight[]

/** Whether a role has a right; null is who has none. */
export const mayIn = (role: SpaceRole | null, right: SpaceRight): boolean =>
  role !== null && (rolesOf[right] as readonly SpaceRole[]).includes(role)

/** The rights of a role, for a page that shows what can be done. */
export const rightsOf = (role: SpaceRole): SpaceRight[] => spaceRights.filter((right) => mayIn(role, right))
