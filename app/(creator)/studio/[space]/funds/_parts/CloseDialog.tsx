'use client'

import { useLocale, useTranslations } from 'next-intl'
import { api } from '#app/_client/api.ts'
import type { QuestFunds } from '#app/_data/views.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { Dialog } from '#app/_ui/base/Dialog.tsx'
import { useEth } from '#app/_ui/funds/useEth.ts'
import { useSigned } from '#app/_ui/funds/useSigned.ts'
import { WithKey } from '#app/_ui/funds/WithKey.tsx'
import { useMoney } from '#app/_ui/money/moneyContext.ts'
import { say } from '#app/_ui/say.ts'
import { Notice } from '#app/_ui/wallet/Notice.tsx'

type Props = { space: string; quest: QuestFunds; onClose: () => void }

/** Takes back what a quest that is over has not given away. */
export default function CloseDialog({ space, quest, onClose }: Props) {
  const t = useTranslations('funds')
  const locale = useLocale()
  const eth = useEth()
  const { done } = useMoney()
  const { busy, problem, sign } = useSigned()
  const { leaf } = quest
  const left = eth(BigInt(leaf?.pool ?? '0') + BigInt(leaf?.feePool ?? '0'))
  const submit = async () => {
    if (!leaf) return
    const taken = await sign(
      async () => [{ kind: 'closeQuest', quest: leaf.quest }],
      (signed) => api.studio.funds.send.mutate({ space, signed }),
    )
    if (!taken) return
    done(t('close.done'))
    onClose()
  }
  return (
    <Dialog
      title={t('close.title')}
      description={t('close.lead', { title: say(quest.title, locale), amount: left })}
      closeLabel={t('dialog.close')}
      onClose={onClose}
    >
      <WithKey>
        <div className="grid gap-4">
          <p className="text-[0.9375rem] text-muted">{t('close.keep')}</p>
          {problem && <Notice tone={problem.calm ? 'calm' : 'bad'}>{problem.words}</Notice>}
          <Button size="large" className="w-full" disabled={busy} onClick={submit}>
            {busy ? t('dialog.signing') : t('close.submit', { amount: left })}
          </Button>
        </div>
      </WithKey>
    </Dialog>
  )
}
