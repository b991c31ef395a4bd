export const dynamic = 'force-dynamic'

export { authRoute as GET, authRoute as POST } from '#server/api/handlers/web.ts'
