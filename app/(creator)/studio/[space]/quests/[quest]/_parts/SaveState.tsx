'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { codeOf, sayError } from '#app/_client/sayError.ts'
import { Icon } from '#app/_ui/base/Icon.tsx'
import type { DraftSession, Session } from './state/session.ts'

type Props = { session: DraftSession; state: Session; onSettle: () => void }

/** Whether what is written is saved, and what can be done where it is not. */
export function SaveState({ session, state: { saving, clash, merged }, onSettle }: Props) {
  const t = useTranslations('editor.saving')
  const tErrors = useTranslations('errors')
  const format = useFormatter()
  const again = (words: string, act: () => void) => (
    <button type="button" onClick={act} className="shrink-0 py-1 font-medium text-accent-text underline-offset-4 hover:underline">
      {words}
    </button>
  )
  return (
    <div data-saving={clash ? 'clash' : saving.is} aria-live="polite" className="flex min-w-0 items-center gap-x-3 text-sm">
      {clash ? (
        <>
          <span className="min-w-0 truncate text-bad">{t('clash')}</span>
          {again(t('settle'), onSettle)}
        </>
      ) : (
        <>
          <span
            className={`flex min-w-0 items-center gap-1.5 ${saving.is === 'wait' || saving.is === 'refused' ? 'text-bad' : 'text-faint'}`}
          >
            {saving.is === 'saved' && <Icon name="check" className="size-4" />}
            <span className="line-clamp-2">{words()}</span>
          </span>
          {(saving.is === 'wait' || saving.is === 'refused') && again(t('again'), () => void session.save())}
          {merged && saving.is === 'saved' && (
            <span className="hidden min-w-0 truncate text-muted sm:inline">
              {merged.by ? t('mergedBy', { name: merged.by }) : t('merged')}
            </span>
          )}
        </>
      )}
    </div>
  )

  function words(): string {
    switch (saving.is) {
      case 'saved':
        return saving.at === null
          ? t('saved')
          : t('savedAt', { time: format.dateTime(new Date(saving.at), { timeStyle: 'short', timeZone: zone() }) })
      case 'unsaved':
      case 'saving':
        return t(saving.is)
      case 'wait':
        return codeOf(saving.error) === null ? t('offline') : t('wait', { why: sayError(saving.error, tErrors) })
      case 'refused':
        return t('refused', { why: sayRefusal(saving.error) })
    }
  }

  function sayRefusal(error: unknown): string {
    const code = codeOf(error)
    if (code === 'draft.state') return t('over')
    if (code === 'auth.forbidden' || code === 'not-found') return t('forbidden')
    if (code === 'quest.malformed' || code === 'input.too-large') return t('tooLarge')
    return sayError(error, tErrors)
  }
}

/** Said after something happened in the browser only, so in the reader's own time. */
const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone
