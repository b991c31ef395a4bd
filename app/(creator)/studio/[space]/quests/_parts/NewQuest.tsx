'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '#app/_ui/base/Button.tsx'
import { NewQuestDialog } from './NewQuestDialog.tsx'

/** The way to an empty quest. */
export function NewQuest({ space }: { space: string }) {
  const t = useTranslations('drafts.new')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('open')}</Button>
      {open && <NewQuestDialog space={space} from={null} onClose={() => setOpen(false)} />}
    </>
  )
}
