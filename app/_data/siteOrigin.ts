import { webHandlers } from '#server/api/handlers/web.ts'

/** The site's own origin, from configuration: what a request calls us is the caller's word. */
export const siteOrigin = (): string => webHandlers().api.members.origin
