export const dynamic = 'force-dynamic'

export { coverRoute as POST } from '#server/api/handlers/web.ts'
