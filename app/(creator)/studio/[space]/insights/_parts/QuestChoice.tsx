import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { InsightQuestCard } from '#app/_data/studio/insights.ts'
import { Button, ButtonLink } from '#app/_ui/base/Button.tsx'
import { Empty } from '#app/_ui/base/Empty.tsx'
import { Field } from '#app/_ui/base/Field.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { Tag } from '#app/_ui/base/Tag.tsx'
import { isLocale, localePath } from '#app/_ui/locale.ts'
import { say } from '#app/_ui/say.ts'

type Props = { space: string; search: string; found: { quests: InsightQuestCard[]; more: boolean } }

/** The space's quests with their week; each leads to its own insights. */
export function QuestChoice({ space, search, found: { quests, more } }: Props) {
  const t = useTranslations('insights.choose')
  const locale = useLocale()
  const path = `/studio/${space}/insights`
  if (quests.length === 0 && search === '')
    return (
      <Empty level={2} title={t('noneTitle')}>
        {t('noneText')}
      </Empty>
    )
  return (
    <section aria-labelledby="quests">
      <h2 id="quests" className="text-section font-semibold">
        {t('quests')}
      </h2>
      <p className="mt-1 text-muted">{t('lead')}</p>
      {(more || search !== '') && (
        <form action={localePath(isLocale(locale) ? locale : 'en', path)} className="mt-4 flex flex-wrap items-end gap-3" key={search}>
          <Field
            label={t('search')}
            name="search"
            type="search"
            defaultValue={search}
            maxLength={100}
            className="min-w-0 flex-1 sm:max-w-80"
          />
          <Button type="submit" look="quiet">
            {t('go')}
          </Button>
          {search !== '' && (
            <ButtonLink href={path} look="plain">
              {t('clear')}
            </ButtonLink>
          )}
        </form>
      )}
      <div className="mt-4">
        {quests.length === 0 ? (
          <Empty title={t('noMatchTitle')}>{t('noMatchText', { search })}</Empty>
        ) : (
          <QuestTable space={space} quests={quests} />
        )}
      </div>
      {more && <p className="mt-3 text-sm text-muted">{t('more')}</p>}
    </section>
  )
}

const tones = { publishing: 'accent', live: 'good', paused: 'bad', ended: 'plain' } as const

function QuestTable({ space, quests }: { space: string; quests: InsightQuestCard[] }) {
  const t = useTranslations('insights.choose')
  const tWeek = useTranslations('insights.week')
  const locale = useLocale()
  const format = useFormatter()
  const head = 'px-4 py-3 font-medium'
  return (
    <div className="slab overflow-hidden">
      <table className="w-full text-[0.9375rem]">
        <thead className="text-[0.8125rem] text-faint">
          <tr className="border-b border-line text-right">
            <th scope="col" className={`${head} text-left`}>
              {t('quest')}
            </th>
            <th scope="col" className={`${head} hidden sm:table-cell`}>
              {tWeek('views')}
            </th>
            <th scope="col" className={head}>
              {tWeek('started')}
            </th>
            <th scope="col" className={`${head} hidden sm:table-cell`}>
              {tWeek('completed')}
            </th>
            <th scope="col" className={`${head} hidden md:table-cell`}>
              {t('places')}
            </th>
          </tr>
        </thead>
        <tbody>
          {quests.map(({ slug, title, status, views, started, completed, places }) => (
            <tr key={slug} data-quest={slug} className="relative border-b border-line text-right last:border-0 hover:bg-sunken/70">
              <th scope="row" className="px-4 py-3.5 text-left font-normal">
                <SiteLink
                  href={`/studio/${space}/quests/${slug}/insights`}
                  className="font-medium [overflow-wrap:anywhere] after:absolute after:inset-0"
                >
                  {say(title, locale)}
                </SiteLink>
                <span className="mt-1.5 block">
                  <Tag tone={tones[status]}>{t(`status.${status}`)}</Tag>
                </span>
              </th>
              <td className="hidden px-4 py-3.5 text-muted sm:table-cell">{format.number(views)}</td>
              <td className="px-4 py-3.5">{format.number(started)}</td>
              <td className="hidden px-4 py-3.5 sm:table-cell">{format.number(completed)}</td>
              <td className="hidden px-4 py-3.5 text-muted md:table-cell">
                {t('placesOf', { taken: format.number(places.taken), of: format.number(places.of) })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
