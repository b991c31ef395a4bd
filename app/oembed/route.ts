export const dynamic = 'force-dynamic'

export { oembed as GET } from '#app/_share/routes.ts'
