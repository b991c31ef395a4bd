import { useLocale, useTranslations } from 'next-intl'
import { Button } from '#app/_ui/base/Button.tsx'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { questStates } from '#app/_ui/draft/states.ts'
import { isLocale, localePath } from '#app/_ui/locale.ts'
import { type ListFilters, listHref } from './listFilters.ts'

type Props = { space: string; filters: ListFilters }

/** Search and states, as a form and links with addresses of their own: they work before any script has come. */
export function ListHead({ space, filters }: Props) {
  const t = useTranslations('drafts')
  const locale = useLocale()
  const { q, state, archived } = filters
  const choices = [
    { key: 'all', words: t('list.all'), href: listHref(space, filters, { state: null, archived: false }), on: state === null && !archived },
    ...questStates.map((one) => ({
      key: one,
      words: t(`state.${one}`),
      href: listHref(space, filters, { state: one, archived: false }),
      on: state === one && !archived,
    })),
    { key: 'archived', words: t('list.archived'), href: listHref(space, filters, { state: null, archived: true }), on: archived },
  ]
  return (
    <div className="grid gap-4">
      <search>
        <form action={localePath(isLocale(locale) ? locale : 'en', `/studio/${space}/quests`)} className="flex max-w-xl gap-2">
          {state && <input type="hidden" name="state" value={state} />}
          {archived && <input type="hidden" name="archived" value="1" />}
          <label className="relative flex-1">
            <span className="sr-only">{t('list.search')}</span>
            <Icon name="search" className="pointer-events-none absolute top-3 left-3.5 size-4.5 text-faint" />
            <input
              type="search"
              name="q"
              // A new address brings a new field, so that it shows what the address says.
              key={q}
              defaultValue={q}
              maxLength={100}
              placeholder={t('list.search')}
              autoComplete="off"
              enterKeyHint="search"
              className="h-10.5 w-full rounded-[0.625rem] border border-edge bg-surface pr-3 pl-10 text-base placeholder:text-faint sm:text-[0.9375rem]"
            />
          </label>
          <Button type="submit" look="quiet" className="h-10.5">
            {t('list.go')}
          </Button>
        </form>
      </search>
      <nav aria-label={t('list.states')} className="-mx-1 flex flex-wrap gap-1">
        {choices.map(({ key, words, href, on }) => (
          <SiteLink
            key={key}
            href={href}
            scroll={false}
            aria-current={on ? 'true' : undefined}
            className={`flex min-h-8 items-center rounded-lg px-3 text-[0.9375rem] transition-colors ${on ? 'bg-ink font-medium text-paper' : 'text-muted hover:bg-sunken hover:text-ink'}`}
          >
            {words}
          </SiteLink>
        ))}
      </nav>
    </div>
  )
}
