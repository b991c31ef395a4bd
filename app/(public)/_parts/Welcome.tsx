import { useLocale, useTranslations } from 'next-intl'
import type { Home, Me } from '#app/_data/views.ts'
import { ButtonLink } from '#app/_ui/base/Button.tsx'
import { say } from '#app/_ui/say.ts'

type Props = { me: NonNullable<Me>; home: Home }

/** The head of a member's home: what is nearest to being done comes first. */
export function Welcome({ me, home: { nearly, forYou, featured } }: Props) {
  const t = useTranslations('home')
  const locale = useLocale()
  const next = nearly[0] ?? featured[0] ?? forYou[0]?.quest
  return (
    <section className="page flex flex-wrap items-end justify-between gap-x-10 gap-y-6 pt-10 sm:pt-14">
      <div className="min-w-0 max-w-2xl">
        <h1 className="text-title font-semibold break-words">{me.handle ? t('welcomeName', { name: me.handle }) : t('welcome')}</h1>
        <p className="mt-3 text-lg leading-relaxed text-muted">{t(nearly.length > 0 ? 'welcomeNearly' : 'welcomeLead')}</p>
      </div>
      <div className="flex flex-wrap gap-3">
        {next && (
          <ButtonLink href={`/quests/${next.slug}`} className="max-w-full">
            <span className="truncate">{t(nearly.length > 0 ? 'goOn' : 'begin', { quest: say(next.title, locale) })}</span>
          </ButtonLink>
        )}
        <ButtonLink href={`/people/${me.handle ?? me.accountId}`} look="quiet">
          {t('yourCairn')}
        </ButtonLink>
      </div>
    </section>
  )
}
