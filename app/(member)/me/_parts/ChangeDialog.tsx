'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { Me } from '#app/_data/views.ts'
import { Dialog } from '#app/_ui/base/Dialog.tsx'
import { nameOf } from '#app/_ui/wallet/nameOf.ts'
import { type ChangeRequest, ChangeSteps } from './ChangeSteps.tsx'

type Props = { me: NonNullable<Me>; request: ChangeRequest; wallet: string; onClose: () => void }

/** One change of the account's wallets, or a word on one that waits: what it means, then one signature. */
export default function ChangeDialog({ me, request, wallet, onClose }: Props) {
  const t = useTranslations('wallets')
  const router = useRouter()
  const done = () => {
    onClose()
    router.refresh()
  }
  const name = nameOf(me, wallet)
  return (
    <Dialog title={t(`title.${request.kind}`, { name })} description={t(`lead.${request.kind}`)} closeLabel={t('close')} onClose={onClose}>
      <ChangeSteps me={me} request={request} onDone={done} />
    </Dialog>
  )
}
