'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#app/_ui/base/Button.tsx'

const load = () => import('./ConnectDialog.tsx')
const ConnectDialog = dynamic(load, { ssr: false })

type Props = { size?: 'small' | 'medium' | 'large'; look?: 'primary' | 'quiet' | 'plain'; words?: string; className?: string }

/** Opens the wallet dialog. Wallet code is fetched when somebody shows the intent: pointer over it, focus, or the click. */
export function ConnectButton({ size = 'medium', look = 'primary', words, className = '' }: Props) {
  const t = useTranslations('wallet')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size={size} look={look} className={className} onClick={() => setOpen(true)} onPointerEnter={load} onFocus={load}>
        {words ?? t('connect')}
      </Button>
      {open && <ConnectDialog onClose={() => setOpen(false)} />}
    </>
  )
}
