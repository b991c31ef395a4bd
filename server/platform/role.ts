/** Roles on the platform, from the most to the least. They are given by the command line alone: `./cairn role`. */
export const platformRoles = ['admin', 'moderator'] as const
export type PlatformRole = (typeof platformRoles)[number]

/** `moderate`: the queue, reports, delisting and appeals. `audit`: read the log. `feature`: put a quest in front. */
const rolesOf = {
  moderate: platformRoles,
  audit: platformRoles,
  feature: ['admin'],
} as const satisfies Record<string, readonly PlatformRole[]>

export type PlatformRight = keyof typeof rolesOf
export const platformRights = Object.keys(rolesOf) as PlatformRight[]

/** Whether a role has a right; null is who has none. */
export const mayOnPlatform = (role: PlatformRole | null, right: PlatformRight): boolean =>
  role !== null && (rolesOf[right] as readonly PlatformRole[]).includes(role)
