'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#app/_ui/base/Button.tsx'

const load = () => import('./StopDialog.tsx')
const StopDialog = dynamic(load, { ssr: false })

export type Stopped = { slug: string; name: string; stopped: boolean }

/** Takes a space out of every list, or puts it back. */
export function StopButton(props: Stopped) {
  const t = useTranslations('platform.spaces')
  const [open, setOpen] = useState(false)
  const does = props.stopped ? 'relist' : 'delist'
  return (
    <>
      <Button
        look="quiet"
        size="small"
        onPointerEnter={load}
        onClick={() => setOpen(true)}
        aria-label={t(`${does}Of`, { name: props.name })}
      >
        {t(does)}
      </Button>
      {open && <StopDialog {...props} onClose={() => setOpen(false)} />}
    </>
  )
}
