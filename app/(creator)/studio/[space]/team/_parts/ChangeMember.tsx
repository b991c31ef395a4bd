'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { TeamMember } from '#app/_data/views.ts'
import { Button } from '#app/_ui/base/Button.tsx'

const load = () => import('./MemberDialog.tsx')
const MemberDialog = dynamic(load, { ssr: false })

export type Changed = { space: string; member: Pick<TeamMember, 'accountId' | 'role' | 'may'>; name: string }

/** Opens what can be done with a member's place. */
export function ChangeMember(props: Changed) {
  const t = useTranslations('team')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        look="quiet"
        size="small"
        aria-label={t('changeOf', { name: props.name })}
        onPointerEnter={load}
        onClick={() => setOpen(true)}
      >
        {t('change')}
      </Button>
      {open && <MemberDialog {...props} onClose={() => setOpen(false)} />}
    </>
  )
}
