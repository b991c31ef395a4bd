'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useState } from 'react'
import { api } from '#app/_client/api.ts'
import { setKeyCall } from '#app/_client/money/inboxCalls.ts'
import type { MoneyWallet } from '#app/_client/money/moneyWallet.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { Notice } from '#app/_ui/wallet/Notice.tsx'
import { hasher } from '#server/rollup/protocol/poseidon2.ts'
import { derivePublicKey } from '#server/rollup/protocol/schnorr.ts'
import { identityOf, type SpendKey } from '#server/rollup/protocol/spendKey.ts'
import { toHex32 } from '#server/shared/bytes.ts'
import { useMoney } from './moneyContext.ts'
import { Problem } from './Problem.tsx'
import { useAttempt } from './useAttempt.ts'

type Challenge = Awaited<ReturnType<typeof api.money.keyChallenge.query>>

/** Tells the slot of the key: by a signature that the platform brings to L2, or by the wallet's own transaction. */
export function SetKeyStep({ wallet, spendKey, byChance }: { wallet: MoneyWallet; spendKey: SpendKey; byChance: boolean }) {
  const t = useTranslations('money')
  const { view, unlock, done } = useMoney()
  const { busy, error, calm, attempt } = useAttempt()
  const [challenge, setChallenge] = useState<Challenge | null>(null)
  const { x, y } = derivePublicKey(spendKey.secret)
  const account = view.account.index ?? -1
  const of = { wallet: view.account.wallet }
  const setting = { account, keyX: x, keyY: y, identity: identityOf(hasher, spendKey.identitySecret), linkedWallet: 0n }
  // Fetched before the tap: phones open the wallet only in direct answer to a touch.
  const prepare = useEffectEvent(() => attempt('prepare', async () => setChallenge(await api.money.keyChallenge.query(of))))
  useEffect(() => void prepare(), [])

  const finish = () => {
    unlock(spendKey)
    done(t('setup.done'))
  }
  const relay = ({ nonce, deadline }: Challenge) =>
    attempt('relay', async () => {
      const { chainId, inbox } = view.slot
      const place = { chainId, inbox, nonce: BigInt(nonce), deadline: BigInt(deadline) }
      const signature = await wallet.approve(setting, place)
      const key = { keyX: toHex32(x), keyY: toHex32(y), identity: toHex32(setting.identity) }
      await api.money.relayKey.mutate({ ...key, ...of, nonce, deadline, signature: signature.toLowerCase() })
      finish()
    })
  const sendSelf = (send: NonNullable<MoneyWallet['send']>) =>
    attempt('self', async () => {
      const { inbox, inboxFee } = view.slot
      const hash = await send(setKeyCall({ inbox, inboxFee: BigInt(inboxFee ?? 0) }, setting))
      await api.money.noteSend.mutate({ hash, kind: 'setKey', token: 0, amount: '0' })
      finish()
    })
  const { send } = wallet
  // Only a key's signature is brought to L2: an account whose signature differs each time is code.
  const canRelay = !byChance || send === null
  return (
    <>
      <p className="text-[0.9375rem]">{canRelay ? t('setup.setLead') : t('setup.smart')}</p>
      {byChance && canRelay && <Notice tone="calm">{t('setup.random')}</Notice>}
      <Problem error={error} calm={calm} />
      <div className="grid gap-2">
        {canRelay && (
          <Button size="large" disabled={busy !== null || challenge === null} onClick={() => challenge && relay(challenge)}>
            {busy === 'relay' ? t('dialog.signing') : t('setup.setRelay')}
          </Button>
        )}
        {send && (
          <Button look={canRelay ? 'plain' : 'primary'} disabled={busy !== null} onClick={() => sendSelf(send)}>
            {busy === 'self' ? t('dialog.signing') : t('setup.setSelf')}
          </Button>
        )}
      </div>
    </>
  )
}
