'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { api } from '#app/_client/api.ts'
import { codeOf, fieldOf, sayError } from '#app/_client/sayError.ts'
import type { DryRun } from '#app/_data/views.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { Field } from '#app/_ui/base/Field.tsx'
import { Tag } from '#app/_ui/base/Tag.tsx'
import { VerdictTrace } from '#app/_ui/quest/VerdictTrace.tsx'
import type { Json } from '#app/_ui/rule/draft.ts'
import type { Status } from '#server/verify/verdict.ts'

const tones = { pass: 'good', fail: 'plain', pending: 'accent', error: 'bad' } as const satisfies Record<Status, string>

type Outcome = { rule: string; wallet: string; run: DryRun }

/** The verdict that a wallet would get now, with its whole trace. Nothing is kept. */
export function TryRule({ rule, wallet, ready }: { rule: Json; wallet: string; ready: boolean }) {
  const t = useTranslations('workbench.try')
  const tErrors = useTranslations('errors')
  const [typed, setTyped] = useState(wallet)
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [refused, setRefused] = useState<{ field: boolean; words: string } | null>(null)
  const text = JSON.stringify(rule)

  const run = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setRefused(null)
    try {
      const answer = await api.quests.dryRun.mutate({ rule: JSON.parse(text), wallets: [typed.trim()] })
      setOutcome({ rule: text, wallet: typed.trim(), run: answer })
    } catch (error) {
      const ofWallet = codeOf(error) === 'input.invalid' && (fieldOf(error)?.startsWith('wallets') ?? false)
      setRefused({ field: ofWallet, words: ofWallet ? t('walletShape') : sayError(error, tErrors) })
    } finally {
      setBusy(false)
    }
  }
  return (
    <section aria-labelledby="try" className="slab px-5 py-4">
      <h2 id="try" className="text-section font-semibold">
        {t('title')}
      </h2>
      <p className="mt-1 mb-4 text-[0.9375rem] text-muted">{t('lead')}</p>
      <form onSubmit={run} className="grid gap-3">
        <Field
          label={t('wallet')}
          hint={t('walletHint')}
          error={refused?.field ? refused.words : null}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          required
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          code
        />
        <Button type="submit" disabled={busy || !ready || typed.trim() === ''}>
          {t(busy ? 'running' : 'run')}
        </Button>
      </form>
      <div aria-live="polite">
        {refused && !refused.field && <p className="mt-3 text-sm text-bad">{refused.words}</p>}
        {outcome && (
          <div data-verdict={outcome.run.verdict.status} className="mt-5 border-t border-line pt-4">
            <p className="mb-3 flex flex-wrap items-center gap-2">
              <Tag tone={tones[outcome.run.verdict.status]}>{t(`status.${outcome.run.verdict.status}`)}</Tag>
              <span className="text-sm text-faint">{t('requests', { count: outcome.run.requests })}</span>
            </p>
            {(outcome.rule !== text || outcome.wallet !== typed.trim()) && <p className="mb-3 text-sm text-accent-text">{t('older')}</p>}
            <VerdictTrace trace={outcome.run.verdict.trace} />
          </div>
        )}
      </div>
    </section>
  )
}
