'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { api } from '#app/_client/api.ts'
import { codeOf, sayError } from '#app/_client/sayError.ts'
import { Ago } from '#app/_ui/base/Ago.tsx'
import { Button } from '#app/_ui/base/Button.tsx'
import { Field } from '#app/_ui/base/Field.tsx'
import { Hash } from '#app/_ui/base/Hash.tsx'
import { Tag } from '#app/_ui/base/Tag.tsx'
import type { SideProps } from './DraftSide.tsx'

type Props = SideProps & { should: 'pass' | 'fail'; onChanged: () => void }

const tones = { agrees: 'good', differs: 'bad', unread: 'bad', nothing: 'plain' } as const

/** One of the two: the wallet with what came of it the last time, or the field to keep one. */
export function SavedWallet({ space, slug, view, should, onView, onChanged }: Props) {
  const t = useTranslations('drafts.saved')
  const tTry = useTranslations('rule.try')
  const tErrors = useTranslations('errors')
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const kept = view.addresses.find((one) => one.should === should)
  // Archived or ended quests keep their wallets, too.
  const mayChange = view.may.some((act) => act === 'save')

  const put = async (wallet: string | null) => {
    setBusy(true)
    setRefused(null)
    try {
      await api.studio.quests.saveAddress.mutate({ space, slug, should, wallet })
      onView(await api.studio.quests.get.query({ space, slug }))
      onChanged()
      setTyped('')
    } catch (error) {
      const same = view.addresses.some((one) => one.wallet === wallet?.toLowerCase() || one.wallet === wallet)
      setRefused(codeOf(error) === 'input.invalid' ? (same ? t('both') : tTry('walletShape')) : sayError(error, tErrors))
    } finally {
      setBusy(false)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void put(typed.trim())
  }
  if (!kept && !mayChange) return <p className="text-[0.9375rem] text-muted">{t(`none.${should}`)}</p>
  if (!kept)
    return (
      <form onSubmit={submit} className="grid gap-2">
        <Field
          label={t(should)}
          hint={tTry('walletHint')}
          error={refused}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          code
        />
        <div>
          <Button type="submit" look="quiet" size="small" disabled={busy || typed.trim() === ''}>
            {t('keep')}
          </Button>
        </div>
      </form>
    )
  return (
    <div data-saved={should} data-result={kept.lastResult ?? 'none'}>
      <p className="text-[0.9375rem] font-medium">{t(should)}</p>
      <p className="mt-0.5 flex flex-wrap items-center gap-x-2">
        <Hash value={kept.wallet} head={14} tail={4} />
        {kept.lastResult && <Tag tone={tones[kept.lastResult]}>{t(`result.${kept.lastResult}`)}</Tag>}
      </p>
      <p className="mt-0.5 text-sm text-faint">
        {kept.lastAt === null ? t('untried') : <Ago at={kept.lastAt} now={Date.parse(view.readAt)} />}
        {kept.lastAt !== null && kept.lastRevision !== view.revision && ` · ${t('older')}`}
      </p>
      {mayChange && (
        <Button
          look="plain"
          size="small"
          className="-ml-3"
          disabled={busy}
          onClick={() => put(null)}
          aria-label={`${t('remove')}: ${t(should)}`}
        >
          {t('remove')}
        </Button>
      )}
      <p aria-live="polite" className="text-sm text-bad empty:hidden">
        {refused}
      </p>
    </div>
  )
}
