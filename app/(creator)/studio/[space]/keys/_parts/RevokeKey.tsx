'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { api } from '#app/_client/api.ts'
import { sayError } from '#app/_client/sayError.ts'
import type { ApiKey } from '#app/_data/views.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { Dialog } from '#app/_ui/base/Dialog.tsx'

/** Ends a key, once it was said that this is meant. */
export function RevokeKey({ space, apiKey }: { space: string; apiKey: Pick<ApiKey, 'id' | 'name' | 'prefix'> }) {
  const t = useTranslations('keys.revoke')
  const tErrors = useTranslations('errors')
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const revoke = async () => {
    setBusy(true)
    setRefused(null)
    try {
      await api.studio.keys.revoke.mutate({ space, id: apiKey.id })
      setOpen(false)
      router.refresh()
    } catch (error) {
      setRefused(sayError(error, tErrors))
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button look="quiet" size="small" onClick={() => setOpen(true)} aria-label={t('which', { name: apiKey.name })}>
        {t('open')}
      </Button>
      {open && (
        <Dialog title={t('title', { name: apiKey.name })} description={t('text')} closeLabel={t('close')} onClose={() => setOpen(false)}>
          <p className="mb-5 font-mono text-sm text-muted">{apiKey.prefix}…</p>
          <div className="flex flex-wrap justify-end gap-2">
            <Button look="quiet" onClick={() => setOpen(false)}>
              {t('keep')}
            </Button>
            <Button onClick={revoke} disabled={busy}>
              {t('submit')}
            </Button>
          </div>
          <p aria-live="polite" className="mt-3 text-sm text-bad empty:hidden">
            {refused}
          </p>
        </Dialog>
      )}
    </>
  )
}
