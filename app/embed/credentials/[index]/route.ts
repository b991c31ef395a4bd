export const dynamic = 'force-dynamic'

export { embed as GET } from '#app/_share/routes.ts'
