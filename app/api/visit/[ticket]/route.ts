export const dynamic = 'force-dynamic'

export { visitRoute as GET } from '#server/api/handlers/web.ts'
