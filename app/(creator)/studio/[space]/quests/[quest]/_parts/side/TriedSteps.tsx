'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { DraftView, TriedStep } from '#app/_data/views.ts'
import { VerdictTrace } from '#app/_ui/quest/VerdictTrace.tsx'
import { StatusTag } from '#app/_ui/rule/StatusTag.tsx'
import { stepName } from './stepName.ts'

type Props = { steps: readonly TriedStep[]; view: Pick<DraftView, 'document'> }

/** What came of trying steps on a wallet, each with its whole trace. */
export function TriedSteps({ steps, view }: Props) {
  const t = useTranslations('drafts.try')
  const locale = useLocale()
  return (
    <ol className="mt-4 grid gap-4">
      {steps.map(({ step, verdict, untried }) => (
        <li key={step} data-tried={verdict?.status ?? untried} className="border-t border-line pt-3.5">
          <p className="mb-2.5 flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="min-w-0 font-medium break-words">
              {t('step', { number: step + 1 })} {stepName(view, step, locale) ?? ''}
            </span>
            {verdict && <StatusTag status={verdict.status} />}
          </p>
          {verdict ? (
            <VerdictTrace trace={verdict.trace} />
          ) : (
            <p className="text-[0.9375rem] text-muted">{t(`untried.${untried ?? 'unread'}`)}</p>
          )}
        </li>
      ))}
    </ol>
  )
}
