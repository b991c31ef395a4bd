'use client'

import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import type { L2Network } from '#app/_client/money/moneyWallet.ts'
import type { Me, MoneyView } from '#app/_data/views.ts'
import { LiveRefresh } from '#app/_ui/LiveRefresh.tsx'
import { isUnderWay } from '#app/_ui/wallet/moveLifecycle.ts'
import type { SpendKey } from '#server/rollup/protocol/spendKey.ts'
import { type Money, MoneyContext, type Opened } from './moneyContext.ts'
import { Said } from './Said.tsx'

const load = {
  setup: () => import('./SetupDialog.tsx'),
  deposit: () => import('./DepositDialog.tsx'),
  send: () => import('./SendDialog.tsx'),
  withdraw: () => import('./WithdrawDialog.tsx'),
  claim: () => import('./ClaimDialog.tsx'),
}
const SetupDialog = dynamic(load.setup, { ssr: false })
const DepositDialog = dynamic(load.deposit, { ssr: false })
const SendDialog = dynamic(load.send, { ssr: false })
const WithdrawDialog = dynamic(load.withdraw, { ssr: false })
const ClaimDialog = dynamic(load.claim, { ssr: false })

type Props = { me: NonNullable<Me>; view: MoneyView; l2: L2Network; now: number; usualMs: number | undefined; children: ReactNode }

/**
 * What the parts of the page share. The spend key lives in this component's memory and nowhere else: it is gone with the page, so neither a script
 * of another page nor the device's storage can give it away, and the wallet can always make it again.
 */
export function MoneyRoot({ me, view, l2, now, usualMs, children }: Props) {
  const router = useRouter()
  const [opened, setOpened] = useState<Opened | null>(null)
  const [spendKey, setSpendKey] = useState<SpendKey | null>(null)
  const [said, setSaid] = useState('')
  const money: Money = {
    ...{ me, view, l2, now, usualMs, spendKey },
    unlock: setSpendKey,
    open: (dialog) => {
      setSaid('')
      // Whatever is signed with the key needs one first; what begins with the key goes on once it is there.
      const needsKey = dialog.name === 'send' || dialog.name === 'withdraw' || dialog.name === 'claim'
      setOpened(needsKey && view.key.state === 'none' ? { name: 'setup' } : dialog)
    },
    prepare: (name) => void load[name](),
    done: (words) => {
      setOpened(null)
      if (words === null) return
      setSaid(words)
      router.refresh()
    },
  }
  // Batches move every few seconds: they are listened to while something of the member's is in one.
  const moving = view.account.state === 'opening' || view.key.state === 'sent' || view.moves.some(isUnderWay)
  const topics = [`account:${me.accountId}`, ...(moving ? ['batches'] : [])]
  const close = () => setOpened(null)
  return (
    <MoneyContext value={money}>
      <LiveRefresh topics={topics} />
      <Said words={said} onOver={() => setSaid('')} />
      {children}
      {opened?.name === 'setup' && <SetupDialog onClose={close} />}
      {opened?.name === 'deposit' && <DepositDialog onClose={close} />}
      {opened?.name === 'send' && <SendDialog onClose={close} />}
      {opened?.name === 'withdraw' && <WithdrawDialog onClose={close} />}
      {opened?.name === 'claim' && <ClaimDialog credentials={opened.credentials} onClose={close} />}
    </MoneyContext>
  )
}
