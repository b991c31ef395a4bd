import { useTranslations } from 'next-intl'
import type { CaseFile } from '#app/_data/views.ts'

/** How the case ended, and what was written then. */
export function Resolved({ found: { kind, outcome, note } }: { found: CaseFile }) {
  const t = useTranslations('platform.case')
  const tQueue = useTranslations('platform.queue')
  return (
    <section aria-labelledby="resolved">
      <h2 id="resolved" className="mb-3 text-section font-semibold">
        {t('resolved', { outcome: tQueue(`outcome.${outcome ?? 'dismissed'}`) })}
      </h2>
      {note && (
        <div className="slab px-5 py-4">
          <p className="text-sm text-faint">{t(kind === 'appeal' ? 'answer' : 'note')}</p>
          <p className="mt-1 whitespace-pre-line [overflow-wrap:anywhere]">{note}</p>
        </div>
      )}
    </section>
  )
}
