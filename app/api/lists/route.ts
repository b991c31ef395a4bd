export const dynamic = 'force-dynamic'

export { listRoute as POST } from '#server/api/handlers/web.ts'
