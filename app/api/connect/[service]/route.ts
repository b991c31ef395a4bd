export const dynamic = 'force-dynamic'

export { connectRoute as GET } from '#server/api/handlers/web.ts'
