/** Every act that the log of the platform knows. */
export const platformActions = [
  'role.given',
  'role.taken',
  'case.taken',
  'case.resolved',
  'space.held',
  'space.delisted',
  'space.relisted',
  'quest.delisted',
  'quest.relisted',
  'quest.featured',
  'feature.ended',
  'features.ordered',
] as const
export type PlatformAction = (typeof platformActions)[number]

/** One act. `accountId` null: the platform by itself, or its command line. `subject`: a slug, a case, a wallet. */
export type PlatformEntry = {
  accountId: string | null
  action: PlatformAction
  subject: string
  before?: Record<string, unknown> | null
  after?: Record<string, unknown> | null
}
