'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#app/_ui/base/Button.tsx'

const load = () => import('./ReportDialog.tsx')
const ReportDialog = dynamic(load, { ssr: false })

export type ReportedSubject = { kind: 'space' | 'quest'; slug: string }

/** Opens the form; it is fetched when somebody shows the intent. */
export function ReportButton({ subject }: { subject: ReportedSubject }) {
  const t = useTranslations('report')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button look="plain" size="small" onClick={() => setOpen(true)} onPointerEnter={load} onFocus={load}>
        {t(`open.${subject.kind}`)}
      </Button>
      {open && <ReportDialog subject={subject} onClose={() => setOpen(false)} />}
    </>
  )
}
