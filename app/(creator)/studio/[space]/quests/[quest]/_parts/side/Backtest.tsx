'use client'

import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { api } from '#app/_client/api.ts'
import { codeOf, fieldOf, sayError } from '#app/_client/sayError.ts'
import type { Backtest as Answer } from '#app/_data/views.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { say } from '#app/_ui/say.ts'
import type { SideProps } from './DraftSide.tsx'
import { stepName } from './stepName.ts'

type Props = Pick<SideProps, 'space' | 'slug' | 'view'> & { step: number | null; steps: readonly number[] }

/** As many of the newest blocks as are looked through. */
const blocks = 10_000

/** Who of those that touched the contracts of a step lately would have passed it, and how cheaply. */
export function Backtest({ space, slug, view, step, steps }: Props) {
  const t = useTranslations('drafts.backtest')
  const tErrors = useTranslations('errors')
  const locale = useLocale()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const [found, setFound] = useState<{ step: number; revision: number; answer: Answer } | null>(null)
  const place = step ?? steps[0] ?? 0

  const run = async () => {
    setBusy(true)
    setRefused(null)
    setFound(null)
    try {
      const answer = await api.studio.quests.backtest.mutate({ space, slug, step: place, blocks })
      setFound({ step: place, revision: view.revision, answer })
    } catch (error) {
      setRefused(codeOf(error) === 'input.invalid' && fieldOf(error) === 'chain' ? t('noChain') : sayError(error, tErrors))
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="mt-6 border-t border-line pt-5">
      <h3 className="font-medium">{t('title')}</h3>
      <p className="mt-1 text-[0.9375rem] text-muted">{t('lead', { step: place + 1, name: stepName(view, place, locale) ?? '…' })}</p>
      <Button look="quiet" size="small" className="mt-3" disabled={busy} onClick={run}>
        {t(busy ? 'running' : 'run')}
      </Button>
      <div aria-live="polite">
        {refused && <p className="mt-2 text-sm text-muted">{refused}</p>}
        {found && found.step === place && found.revision === view.revision && <Found answer={found.answer} />}
      </div>
    </div>
  )
}

function Found({ answer: { candidates, judged, counts, ways, spanSeconds, fromBlock, toBlock } }: { answer: Answer }) {
  const t = useTranslations('drafts.backtest')
  const format = useFormatter()
  const locale = useLocale()
  const looked = Number(BigInt(toBlock) - BigInt(fromBlock)) + 1
  return (
    <div data-backtest={counts.pass} className="mt-4">
      <p className="text-[0.9375rem]">
        {judged === 0 ? t('nobody') : t('found', { pass: format.number(counts.pass), judged: format.number(judged), count: judged })}
      </p>
      <p className="mt-1 text-sm text-faint">
        {t('range', { blocks: format.number(looked), span: span(spanSeconds, locale) })}
        {candidates > judged && ` ${t('newest', { candidates: format.number(candidates) })}`}
      </p>
      {counts.error > 0 && <p className="mt-1 text-sm text-bad">{t('unread', { count: counts.error })}</p>}
      {ways.length > 0 && (
        <>
          <p className="mt-3 text-sm font-medium">{t('ways')}</p>
          <ul className="mt-1 grid gap-1 text-[0.9375rem] text-muted">
            {ways.map(({ what, text, wallets }) => (
              <li key={what}>
                {say(text, locale)} · {t('wallets', { count: wallets })}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const

/** "3 days": how long blocks took. */
function span(seconds: number, locale: string): string {
  const [unit, size] = units.find(([, least]) => seconds >= least) ?? (['second', 1] as const)
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 0 }).format(seconds / size)
}
