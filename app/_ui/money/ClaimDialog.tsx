'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#app/_ui/base/Button.tsx'
import { Dialog } from '#app/_ui/base/Dialog.tsx'
import { say } from '#app/_ui/say.ts'
import { useMoney } from './moneyContext.ts'
import { Problem } from './Problem.tsx'
import { UnlockStep } from './UnlockStep.tsx'
import { useSend } from './useSend.ts'
import { useTokens } from './useToken.ts'

/** Claims one reward or many: one tx for each, signed at one click. */
export default function ClaimDialog({ credentials, onClose }: { credentials: number[]; onClose: () => void }) {
  const t = useTranslations('money')
  const locale = useLocale()
  const { view, spendKey } = useMoney()
  const { tokenOf, amountOf } = useTokens()
  const { busy, error, calm, send } = useSend()
  // As it was at the click: the list behind the dialog gets shorter while the claims go out.
  const [chosen] = useState(() => view.claimable.filter(({ credential }) => credentials.includes(credential)))
  const sums = new Map<number, bigint>()
  for (const { token, amount } of chosen) sums.set(token, (sums.get(token) ?? 0n) + BigInt(amount))
  const [[token, sum] = [0, 0n]] = sums
  const words =
    sums.size === 1
      ? t('dialog.claimButton', { amount: amountOf(sum, token), symbol: tokenOf(token).symbol })
      : t('dialog.claimCount', { count: chosen.length })
  return (
    <Dialog title={t('dialog.claimTitle')} description={t('dialog.claimLead')} closeLabel={t('dialog.close')} onClose={onClose}>
      {spendKey === null ? (
        <UnlockStep />
      ) : (
        <div className="grid gap-4">
          <ul className="divide-y divide-line rounded-xl border border-line">
            {chosen.map(({ credential, quest, token: id, amount }) => (
              <li key={credential} className="flex items-baseline justify-between gap-4 px-4 py-3">
                <span className="min-w-0 truncate">{say(quest.title, locale)}</span>
                <span className="font-semibold whitespace-nowrap">
                  {amountOf(amount, id)} <span className="font-normal text-muted">{tokenOf(id).symbol}</span>
                </span>
              </li>
            ))}
          </ul>
          <Problem error={error} calm={calm} />
          <Button
            size="large"
            className="w-full"
            disabled={busy || chosen.length === 0}
            onClick={() => send(chosen.map(({ credential }) => ({ kind: 'claimReward', credential })))}
          >
            {busy ? t('dialog.signing') : words}
          </Button>
        </div>
      )}
    </Dialog>
  )
}
