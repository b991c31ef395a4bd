'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { api } from '#app/_client/api.ts'
import type { SpaceContract } from '#app/_data/views.ts'
import { Confirm } from '#app/_ui/base/Confirm.tsx'

/** Takes a contract out of the list, after a word. */
export function RemoveContract({ space, contract: { chain, address }, name }: { space: string; contract: SpaceContract; name: string }) {
  const t = useTranslations('contract.remove')
  const router = useRouter()
  return (
    <Confirm
      words={{ open: t('open'), title: t('title', { name }), text: t('text'), go: t('go'), stay: t('stay') }}
      onGo={async () => {
        await api.studio.contracts.remove.mutate({ space, chain, address })
        router.refresh()
      }}
    />
  )
}
