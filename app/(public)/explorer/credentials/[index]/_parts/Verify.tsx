'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { saveFile } from '#app/_client/saveFile.ts'
import type { CredentialDetail } from '#app/_data/views.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { Icon } from '#app/_ui/base/Icon.tsx'
import type { Answer } from '#server/credentials/verify/answers.ts'
import { Answers, type Told } from './Answers.tsx'

/** `idle` also while there is no file yet; `done` also when L2 could not be asked: then some answers are missing. */
type Run = { state: 'idle' | 'running' | 'malformed'; told: Told } | { state: 'done'; told: Told; ms: number }

const load = () => import('#app/_client/verifyHere.ts')

type Props = { credential: Pick<CredentialDetail, 'document' | 'index' | 'quest' | 'l2'>; l2Url: string }

/** Four separate answers about the credential, found in the reader's own browser. */
export function Verify({ credential, l2Url }: Props) {
  const t = useTranslations('verify')
  const [run, setRun] = useState<Run>({ state: 'idle', told: {} })
  const file = credential.document
  const filename = `cairn-${credential.quest.slug}-${credential.index}.json`

  const verify = async () => {
    const told: Partial<Record<keyof Told, Answer>> = {}
    setRun({ state: 'running', told: {} })
    const began = performance.now()
    try {
      const { verifyHere } = await load()
      await verifyHere(file, { url: l2Url, rollup: credential.l2.rollup }, (question, answer) => {
        told[question] = answer
        setRun({ state: 'running', told: { ...told } })
      })
      setRun({ state: 'done', told: { ...told }, ms: Math.round(performance.now() - began) })
    } catch {
      // Only what is no document of ours throws: an L2 that does not answer leaves its answers out.
      setRun({ state: 'malformed', told: {} })
    }
  }

  return (
    <section className="slab p-5 sm:p-6" aria-labelledby="verify">
      <h2 id="verify" className="flex items-center gap-2.5 text-section font-semibold">
        <Icon name="shield" className="size-6 text-accent-text" /> {t('title')}
      </h2>
      <p className="mt-1.5 text-muted">{t('lead')}</p>
      <div aria-live="polite" aria-busy={run.state === 'running'}>
        <Answers run={run.state} told={run.told} />
        {run.state === 'done' && (
          <p className="mt-3 text-sm text-faint">
            <strong className="font-medium text-ink">{t(sumOf(run.told))}</strong>{' '}
            {t('took', { ms: String(run.ms), source: new URL(l2Url).host })}
          </p>
        )}
      </div>
      {file === null ? (
        <p className="mt-4 text-[0.9375rem] text-faint">{t('notYet')}</p>
      ) : (
        <div className="mt-5 flex flex-wrap gap-3">
          <Button onClick={verify} onPointerEnter={load} disabled={run.state === 'running'}>
            {run.state === 'running' ? t('running') : run.state === 'idle' ? t('run') : t('again')}
          </Button>
          <Button look="quiet" onClick={() => saveFile({ filename, text: JSON.stringify(file, null, 2) })}>
            <Icon name="down" className="size-4.5" /> {t('download')}
          </Button>
        </div>
      )}
    </section>
  )
}

/** All hold, one does not, or some could not be found out. */
function sumOf(told: Told): 'all' | 'notAll' | 'some' {
  const answers = Object.values(told)
  if (answers.some(({ holds, code }) => !holds && code !== 'revocation.unknown')) return 'notAll'
  return answers.length === 4 && answers.every(({ holds }) => holds) ? 'all' : 'some'
}
