export const dynamic = 'force-dynamic'

export { healthRoute as GET } from '#server/api/handlers/web.ts'
