'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { type AddressError, readAddress } from '#app/_client/money/address.ts'
import { type AmountError, readAmount } from '#app/_client/money/amounts.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { Dialog } from '#app/_ui/base/Dialog.tsx'
import { Notice } from '#app/_ui/wallet/Notice.tsx'
import { walletAddress } from '#app/_ui/wallet/walletWords.ts'
import { AmountField } from './AmountField.tsx'
import { Field } from './Field.tsx'
import { useMoney } from './moneyContext.ts'
import { Problem } from './Problem.tsx'
import { TokenChoice } from './TokenChoice.tsx'
import { UnlockStep } from './UnlockStep.tsx'
import { useSend } from './useSend.ts'
import { useTokens } from './useToken.ts'

const addressErrors = {
  empty: 'addressEmpty',
  shape: 'addressShape',
  checksum: 'addressChecksum',
  zero: 'addressZero',
  contract: 'addressContract',
} as const satisfies Record<AddressError, string>

/** Out of the slot to an L2 address: the member's own Ethereum wallet unless another one is typed. */
export default function WithdrawDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('money')
  const { l2, spendKey } = useMoney()
  return (
    <Dialog
      title={t('dialog.withdrawTitle')}
      description={t('dialog.withdrawLead', { chain: l2.name })}
      closeLabel={t('dialog.close')}
      onClose={onClose}
    >
      {spendKey === null ? <UnlockStep /> : <WithdrawForm />}
    </Dialog>
  )
}

function WithdrawForm() {
  const t = useTranslations('money')
  const { view, me, l2 } = useMoney()
  const { tokenOf, availableOf } = useTokens()
  const { busy, error, calm, send } = useSend()
  const own = me.wallets.find(({ address }) => address.startsWith('eip155:'))
  const [token, setToken] = useState(0)
  const [amount, setAmount] = useState('')
  const [address, setAddress] = useState(own ? walletAddress(own.address) : '')
  const [wrong, setWrong] = useState<{ amount: AmountError | null; address: AddressError | null }>({ amount: null, address: null })
  const isOwn = me.wallets.some((wallet) => walletAddress(wallet.address).toLowerCase() === address.trim().toLowerCase())
  const { symbol, decimals } = tokenOf(token)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const read = readAmount(amount, decimals, availableOf(token))
    const to = readAddress(address, [view.slot.rollup, view.slot.inbox])
    setWrong({ amount: 'error' in read ? read.error : null, address: 'error' in to ? to.error : null })
    if ('error' in read || 'error' in to) return
    return send([{ kind: 'withdraw', token, amount: read.amount, recipient: BigInt(to.address) }])
  }
  return (
    <form onSubmit={submit} className="grid gap-2" noValidate>
      <TokenChoice tokens={view.slot.tokens} chosen={token} onChoose={setToken} />
      <AmountField token={tokenOf(token)} text={amount} onText={setAmount} error={wrong.amount} most={availableOf(token)} />
      <Field
        label={t('dialog.address', { chain: l2.name })}
        value={address}
        onChange={(event) => setAddress(event.target.value)}
        placeholder="0x…"
        autoCapitalize="none"
        className="font-mono text-[0.8125rem]"
        error={wrong.address && t(`error.${addressErrors[wrong.address]}`)}
        hint={isOwn ? t('dialog.addressOwn') : undefined}
      />
      {!isOwn && <Notice tone="calm">{t('dialog.addressWarning', { chain: l2.name })}</Notice>}
      <Problem error={error} calm={calm} />
      <Button type="submit" size="large" className="mt-1 w-full" disabled={busy}>
        {busy ? t('dialog.signing') : t('dialog.withdrawButton', { amount: amount.trim(), symbol })}
      </Button>
    </form>
  )
}
