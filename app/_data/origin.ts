import { webHandlers } from '#server/api/handlers/web.ts'

/** Origin of the site, from configuration: what addresses that leave it begin with. */
export const siteOrigin = (): string => webHandlers().api.members.origin
