export const dynamic = 'force-dynamic'

export { credentialCardPicture as GET } from '#app/_share/routes.ts'
