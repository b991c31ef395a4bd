'use client'

import { useTranslations } from 'next-intl'
import { api } from '#app/_client/api.ts'
import type { Referral } from '#app/_data/views.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { Dialog } from '#app/_ui/base/Dialog.tsx'
import { useEth } from '#app/_ui/funds/useEth.ts'
import { useSigned } from '#app/_ui/funds/useSigned.ts'
import { WithKey } from '#app/_ui/funds/WithKey.tsx'
import { useMoney } from '#app/_ui/money/moneyContext.ts'
import { useTokens } from '#app/_ui/money/useToken.ts'
import { Notice } from '#app/_ui/wallet/Notice.tsx'

/** Signed at once; who is left has their turn the next time. */
const together = 20

/** Pays what is due to those who brought members, by transfers that are signed together. */
export default function PayDialog({ space, due, onClose }: { space: string; due: readonly Referral[]; onClose: () => void }) {
  const t = useTranslations('funds')
  const eth = useEth()
  const { done } = useMoney()
  const { availableOf } = useTokens()
  const { busy, problem, sign } = useSigned()
  const sums = new Map<number, bigint>()
  for (const one of due) if (one.slotAccount !== null) sums.set(one.slotAccount, (sums.get(one.slotAccount) ?? 0n) + BigInt(one.due))
  const transfers = [...sums].slice(0, together).map(([to, amount]) => ({ kind: 'transfer', to, token: 0, amount }) as const)
  const total = transfers.reduce((sum, { amount }) => sum + amount, 0n)
  const short = total > availableOf(0)
  const submit = async () => {
    const taken = await sign(
      async () => transfers,
      (signed) => api.studio.funds.send.mutate({ space, signed }),
    )
    if (!taken) return
    done(t('referrals.done'))
    onClose()
  }
  return (
    <Dialog
      title={t('referrals.payTitle')}
      description={t('referrals.payLead', { count: transfers.length, amount: eth(total) })}
      closeLabel={t('dialog.close')}
      onClose={onClose}
    >
      <WithKey>
        <div className="grid gap-4">
          {short && <Notice tone="calm">{t('referrals.short', { amount: eth(availableOf(0)) })}</Notice>}
          {problem && <Notice tone={problem.calm ? 'calm' : 'bad'}>{problem.words}</Notice>}
          <Button size="large" className="w-full" disabled={busy || short} onClick={submit}>
            {busy ? t('dialog.signing') : t('referrals.submit', { amount: eth(total) })}
          </Button>
        </div>
      </WithKey>
    </Dialog>
  )
}
