'use client'

import { useTranslations } from 'next-intl'
import { api } from '#app/_client/api.ts'
import { VerdictTrace } from '#app/_ui/quest/VerdictTrace.tsx'
import type { Json } from '#app/_ui/rule/draft.ts'
import { StatusTag } from '#app/_ui/rule/StatusTag.tsx'
import { TryForm } from '#app/_ui/rule/TryForm.tsx'

/** The verdict that a wallet would get now, with its whole trace. Nothing is kept. */
export function TryRule({ rule, wallet, ready }: { rule: Json; wallet: string; ready: boolean }) {
  const t = useTranslations('rule.try')
  const text = JSON.stringify(rule)
  return (
    <section aria-labelledby="try" className="slab px-5 py-4">
      <h2 id="try" className="text-section font-semibold">
        {t('title')}
      </h2>
      <p className="mt-1 mb-4 text-[0.9375rem] text-muted">{t('lead')}</p>
      <TryForm {...{ wallet, ready, of: text }} run={(asked) => api.quests.dryRun.mutate({ rule: JSON.parse(text), wallets: [asked] })}>
        {({ verdict, requests }) => (
          <div data-verdict={verdict.status} className="mt-5 border-t border-line pt-4">
            <p className="mb-3 flex flex-wrap items-center gap-2">
              <StatusTag status={verdict.status} />
              <span className="text-sm text-faint">{t('requests', { count: requests })}</span>
            </p>
            <VerdictTrace trace={verdict.trace} />
          </div>
        )}
      </TryForm>
    </section>
  )
}
