'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { api } from '#app/_client/api.ts'
import type { QuestFunds } from '#app/_data/views.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { Dialog } from '#app/_ui/base/Dialog.tsx'
import { Field } from '#app/_ui/base/Field.tsx'
import { readPlaces } from '#app/_ui/funds/readPlaces.ts'
import { useEth } from '#app/_ui/funds/useEth.ts'
import { useSigned } from '#app/_ui/funds/useSigned.ts'
import { WithKey } from '#app/_ui/funds/WithKey.tsx'
import { useMoney } from '#app/_ui/money/moneyContext.ts'
import { useTokens } from '#app/_ui/money/useToken.ts'
import { say } from '#app/_ui/say.ts'
import { Notice } from '#app/_ui/wallet/Notice.tsx'

type Props = { space: string; quest: QuestFunds; onClose: () => void }

/** Pays for more completions of a quest, from the reader's own account. */
export default function AddDialog({ space, quest, onClose }: Props) {
  const t = useTranslations('funds')
  const locale = useLocale()
  return (
    <Dialog
      title={t('add.title')}
      description={t('add.lead', { title: say(quest.title, locale) })}
      closeLabel={t('dialog.close')}
      onClose={onClose}
    >
      <WithKey>
        <AddForm space={space} quest={quest} onClose={onClose} />
      </WithKey>
    </Dialog>
  )
}

function AddForm({ space, quest, onClose }: Props) {
  const t = useTranslations('funds')
  const eth = useEth()
  const { done } = useMoney()
  const { availableOf } = useTokens()
  const { busy, problem, sign } = useSigned()
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const { leaf } = quest
  const most = quest.supply - quest.completed - (quest.lasts ?? 0)
  const places = readPlaces(text, most)
  const [rewards, fees] = [BigInt(quest.rewardPerMint), BigInt(leaf?.feePerMint ?? '0')].map((each) => each * BigInt(places ?? 0)) as [
    bigint,
    bigint,
  ]
  const short = rewards + fees > availableOf(0)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (places === null || short || !leaf) return
    const tx = { kind: 'fundQuest', quest: leaf.quest, toPool: rewards, toFeePool: fees } as const
    const taken = await sign(
      async () => [tx],
      (signed) => api.studio.funds.send.mutate({ space, signed }),
    )
    if (!taken) return
    done(t('add.done'))
    onClose()
  }
  if (most <= 0) return <Notice tone="calm">{t('add.none')}</Notice>
  return (
    <form onSubmit={submit} className="grid gap-3" noValidate>
      <Field
        label={t('add.places')}
        inputMode="numeric"
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
        hint={places === null ? t('add.placesShape', { most }) : t('add.sum', { rewards: eth(rewards), fees: eth(fees) })}
        error={
          tried && places === null
            ? t('add.placesShape', { most })
            : places !== null && short
              ? t('add.short', { amount: eth(availableOf(0)) })
              : null
        }
      />
      {problem && <Notice tone={problem.calm ? 'calm' : 'bad'}>{problem.words}</Notice>}
      <Button type="submit" size="large" className="w-full" disabled={busy}>
        {busy ? t('dialog.signing') : t('add.submit', { amount: eth(rewards + fees) })}
      </Button>
    </form>
  )
}
