import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '#app/_ui/base/Button.tsx'
import { isLocale, localePath } from '#app/_ui/locale.ts'
import { shownName } from '#app/_ui/wallet/MemberName.tsx'
import { type LogQuery, logHref } from './logQuery.ts'

type Props = {
  space: string
  query: LogQuery
  people: readonly { accountId: string; name: string | null }[]
  actions: readonly { action: string; words: string }[]
}

/** Two choices and a button: a form that the browser sends by itself. */
export function LogFilter({ space, query: { by, action }, people, actions }: Props) {
  const t = useTranslations('audit.filter')
  const locale = useLocale()
  return (
    <search className="page mb-6">
      <form
        // The choices are the browser's own: another view begins with others.
        key={`${by} ${action}`}
        action={localePath(isLocale(locale) ? locale : 'en', logHref(space, {}))}
        className="flex flex-wrap items-end gap-3"
      >
        <Choice name="by" label={t('person')} chosen={by}>
          <option value="">{t('anybody')}</option>
          {people.map(({ accountId, name }) => (
            <option key={accountId} value={accountId}>
              {shownName(name ?? accountId)}
            </option>
          ))}
        </Choice>
        <Choice name="action" label={t('action')} chosen={action}>
          <option value="">{t('anything')}</option>
          {actions.map(({ action, words }) => (
            <option key={action} value={action}>
              {words}
            </option>
          ))}
        </Choice>
        <Button type="submit" look="quiet" className="h-10.5">
          {t('go')}
        </Button>
      </form>
    </search>
  )
}

function Choice({ name, label, chosen, children }: { name: string; label: string; chosen: string | null; children: ReactNode }) {
  return (
    <label className="grid min-w-0 flex-1 basis-40 gap-1.5 text-sm text-muted sm:flex-none sm:basis-60">
      {label}
      <select
        name={name}
        defaultValue={chosen ?? ''}
        className="h-10.5 w-full min-w-0 rounded-[0.625rem] border border-edge bg-surface px-3 text-[0.9375rem] text-ink"
      >
        {children}
      </select>
    </label>
  )
}
