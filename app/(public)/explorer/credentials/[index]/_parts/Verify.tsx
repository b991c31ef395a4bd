'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { saveFile } from '#app/_client/saveFile.ts'
import type { CredentialDetail } from '#app/_data/views.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { Skeleton } from '#app/_ui/base/Skeleton.tsx'
import { say } from '#app/_ui/say.ts'
import { Notice } from '#app/_ui/wallet/Notice.tsx'
import type { Verification } from '#server/credentials/verify.ts'

type Outcome = { state: 'idle' | 'running' } | { state: 'unreachable' } | { state: 'told'; verification: Verification; ms: number }

const questions = ['signature', 'inclusion', 'notRevoked', 'notExpired'] as const
const load = () => import('#app/_client/verifyHere.ts')

type Props = { credential: Pick<CredentialDetail, 'document' | 'index' | 'quest' | 'l2'>; l2Url: string }

/** Four separate answers about the credential, found in the reader's own browser. */
export function Verify({ credential, l2Url }: Props) {
  const t = useTranslations('verify')
  const [outcome, setOutcome] = useState<Outcome>({ state: 'idle' })
  const file = credential.document
  const filename = `cairn-${credential.quest.slug}-${credential.index}.json`

  const run = async () => {
    setOutcome({ state: 'running' })
    const began = performance.now()
    try {
      const { verifyHere } = await load()
      const verification = await verifyHere(file, { url: l2Url, rollup: credential.l2.rollup })
      setOutcome({ state: 'told', verification, ms: Math.round(performance.now() - began) })
    } catch {
      // Only an L2 that does not answer throws: a document that is wrong gets answers.
      setOutcome({ state: 'unreachable' })
    }
  }

  return (
    <section className="slab p-5 sm:p-6" aria-labelledby="verify">
      <h2 id="verify" className="flex items-center gap-2.5 text-section font-semibold">
        <Icon name="shield" className="size-6 text-accent-text" /> {t('title')}
      </h2>
      <p className="mt-1.5 text-muted">{t('lead')}</p>
      {file === null ? (
        <p className="mt-4 text-[0.9375rem] text-faint">{t('notYet')}</p>
      ) : (
        <div className="mt-5 flex flex-wrap gap-3">
          <Button onClick={run} onPointerEnter={load} disabled={outcome.state === 'running'}>
            {outcome.state === 'running' ? t('running') : outcome.state === 'idle' ? t('run') : t('again')}
          </Button>
          <Button look="quiet" onClick={() => saveFile({ filename, text: JSON.stringify(file, null, 2) })}>
            <Icon name="down" className="size-4.5" /> {t('download')}
          </Button>
        </div>
      )}
      <div aria-live="polite">
        {outcome.state === 'running' && <Skeleton className="mt-5 h-40 rounded-xl" />}
        {outcome.state === 'unreachable' && (
          <div className="mt-5">
            <Notice tone="bad">{t('unreachable')}</Notice>
          </div>
        )}
        {outcome.state === 'told' && <Answers {...outcome} source={new URL(l2Url).host} />}
      </div>
    </section>
  )
}

function Answers({ verification, ms, source }: { verification: Verification; ms: number; source: string }) {
  const t = useTranslations('verify')
  const locale = useLocale()
  return (
    <>
      <ul className="mt-5 divide-y divide-line rounded-xl border border-line" data-verified={verification.verified}>
        {questions.map((question) => {
          const { holds, code, reason } = verification[question]
          const unknown = !holds && (code === 'revocation.unknown' || code === 'revocation.not-included')
          return (
            <li key={question} className="flex animate-arrive items-start gap-3.5 px-4 py-3.5" data-question={question} data-holds={holds}>
              <span
                className={`mt-0.5 grid size-6 shrink-0 place-items-center rounded-full ${holds ? 'bg-good-soft text-good' : unknown ? 'bg-sunken text-muted' : 'bg-bad-soft text-bad'}`}
              >
                <Icon name={holds ? 'check' : unknown ? 'clock' : 'cross'} className="size-4" />
              </span>
              <span className="min-w-0">
                <span className="block font-medium">
                  {t(question)}
                  <span className="sr-only">: {holds ? t('holds') : unknown ? t('unknown') : t('fails')}</span>
                </span>
                <span className="block text-[0.9375rem] text-muted">{say(reason, locale)}</span>
              </span>
            </li>
          )
        })}
      </ul>
      <p className="mt-3 text-sm text-faint">{t('took', { ms: String(ms), source })}</p>
    </>
  )
}
