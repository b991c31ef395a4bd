'use client'

import dynamic from 'next/dynamic'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Me, WalletChange } from '#app/_data/views.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { Tag } from '#app/_ui/base/Tag.tsx'
import { nameOf } from '#app/_ui/wallet/nameOf.ts'

const ChangeDialog = dynamic(() => import('./ChangeDialog.tsx'), { ssr: false })

type Props = { me: NonNullable<Me>; changes: WalletChange[] }
type Word = { kind: 'agree' | 'object'; change: string; wallet: string }

/** Changes that were announced and wait: who asked, how it stands, and how to stop it. */
export function WaitingChanges({ me, changes }: Props) {
  const t = useTranslations('wallets')
  const format = useFormatter()
  const [word, setWord] = useState<Word | null>(null)
  const open = changes.filter(({ status }) => status === 'open')
  if (open.length === 0) return null
  return (
    <>
      <ul className="mb-4 grid gap-3">
        {open.map(({ id, kind, wallet, announcedBy, agree, object, carried, effectiveAt }) => (
          <li key={id} className="rounded-card border border-accent-text/40 bg-accent-soft p-5" data-change={kind}>
            <p className="font-medium">{t(`waiting.${kind}`, { name: nameOf(me, wallet) })}</p>
            <p className="mt-1 text-[0.9375rem] text-muted">
              {t('waiting.by', { name: nameOf(me, announcedBy), date: format.dateTime(new Date(effectiveAt), { dateStyle: 'long' }) })}
            </p>
            <div className="mt-3 flex flex-wrap items-center gap-2">
              <Tag tone={carried ? 'plain' : 'good'}>{carried ? t('waiting.willHappen') : t('waiting.stopped')}</Tag>
              <span className="text-sm text-muted">{t('waiting.votes', { agree, object })}</span>
            </div>
            <div className="mt-4 flex flex-wrap gap-2">
              <Button size="small" onClick={() => setWord({ kind: 'object', change: id, wallet })}>
                {t('waiting.object')}
              </Button>
              <Button size="small" look="quiet" onClick={() => setWord({ kind: 'agree', change: id, wallet })}>
                {t('waiting.agree')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {word && (
        <ChangeDialog me={me} wallet={word.wallet} request={{ kind: word.kind, change: word.change }} onClose={() => setWord(null)} />
      )}
    </>
  )
}
