'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { api } from '#app/_client/api.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { Field } from '#app/_ui/base/Field.tsx'
import { SelectField } from '#app/_ui/base/SelectField.tsx'
import { type Refused, useAct } from '#app/_ui/useAct.ts'

const roles = ['admin', 'editor', 'reviewer', 'analyst'] as const

/** Offers a place to whoever holds a wallet. */
export function Invite({ space, mayMakeAdmins }: { space: string; mayMakeAdmins: boolean }) {
  const t = useTranslations('team.invite')
  const tTeam = useTranslations('team')
  const tRole = useTranslations('studio.role')
  const { busy, refused, act } = useAct()
  const [wallet, setWallet] = useState('')
  const [role, setRole] = useState<(typeof roles)[number]>('editor')
  const [sent, setSent] = useState(false)
  const invite = async (event: FormEvent) => {
    event.preventDefault()
    setSent(false)
    if (!(await act('invite', () => api.studio.team.invite.mutate({ space, wallet: wallet.trim(), role })))) return
    setWallet('')
    setSent(true)
  }
  const wrong = useInviteWords(refused)
  return (
    <form onSubmit={invite} className="grid gap-4" noValidate>
      <Field
        label={t('wallet')}
        hint={t('walletHint')}
        error={wrong.wallet}
        value={wallet}
        onChange={(event) => setWallet(event.target.value)}
        maxLength={200}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        code
      />
      <SelectField
        label={t('role')}
        hint={tTeam(`roles.${role}`)}
        error={wrong.role}
        value={role}
        onChange={(event) => setRole(roles.find((each) => each === event.target.value) ?? 'editor')}
      >
        {roles
          .filter((each) => mayMakeAdmins || each !== 'admin')
          .map((each) => (
            <option key={each} value={each}>
              {tRole(each)}
            </option>
          ))}
      </SelectField>
      <Button type="submit" disabled={busy !== null || wallet.trim() === ''}>
        {t('submit')}
      </Button>
      <p role="status" className={`text-sm empty:hidden ${wrong.other ? 'text-bad' : 'text-good'}`}>
        {wrong.other ?? (sent ? t('sent') : '')}
      </p>
    </form>
  )
}

/** What was wrong, by the field that it is about. */
function useInviteWords(refused: Refused | null) {
  const t = useTranslations('team.invite')
  const { code, field, words } = refused ?? { code: null, field: null, words: null }
  const none = { wallet: null, role: null, other: null }
  if (words === null) return none
  if (field === 'role') return { ...none, role: code === 'auth.forbidden' ? t('roleTooHigh') : words }
  if (field === 'wallet' && code === 'conflict') return { ...none, wallet: t('already') }
  if (field === 'wallet' && code === 'input.invalid') return { ...none, wallet: t('noWallet') }
  return { ...none, other: words }
}
