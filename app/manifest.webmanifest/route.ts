import { getLocale, getTranslations } from 'next-intl/server'
import { webManifest } from '#app/_data/webManifest.ts'

export const dynamic = 'force-dynamic'

/** `/manifest.webmanifest`, and under `/ja` in Japanese. */
export async function GET(): Promise<Response> {
  const [locale, t, tInbox] = await Promise.all([getLocale(), getTranslations('site'), getTranslations('inbox')])
  const words = { description: t('motto'), quests: t('quests'), rewards: t('rewards'), inbox: tInbox('title') }
  return Response.json(webManifest(locale === 'ja' ? 'ja' : 'en', words), {
    headers: { 'content-type': 'application/manifest+json', 'cache-control': 'public, max-age=3600' },
  })
}
