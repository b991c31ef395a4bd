'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { api } from '#app/_client/api.ts'
import { sayError } from '#app/_client/sayError.ts'
import type { SavedRun } from '#app/_data/views.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import type { SideProps } from './DraftSide.tsx'
import { SavedWallet } from './SavedWallet.tsx'
import { TriedSteps } from './TriedSteps.tsx'

const both = ['pass', 'fail'] as const

/** Two wallets that are tried again at each launch: one that should pass every step, one that should not. */
export function SavedWallets(props: SideProps) {
  const { space, slug, view, unsaved, onView } = props
  const t = useTranslations('drafts.saved')
  const tErrors = useTranslations('errors')
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const [runs, setRuns] = useState<{ revision: number; all: readonly SavedRun[] } | null>(null)

  const run = async () => {
    setBusy(true)
    setRefused(null)
    try {
      const { runs: all } = await api.studio.quests.runSaved.mutate({ space, slug })
      // Somebody may have saved in between: what is shown is what is there now.
      const next = await api.studio.quests.get.query({ space, slug })
      setRuns({ revision: next.revision, all })
      onView(next)
    } catch (error) {
      setRefused(sayError(error, tErrors))
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="mt-6 border-t border-line pt-5">
      <h3 className="font-medium">{t('title')}</h3>
      <p className="mt-1 text-[0.9375rem] text-muted">{t('lead')}</p>
      <ul className="mt-4 grid gap-5">
        {both.map((should) => {
          const ran = runs?.revision === view.revision ? runs.all.find((one) => one.should === should) : undefined
          return (
            <li key={should}>
              <SavedWallet {...props} should={should} onChanged={() => setRuns(null)} />
              {ran && (
                <details>
                  <summary className="min-h-6 cursor-pointer text-sm text-muted">{t('trace')}</summary>
                  <TriedSteps steps={ran.steps} view={view} />
                </details>
              )}
            </li>
          )
        })}
      </ul>
      {view.addresses.length > 0 && (
        <Button look="quiet" size="small" className="mt-4" disabled={busy || unsaved} onClick={run}>
          {t(busy ? 'running' : 'run')}
        </Button>
      )}
      <p aria-live="polite" className="mt-2 text-sm text-bad empty:hidden">
        {refused}
      </p>
    </div>
  )
}
