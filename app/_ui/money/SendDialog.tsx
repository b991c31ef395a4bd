'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { api } from '#app/_client/api.ts'
import { type AmountError, readAmount } from '#app/_client/money/amounts.ts'
import { codeOf } from '#app/_client/sayError.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { Dialog } from '#app/_ui/base/Dialog.tsx'
import { shorten } from '#app/_ui/base/shorten.ts'
import { walletAddress } from '#app/_ui/wallet/walletWords.ts'
import { AmountField } from './AmountField.tsx'
import { Field } from './Field.tsx'
import { useMoney } from './moneyContext.ts'
import { Problem } from './Problem.tsx'
import { TokenChoice } from './TokenChoice.tsx'
import { UnlockStep } from './UnlockStep.tsx'
import { useAttempt } from './useAttempt.ts'
import { useSend } from './useSend.ts'
import { useTokens } from './useToken.ts'

type Recipient = Awaited<ReturnType<typeof api.money.recipient.query>>
type NameError = 'nameEmpty' | 'nobody' | 'self'

/** To another member of the slot. Who is paid is looked up first and shown; the next click pays. */
export default function SendDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('money')
  const { spendKey } = useMoney()
  return (
    <Dialog title={t('dialog.sendTitle')} description={t('dialog.sendLead')} closeLabel={t('dialog.close')} onClose={onClose}>
      {spendKey === null ? <UnlockStep /> : <SendForm />}
    </Dialog>
  )
}

const nameOf = ({ handle, wallet, index }: Recipient) => `${handle ?? shorten(walletAddress(wallet), 6, 4)} (#${index})`

function SendForm() {
  const t = useTranslations('money')
  const { view } = useMoney()
  const { tokenOf, availableOf } = useTokens()
  const lookup = useAttempt()
  const { busy, error, calm, send } = useSend()
  const [token, setToken] = useState(0)
  const [amount, setAmount] = useState('')
  const [name, setName] = useState('')
  const [recipient, setRecipient] = useState<Recipient | null>(null)
  const [wrong, setWrong] = useState<{ amount: AmountError | null; name: NameError | null }>({ amount: null, name: null })
  const { symbol, decimals } = tokenOf(token)

  const find = () =>
    lookup.attempt('find', async () => {
      try {
        setRecipient(await api.money.recipient.query({ name: name.trim(), wallet: view.account.wallet }))
      } catch (thrown) {
        const code = codeOf(thrown)
        if (code !== 'not-found' && code !== 'input.invalid') throw thrown
        setWrong({ amount: null, name: code === 'not-found' ? 'nobody' : 'self' })
      }
    })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const read = readAmount(amount, decimals, availableOf(token))
    setWrong({ amount: 'error' in read ? read.error : null, name: name.trim() === '' ? 'nameEmpty' : null })
    if ('error' in read || name.trim() === '') return
    return recipient === null ? find() : send([{ kind: 'transfer', to: recipient.index, token, amount: read.amount }])
  }
  const working = busy || lookup.busy !== null
  return (
    <form onSubmit={submit} className="grid gap-2" noValidate>
      <Field
        label={t('dialog.to')}
        value={name}
        onChange={(event) => {
          setName(event.target.value)
          setRecipient(null)
        }}
        autoCapitalize="none"
        error={wrong.name && t(`error.${wrong.name}`)}
        hint={recipient ? t('dialog.sendTo', { name: nameOf(recipient) }) : t('dialog.toHint')}
      />
      <TokenChoice tokens={view.slot.tokens} chosen={token} onChoose={setToken} />
      <AmountField token={tokenOf(token)} text={amount} onText={setAmount} error={wrong.amount} most={availableOf(token)} />
      <Problem error={error ?? lookup.error} calm={error === null ? lookup.calm : calm} />
      <Button type="submit" size="large" className="mt-1 w-full" disabled={working}>
        {working ? t('dialog.signing') : recipient ? t('dialog.sendButton', { amount: amount.trim(), symbol }) : t('dialog.next')}
      </Button>
    </form>
  )
}
