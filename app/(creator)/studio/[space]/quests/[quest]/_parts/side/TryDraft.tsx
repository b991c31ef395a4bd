'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { api } from '#app/_client/api.ts'
import { TryForm } from '#app/_ui/rule/TryForm.tsx'
import { Backtest } from './Backtest.tsx'
import type { SideProps } from './DraftSide.tsx'
import { SavedWallets } from './SavedWallets.tsx'
import { stepName, stepsWithRules } from './stepName.ts'
import { TriedSteps } from './TriedSteps.tsx'

/** The quest, or one step of it, as it is saved: on any wallet, on the two that are kept, and on what happened on chain. */
export function TryDraft(props: SideProps) {
  const { space, slug, view, unsaved } = props
  const t = useTranslations('drafts.try')
  const locale = useLocale()
  const id = useId()
  const [chosen, setChosen] = useState<number | null>(null)
  const steps = stepsWithRules(view)
  const step = chosen !== null && steps.includes(chosen) ? chosen : null
  if (steps.length === 0) return null
  const name = { space, slug }
  return (
    <section aria-labelledby="try-draft" className="slab px-5 py-5">
      <h2 id="try-draft" className="text-section font-semibold">
        {t('title')}
      </h2>
      <p className="mt-1 text-[0.9375rem] text-muted">{t(unsaved ? 'unsaved' : 'lead')}</p>
      <div className="mt-4 mb-4">
        <label htmlFor={id} className="mb-1.5 block text-[0.9375rem] font-medium">
          {t('what')}
        </label>
        <select
          id={id}
          value={step ?? 'all'}
          onChange={({ target }) => setChosen(target.value === 'all' ? null : Number(target.value))}
          className="h-10 w-full min-w-0 rounded-[0.625rem] border border-edge bg-surface px-3"
        >
          <option value="all">{t('whole')}</option>
          {steps.map((place) => (
            <option key={place} value={place}>
              {t('step', { number: place + 1 })} {stepName(view, place, locale) ?? ''}
            </option>
          ))}
        </select>
      </div>
      <TryForm
        {...{ wallet: '', of: `${view.revision} ${step ?? 'all'}`, ready: true }}
        run={async (wallet) => {
          if (step === null) return api.studio.quests.tryAll.mutate({ ...name, wallet })
          const { verdict } = await api.studio.quests.try.mutate({ ...name, step, wallets: [wallet] })
          return [{ step, verdict, untried: null }]
        }}
        words={t(step === null ? 'runAll' : 'runOne')}
      >
        {(steps) => <TriedSteps {...{ steps, view }} />}
      </TryForm>
      <SavedWallets {...props} />
      <Backtest {...{ space, slug, view, step, steps }} />
    </section>
  )
}
