export const dynamic = 'force-dynamic'

export { trpcRoute as GET, trpcRoute as POST } from '#server/api/handlers/web.ts'
