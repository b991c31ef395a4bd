export const dynamic = 'force-dynamic'

export { viewRoute as POST } from '#server/api/handlers/web.ts'
