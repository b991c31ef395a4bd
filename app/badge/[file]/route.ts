export const dynamic = 'force-dynamic'

export { badge as GET } from '#app/_share/routes.ts'
