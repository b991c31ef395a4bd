'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { api } from '#app/_client/api.ts'
import type { SpaceDomain } from '#app/_data/views.ts'
import { Ago } from '#app/_ui/base/Ago.tsx'
import { Button } from '#app/_ui/base/Button.tsx'
import { Field } from '#app/_ui/base/Field.tsx'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { useAct } from '#app/_ui/useAct.ts'
import { useFindingWords } from './findingWords.ts'
import { ProofSteps } from './ProofSteps.tsx'

type Props = { space: string; domain: SpaceDomain | null; mayChange: boolean; now: number }

/** The domain of a space: named, then proven by a file there, which is looked at again every day. */
export function Domain({ space, domain, mayChange, now }: Props) {
  const t = useTranslations('settings.domain')
  if (domain === null) return mayChange ? <Claim space={space} /> : <p className="text-muted">{t('none')}</p>
  return <Claimed space={space} domain={domain} mayChange={mayChange} now={now} />
}

function Claim({ space }: { space: string }) {
  const t = useTranslations('settings.domain')
  const { busy, refused, act } = useAct()
  const [host, setHost] = useState('')
  const claim = (event: FormEvent) => {
    event.preventDefault()
    void act('claim', () => api.studio.settings.claimDomain.mutate({ space, host: host.trim() }))
  }
  const wrong = refused && (refused.field === 'host' ? t('noHost') : refused.words)
  return (
    <form onSubmit={claim} className="slab flex flex-wrap items-start gap-3 p-5 sm:p-6" noValidate>
      <Field
        label={t('host')}
        hint={t('hostHint')}
        error={wrong}
        value={host}
        onChange={(event) => setHost(event.target.value)}
        maxLength={300}
        inputMode="url"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        placeholder="granite.example"
        code
        className="min-w-0 flex-1 basis-64"
      />
      <Button type="submit" disabled={busy !== null || host.trim() === ''} className="sm:mt-7.5">
        {t('claim')}
      </Button>
    </form>
  )
}

const looks = {
  proven: { icon: 'shield', tone: 'bg-good-soft text-good' },
  waiting: { icon: 'clock', tone: 'bg-sunken text-muted' },
  lost: { icon: 'warning', tone: 'bg-bad-soft text-bad' },
} as const

function Claimed({ space, domain, mayChange, now }: Props & { domain: SpaceDomain }) {
  const t = useTranslations('settings.domain')
  const { busy, refused, act } = useAct()
  const finding = useFindingWords()
  const { icon, tone } = looks[domain.status]
  const said = refused && (refused.code === 'domain.unproven' ? finding(refused.found, domain.host) : refused.words)
  return (
    <div className="slab grid gap-5 p-5 sm:p-6" data-domain={domain.status}>
      <div className={`flex items-start gap-3 rounded-xl px-4 py-3 ${tone}`}>
        <Icon name={icon} className="mt-0.5 size-5" />
        <div className="min-w-0">
          <p className="font-medium [overflow-wrap:anywhere]">{t(`state.${domain.status}`, { host: domain.host })}</p>
          <p className="text-sm">
            {domain.checkedAt ? (
              <>
                {t('checked')} <Ago at={domain.checkedAt} now={now} />
              </>
            ) : (
              t('neverChecked')
            )}
          </p>
        </div>
      </div>
      {domain.status !== 'proven' && <ProofSteps url={domain.url} line={domain.line} />}
      {mayChange && (
        <div className="grid gap-3">
          <div className="flex flex-wrap gap-2">
            <Button
              look={domain.status === 'proven' ? 'quiet' : 'primary'}
              disabled={busy !== null}
              onClick={() => act('prove', () => api.studio.settings.proveDomain.mutate({ space }))}
            >
              {busy === 'prove' ? t('checking') : t('check')}
            </Button>
            <Button
              look="plain"
              disabled={busy !== null}
              onClick={() => act('remove', () => api.studio.settings.removeDomain.mutate({ space }))}
            >
              {t('remove')}
            </Button>
          </div>
          <p role="status" className="text-[0.9375rem] text-bad empty:hidden">
            {said ?? ''}
          </p>
        </div>
      )}
    </div>
  )
}
