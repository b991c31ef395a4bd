'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { DraftView } from '#app/_data/views.ts'
import { Button, ButtonLink } from '#app/_ui/base/Button.tsx'
import { DraftStateTag } from '#app/_ui/draft/DraftStateTag.tsx'
import { costsMoney } from '#app/_ui/funds/priceOf.ts'
import { ConfirmAct } from './ConfirmAct.tsx'
import type { SideProps } from './DraftSide.tsx'
import { hindrances, isForGood, leads, offered, ofText, type ShownAct, wordsOf } from './draftActs.ts'
import { Opening } from './Opening.tsx'
import { RefusedAct } from './RefusedAct.tsx'
import { Reviews } from './Reviews.tsx'
import { SendBack } from './SendBack.tsx'
import { useDraftActs } from './useDraftActs.ts'

/** How far a quest is, and what the reader can do from here, each with what comes of it. */
export function Life(props: SideProps) {
  const { view, unsaved } = props
  const t = useTranslations('drafts')
  const { busy, refused, run, read } = useDraftActs(props)
  const [asking, setAsking] = useState<ShownAct | null>(null)
  const acts = offered(view)
  const take = (act: ShownAct) => (isForGood(act, view) || act === 'sendBack' ? setAsking(act) : void run(act))
  const hindered = isHindered(view)
  return (
    <section aria-labelledby="life" className="slab px-5 py-5" data-state={view.archived ? 'archived' : view.state}>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="life" className="text-section font-semibold">
          {t('life.title')}
        </h2>
        <DraftStateTag state={view.archived ? 'archived' : view.state} />
      </div>
      <p className="mt-2 text-[0.9375rem] text-muted">{t(`life.is.${view.archived ? 'archived' : view.state}`)}</p>
      {view.quest && view.stage !== 'published' && !view.archived && (
        <p className="mt-2 text-[0.9375rem] text-muted">{t(`life.next.${view.stage}`)}</p>
      )}
      <Opening {...props} launching={busy === 'launch'} onPoll={read} />
      <Hindrances view={view} />
      {view.waitsForOther && <p className="mt-4 rounded-xl bg-sunken px-4 py-3 text-[0.9375rem] text-muted">{t('life.waitsForOther')}</p>}
      <RefusedAct refused={refused} mayInsist={view.mayInsist} busy={busy !== null} onInsist={() => run('launch', { anyway: true })} />
      {acts.length > 0 && (
        <ul className="mt-5 grid gap-4">
          {acts.map((act) => {
            // Who pays signs for it, on a page of its own.
            const paid = act === 'launch' && view.quest === null && costsMoney(view.document)
            const waits = (ofText.has(act) && unsaved) || ((act === 'submit' || act === 'launch') && hindered)
            return (
              <li key={act}>
                {paid && !waits ? (
                  <ButtonLink href={`/studio/${props.space}/quests/${view.slug}/fund`} className="w-full" aria-describedby={`act-${act}`}>
                    {t('act.fund.do')}
                  </ButtonLink>
                ) : (
                  <Button
                    look={leads.has(act) ? 'primary' : 'quiet'}
                    size={leads.has(act) ? 'medium' : 'small'}
                    className={leads.has(act) ? 'w-full' : ''}
                    disabled={busy !== null || waits}
                    aria-describedby={`act-${act}`}
                    onClick={() => take(act)}
                  >
                    {t(busy === act ? `act.${act}.busy` : paid ? 'act.fund.do' : `act.${wordsOf(act, view)}.do`)}
                  </Button>
                )}
                <p id={`act-${act}`} className="mt-1.5 text-sm text-faint">
                  {ofText.has(act) && unsaved ? t('life.unsaved') : t(paid ? 'act.fund.so' : `act.${wordsOf(act, view)}.so`)}
                </p>
              </li>
            )
          })}
        </ul>
      )}
      <Reviews view={view} />
      {asking === 'sendBack' && (
        <SendBack refused={refused} onSend={(words) => run('sendBack', { words })} onClose={() => setAsking(null)} />
      )}
      {(asking === 'end' || asking === 'launch') && (
        <ConfirmAct
          act={asking}
          onYes={() => {
            setAsking(null)
            void run(asking)
          }}
          onClose={() => setAsking(null)}
        />
      )}
    </section>
  )
}

const isHindered = (view: DraftView) => {
  const { problems, warnings } = hindrances(view)
  return problems + warnings > 0
}

/** What must be mended, and read, before the text goes anywhere. */
function Hindrances({ view }: { view: DraftView }) {
  const t = useTranslations('drafts.life')
  const { problems, warnings } = hindrances(view)
  if (!view.acts.some((act) => act === 'submit' || act === 'launch') || problems + warnings === 0) return null
  return (
    <div className="mt-4 rounded-xl bg-sunken px-4 py-3 text-[0.9375rem]">
      {warnings > 0 && (
        <p>
          <a href="#warnings" className="underline underline-offset-4">
            {t('openWarnings', { count: warnings })}
          </a>
        </p>
      )}
      {problems > 0 && view.may.includes('save') && <p>{t('problems', { count: problems })}</p>}
      {problems > 0 && !view.may.includes('save') && (
        <details>
          <summary className="min-h-6 cursor-pointer">{t('problems', { count: problems })}</summary>
          <ul className="mt-2 grid gap-2 text-sm">
            {view.problems.slice(0, mostShown).map(({ field, expected, found }) => (
              <li key={`${field} ${expected}`}>
                <code className="font-mono text-[0.8125rem] break-all text-faint">{field}</code>
                <p className="break-words">
                  {expected} <span className="text-muted">{t('found', { found })}</span>
                </p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

const mostShown = 12
