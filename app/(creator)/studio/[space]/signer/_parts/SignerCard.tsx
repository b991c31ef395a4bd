'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import type { Signer } from '#app/_data/studio/signer.ts'
import { Ago } from '#app/_ui/base/Ago.tsx'
import { Button } from '#app/_ui/base/Button.tsx'
import { Hash } from '#app/_ui/base/Hash.tsx'
import { Tag } from '#app/_ui/base/Tag.tsx'
import { AddressDialog, RemoveDialog, SecretDialog } from './dialogs.tsx'
import { useSignerDeed } from './useSignerDeed.ts'

type Props = { space: string; signer: Signer; owns: boolean; now: number }

const tones = { new: 'plain', ready: 'good', silent: 'bad' } as const

/** One signer: whether it signs, what it said when it did not, and what can be done with it. */
export function SignerCard({ space, signer, owns, now }: Props) {
  const t = useTranslations('signer')
  const { run, busy, problem } = useSignerDeed(space)
  const [open, setOpen] = useState<'secret' | 'address' | 'remove' | null>(null)
  const [checked, setChecked] = useState(false)
  const name = { space, id: signer.id }
  const check = async () => setChecked((await run('check', (api) => api.check.mutate(name)))?.ok === true)
  const free = signer.quests === 0 && !signer.inUse
  const close = () => setOpen(null)
  return (
    <li className="slab px-5 py-4">
      <div className="flex flex-wrap items-center gap-2.5">
        <h3 className="min-w-0 font-semibold [overflow-wrap:anywhere]">{signer.name}</h3>
        <Tag tone={tones[signer.state]}>{t(`state.${signer.state}`)}</Tag>
        {signer.inUse && <Tag tone="accent">{t('inUse')}</Tag>}
        {signer.waiting > 0 && <Tag tone="bad">{t('waits', { count: signer.waiting })}</Tag>}
      </div>
      <p className="mt-1 text-[0.9375rem] text-muted">{t('carries', { quests: signer.quests })}</p>
      {signer.fault !== null && (
        <div className="mt-3 rounded-xl bg-bad-soft px-4 py-3 text-[0.9375rem] text-bad">
          <p>{t(`fault.${signer.fault}`)}</p>
          {signer.words && <p className="mt-0.5 [overflow-wrap:anywhere]">{t('said', { words: signer.words })}</p>}
        </div>
      )}
      <dl className="mt-4 grid gap-x-8 gap-y-2.5 text-[0.9375rem] sm:grid-cols-2">
        <Fact name={t('address')}>
          <span className="font-mono text-[0.875em] [overflow-wrap:anywhere]">{signer.url}</span>
        </Fact>
        <Fact name={t('key')}>
          <Hash value={signer.key} />
        </Fact>
        <Fact name={t('checked')}>{signer.checkedAt === null ? t('never') : <Ago at={signer.checkedAt} now={now} />}</Fact>
        <Fact name={t('signed')}>{signer.signedAt === null ? t('never') : <Ago at={signer.signedAt} now={now} />}</Fact>
      </dl>
      <div className="mt-4 flex flex-wrap gap-2">
        <Button look={signer.state === 'new' ? 'primary' : 'quiet'} size="small" disabled={busy !== null} onClick={check}>
          {busy === 'check' ? t('actions.checking') : t('actions.check')}
        </Button>
        {owns && !signer.inUse && signer.state !== 'new' && (
          <Button look="quiet" size="small" disabled={busy !== null} onClick={() => run('use', (api) => api.use.mutate(name))}>
            {t('actions.use')}
          </Button>
        )}
        <Button look="plain" size="small" onClick={() => setOpen('secret')}>
          {t('actions.secret')}
        </Button>
        <Button look="plain" size="small" onClick={() => setOpen('address')}>
          {t('actions.address')}
        </Button>
        {owns && free && (
          <Button look="plain" size="small" onClick={() => setOpen('remove')}>
            {t('actions.remove')}
          </Button>
        )}
      </div>
      <p aria-live="polite" className={`mt-2 text-sm empty:hidden ${problem === null ? 'text-good' : 'text-bad'}`}>
        {problem ?? (checked && signer.fault === null ? t('checkedOk') : '')}
      </p>
      {open === 'secret' && <SecretDialog space={space} signer={signer} onClose={close} />}
      {open === 'address' && <AddressDialog space={space} signer={signer} onClose={close} />}
      {open === 'remove' && <RemoveDialog space={space} signer={signer} onClose={close} />}
    </li>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-sm text-faint">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  )
}
