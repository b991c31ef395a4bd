'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { api } from '#app/_client/api.ts'
import { sayError } from '#app/_client/sayError.ts'
import type { DraftView } from '#app/_data/views.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { say } from '#app/_ui/say.ts'
import type { SideProps } from './DraftSide.tsx'
import { howToMend } from './mending.ts'
import { placeOf, stepName } from './stepName.ts'

type Warning = DraftView['warnings'][number]

/** What is weak about the rules, why, and how to mend it. What stays so is acknowledged by its author; that holds for this text of the rule only. */
export function Warnings({ space, slug, view, unsaved, onView }: SideProps) {
  const t = useTranslations('drafts.warnings')
  const tErrors = useTranslations('errors')
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<{ of: string; words: string } | null>(null)
  if (view.warnings.length === 0) return null
  const [open, known] = [view.warnings.filter((one) => !one.acknowledged), view.warnings.filter((one) => one.acknowledged)]

  const set = async (warning: Warning, acknowledged: boolean) => {
    setBusy(true)
    setRefused(null)
    const { code, path } = warning
    try {
      await api.studio.quests.save.mutate({
        ...{ space, slug, revision: view.revision },
        ...(acknowledged ? { acknowledge: [{ code, path }] } : { takeBack: [{ code, path }] }),
      })
      onView(await api.studio.quests.get.query({ space, slug }))
    } catch (error) {
      setRefused({ of: keyOf(warning), words: sayError(error, tErrors) })
    } finally {
      setBusy(false)
    }
  }
  const row = (warning: Warning) => (
    <WarningRow
      key={keyOf(warning)}
      {...{ warning, view }}
      refused={refused?.of === keyOf(warning) ? refused.words : null}
      {...(view.may.includes('save') ? { onSet: (acknowledged: boolean) => set(warning, acknowledged), waits: busy || unsaved } : {})}
    />
  )
  return (
    <section aria-labelledby="warnings" className="slab px-5 py-5">
      <h2 id="warnings" className="text-section font-semibold">
        {t('title')}
      </h2>
      <p className="mt-1 text-[0.9375rem] text-muted">{open.length > 0 ? t('lead', { count: open.length }) : t('allKnown')}</p>
      {open.length > 0 && <ul className="mt-4 grid gap-5">{open.map(row)}</ul>}
      {known.length > 0 && (
        <details className="mt-4 border-t border-line pt-3">
          <summary className="min-h-6 cursor-pointer text-[0.9375rem] text-muted">{t('known', { count: known.length })}</summary>
          <ul className="mt-3 grid gap-5">{known.map(row)}</ul>
        </details>
      )}
    </section>
  )
}

const keyOf = ({ code, path }: Warning) => `${code} ${path}`

type RowProps = { warning: Warning; view: DraftView; refused: string | null; waits?: boolean; onSet?: (acknowledged: boolean) => void }

function WarningRow({ warning, view, refused, waits = false, onSet }: RowProps) {
  const t = useTranslations('drafts.warnings')
  const locale = useLocale()
  const { code, path, message, acknowledged } = warning
  const mend = howToMend(code)
  const step = placeOf(path)
  return (
    <li data-warning={code} className="flex gap-2.5 text-[0.9375rem]">
      <Icon name={acknowledged ? 'check' : 'warning'} className={`mt-0.5 size-4.5 ${acknowledged ? 'text-good' : 'text-accent-text'}`} />
      <div className="min-w-0">
        {step !== null && <p className="text-sm text-faint">{stepName(view, step, locale) ?? t('step', { number: step + 1 })}</p>}
        <p className="break-words">{say(message, locale)}</p>
        {mend && <p className="mt-1 text-sm text-muted">{t(`mend.${mend}`)}</p>}
        {onSet && (
          <Button look="quiet" size="small" className="mt-2" disabled={waits} onClick={() => onSet(!acknowledged)}>
            {t(acknowledged ? 'takeBack' : 'acknowledge')}
          </Button>
        )}
        <p aria-live="polite" className="mt-1 text-sm text-bad empty:hidden">
          {refused}
        </p>
      </div>
    </li>
  )
}
