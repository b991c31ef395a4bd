export const dynamic = 'force-dynamic'

export { csvRoute as GET } from '#server/api/handlers/web.ts'
