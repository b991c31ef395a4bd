'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { api } from '#app/_client/api.ts'
import type { NoticeSetting } from '#app/_data/views.ts'
import { say } from '#app/_ui/say.ts'

const row = 'flex min-h-12 items-center justify-between gap-4 px-4 py-2'

/** A switch for each kind of notice, kept as it is moved. What concerns the safety of the account has none. */
export function Settings({ settings }: { settings: NoticeSetting[] }) {
  const t = useTranslations('inbox')
  const locale = useLocale()
  const [wanted, setWanted] = useState(() => new Map(settings.map((setting) => [setting.kind, setting.wanted])))
  const [failed, setFailed] = useState(false)
  const change = async (kind: NoticeSetting['kind'], to: boolean) => {
    setFailed(false)
    setWanted((now) => new Map(now).set(kind, to))
    try {
      await api.news.changeSetting.mutate({ kind, wanted: to })
    } catch {
      // The switch goes back to what is kept, and the line below says so.
      setWanted((now) => new Map(now).set(kind, !to))
      setFailed(true)
    }
  }
  return (
    <>
      <ul className="slab divide-y divide-line">
        {settings.map(({ kind, title }) => {
          const on = wanted.get(kind) ?? null
          return (
            <li key={kind} className="text-[0.9375rem]">
              {on === null ? (
                <p className={row}>
                  <span>{say(title, locale)}</span>
                  <span className="shrink-0 text-sm whitespace-nowrap text-faint">{t('always')}</span>
                </p>
              ) : (
                <label className={row}>
                  <span>{say(title, locale)}</span>
                  <input
                    type="checkbox"
                    checked={on}
                    onChange={(event) => change(kind, event.target.checked)}
                    className="size-6 shrink-0 cursor-pointer"
                  />
                </label>
              )}
            </li>
          )
        })}
      </ul>
      <p role="status" className="mt-2 text-sm text-bad empty:hidden">
        {failed ? t('failed') : ''}
      </p>
    </>
  )
}
