export const dynamic = 'force-dynamic'

export { questEmbed as GET } from '#app/_share/routes.ts'
