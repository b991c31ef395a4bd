import { getTranslations } from 'next-intl/server'
import { myPlatform } from '#app/_data/console.ts'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'

/** The way to the console, for those who look after the site. */
export async function ConsoleLink({ className }: { className: string }) {
  const [me, t] = await Promise.all([myPlatform(), getTranslations('site')])
  return (
    me && (
      <SiteLink href="/console" className={className}>
        {t('console')}
      </SiteLink>
    )
  )
}
