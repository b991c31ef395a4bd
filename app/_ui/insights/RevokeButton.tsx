'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#app/_ui/base/Button.tsx'
import type { RevokeTarget } from './revokeTarget.ts'

const RevokeDialog = dynamic(() => import('./RevokeDialog.tsx').then(({ RevokeDialog: Part }) => Part), { ssr: false })

type Props = { space: string /** Whose it is, for who listens. */; name?: string; credential: RevokeTarget }

/** Opens the dialog that takes a credential back. */
export function RevokeButton({ space, name, credential }: Props) {
  const t = useTranslations('revocation')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        look="quiet"
        size="small"
        aria-label={name === undefined ? undefined : t('actionFor', { name })}
        onClick={() => setOpen(true)}
      >
        {t('action')}
      </Button>
      {open && <RevokeDialog space={space} credential={credential} onClose={() => setOpen(false)} />}
    </>
  )
}
