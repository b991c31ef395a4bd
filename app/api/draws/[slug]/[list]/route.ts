export const dynamic = 'force-dynamic'

export { drawRoute as GET } from '#server/api/handlers/web.ts'
