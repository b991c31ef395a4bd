export const dynamic = 'force-dynamic'

export { coverRoute as GET } from '#server/api/handlers/web.ts'
