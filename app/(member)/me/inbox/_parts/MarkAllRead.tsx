'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { api } from '#app/_client/api.ts'
import { sayError } from '#app/_client/sayError.ts'
import { Button } from '#app/_ui/base/Button.tsx'

export function MarkAllRead() {
  const t = useTranslations('news')
  const tErrors = useTranslations('errors')
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const mark = async () => {
    setBusy(true)
    setFailure(null)
    try {
      await api.news.markRead.mutate({ ids: 'all' })
      router.refresh()
    } catch (error) {
      setFailure(sayError(error, tErrors))
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="grid justify-items-end gap-1">
      <Button look="quiet" disabled={busy} onClick={mark}>
        {t('markAll')}
      </Button>
      <p role="status" className="text-sm text-bad empty:hidden">
        {failure}
      </p>
    </div>
  )
}
