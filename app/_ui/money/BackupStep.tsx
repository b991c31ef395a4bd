'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { randomKey, shortestPassphrase, writeBackup } from '#app/_client/money/keyBackup.ts'
import { saveFile } from '#app/_client/saveFile.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { Notice } from '#app/_ui/wallet/Notice.tsx'
import type { SpendKey } from '#server/rollup/protocol/spendKey.ts'
import { Field } from './Field.tsx'
import { useMoney } from './moneyContext.ts'
import { Problem } from './Problem.tsx'
import { useAttempt } from './useAttempt.ts'

/** A key by chance, saved in a file under a passphrase before it is ever used. */
export function BackupStep({ onSaved }: { onSaved: (key: SpendKey) => void }) {
  const t = useTranslations('money.setup')
  const { view } = useMoney()
  const { busy, error, calm, attempt } = useAttempt()
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [wrong, setWrong] = useState<'tooShort' | 'differ' | null>(null)
  const count = String(shortestPassphrase)
  const save = (event: FormEvent) => {
    event.preventDefault()
    const problem = passphrase.length < shortestPassphrase ? 'tooShort' : passphrase === again ? null : 'differ'
    setWrong(problem)
    if (problem) return
    return attempt('save', async () => {
      const key = randomKey()
      const { chainId, rollup } = view.slot
      const backup = await writeBackup(key, passphrase, { chainId, rollup, account: view.account.index ?? -1 })
      saveFile({ filename: `cairn-spend-key-${chainId}-${backup.account}.json`, text: JSON.stringify(backup, null, 2) })
      onSaved(key)
    })
  }
  return (
    <form onSubmit={save} className="grid gap-2" noValidate>
      <Notice tone="calm">{t('random')}</Notice>
      <Field
        label={t('passphrase', { count })}
        type="password"
        autoComplete="new-password"
        value={passphrase}
        onChange={(event) => setPassphrase(event.target.value)}
        error={wrong === 'tooShort' ? t('tooShort', { count }) : null}
      />
      <Field
        label={t('again')}
        type="password"
        autoComplete="new-password"
        value={again}
        onChange={(event) => setAgain(event.target.value)}
        error={wrong === 'differ' ? t('differ') : null}
      />
      <Problem error={error} calm={calm} />
      <Button type="submit" disabled={busy !== null}>
        {busy ? t('saving') : t('save')}
      </Button>
    </form>
  )
}
