export const dynamic = 'force-dynamic'

export { profileCardPicture as GET } from '#app/_share/routes.ts'
