'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { DrawQuestion, Finding } from '#app/_client/recomputeDraw.ts'
import type { Draw } from '#app/_data/views.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { Icon } from '#app/_ui/base/Icon.tsx'

type Run = { state: 'idle' | 'running' | 'done' | 'failed'; told: Partial<Record<DrawQuestion, Finding>> }

const load = () => import('#app/_client/recomputeDraw.ts')

const questions = {
  raffle: ['commitment', 'block', 'entrants', 'tickets', 'winners'],
  tiers: ['block', 'entrants', 'winners'],
} as const satisfies Record<Draw['mode'], readonly DrawQuestion[]>

const signs = {
  agrees: { icon: 'check', look: 'bg-good-soft text-good' },
  differs: { icon: 'cross', look: 'bg-bad-soft text-bad' },
  unread: { icon: 'clock', look: 'bg-sunken text-muted' },
} as const

/** Draws again in the reader's browser, and says line by line what agrees. */
export function Recompute({ draw, l2Url }: { draw: Draw; l2Url: string }) {
  const t = useTranslations('draw.again')
  const [run, setRun] = useState<Run>({ state: 'idle', told: {} })
  const recompute = async () => {
    const told: Run['told'] = {}
    setRun({ state: 'running', told })
    try {
      const { recomputeDraw } = await load()
      await recomputeDraw(draw, l2Url, (question, finding) => {
        told[question] = finding
        setRun({ state: 'running', told: { ...told } })
      })
      setRun({ state: 'done', told: { ...told } })
    } catch {
      // A list did not come, or is none: nothing can be said of the draw.
      setRun({ state: 'failed', told: {} })
    }
  }
  return (
    <section className="slab p-5 sm:p-6" aria-labelledby="again">
      <h2 id="again" className="flex items-center gap-2.5 text-section font-semibold">
        <Icon name="shield" className="size-6 text-accent-text" /> {t('title')}
      </h2>
      <p className="mt-1.5 text-muted">{t('lead')}</p>
      <ul
        className="mt-5 divide-y divide-line rounded-xl border border-line"
        aria-live="polite"
        aria-busy={run.state === 'running'}
        {...(run.state === 'done' ? { 'data-agrees': questions[draw.mode].every((question) => run.told[question] === 'agrees') } : {})}
      >
        {questions[draw.mode].map((question) => (
          <Line key={question} question={question} finding={run.told[question]} busy={run.state === 'running'} mode={draw.mode} />
        ))}
      </ul>
      {run.state === 'failed' && <p className="mt-4 text-bad">{t('failed')}</p>}
      <Button className="mt-5" onClick={recompute} onPointerEnter={load} disabled={run.state === 'running'}>
        {t(run.state === 'running' ? 'running' : 'run')}
      </Button>
    </section>
  )
}

type LineProps = { question: DrawQuestion; finding: Finding | undefined; busy: boolean; mode: Draw['mode'] }

function Line({ question, finding, busy, mode }: LineProps) {
  const t = useTranslations('draw.again')
  const sign = finding && signs[finding]
  return (
    <li className="flex items-start gap-3.5 px-4 py-3.5" data-question={question} data-finding={finding}>
      <span
        className={`mt-0.5 grid size-6 shrink-0 place-items-center rounded-full ${sign?.look ?? 'border-2 border-line'} ${!sign && busy ? 'animate-breathe' : ''}`}
      >
        {sign && <Icon name={sign.icon} className="size-4" />}
      </span>
      <span className="min-w-0">
        <span className="block font-medium">{t(question === 'winners' && mode === 'tiers' ? 'first' : question)}</span>
        <span className="block text-[0.9375rem] text-muted">{t(finding ?? (busy ? 'asking' : 'open'))}</span>
      </span>
    </li>
  )
}
