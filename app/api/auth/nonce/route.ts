export const dynamic = 'force-dynamic'

export { nonceRoute as GET } from '#server/api/handlers/web.ts'
