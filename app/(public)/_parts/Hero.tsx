import { useLocale, useTranslations } from 'next-intl'
import type { Home } from '#app/_data/views.ts'
import { ButtonLink } from '#app/_ui/base/Button.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { Cairn } from '#app/_ui/credential/Cairn.tsx'
import { isCategory } from '#app/_ui/credential/mineral.ts'
import { say } from '#app/_ui/say.ts'

const mostStones = 6

/** One sentence, one action, and a pile whose stones are the quests that are open now. */
export function Hero({ home }: { home: Home }) {
  const t = useTranslations('home')
  const locale = useLocale()
  const open = [...home.featured, ...home.forYou.map(({ quest }) => quest), ...home.trending.map(({ quest }) => quest)]
  const quests = new Map(open.map((quest) => [quest.slug, quest]))
  const stones = [...quests.values()].slice(0, mostStones).map((quest) => ({
    key: quest.slug,
    quest: quest.slug,
    category: isCategory(quest.category) ? quest.category : ('infrastructure' as const),
    holder: '',
    label: say(quest.title, locale),
  }))
  return (
    <section className="page grid items-center gap-x-12 gap-y-10 pt-10 pb-16 sm:pt-16 lg:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)] lg:pb-20">
      <div>
        <h1 className="text-hero font-semibold">
          <span className="block">{t('headlineDo')}</span> <span className="block">{t('headlineKeep')}</span>
        </h1>
        <p className="mt-6 max-w-[34rem] text-lg leading-relaxed text-muted sm:text-xl">{t('sentence')}</p>
        <div className="mt-9 flex flex-wrap gap-3">
          <ButtonLink href="/quests" size="large">
            {t('start')}
          </ButtonLink>
          <ButtonLink href="/explorer" look="quiet" size="large">
            {t('check')}
          </ButtonLink>
        </div>
      </div>
      <div className="mx-auto w-full max-w-[30rem] px-2">
        <Cairn
          stones={stones}
          label={t('pile')}
          className="w-full"
          wrap={(stone, drawing) => (
            <SiteLink href={`/quests/${stone.quest}`} className="group outline-offset-8" aria-label={stone.label}>
              <title>{stone.label}</title>
              {drawing}
            </SiteLink>
          )}
        />
      </div>
    </section>
  )
}
