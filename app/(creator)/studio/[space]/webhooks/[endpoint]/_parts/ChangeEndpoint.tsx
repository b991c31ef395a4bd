'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { api } from '#app/_client/api.ts'
import type { WebhookEndpoint, WebhookType } from '#app/_data/views.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { Dialog } from '#app/_ui/base/Dialog.tsx'
import { EndpointFields, type Refusal, refusalOf, type Written } from '../../_parts/EndpointFields.tsx'

type Props = { space: string; endpoint: WebhookEndpoint; types: readonly WebhookType[] }

/** Another address, other events, another note. */
export function ChangeEndpoint({ space, endpoint, types }: Props) {
  const t = useTranslations('webhook')
  const tErrors = useTranslations('errors')
  const router = useRouter()
  const now: Written = {
    url: endpoint.url,
    description: endpoint.description,
    types: types.filter((type) => endpoint.types.includes(type)),
  }
  const [written, setWritten] = useState<Written | null>(null)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refusal | null>(null)
  const open = () => {
    setRefused(null)
    setWritten(now)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!written) return
    setBusy(true)
    setRefused(null)
    try {
      const { url, description } = written
      const given = { url: url.trim(), description: description.trim(), types: [...written.types] }
      await api.studio.webhooks.change.mutate({ space, id: endpoint.id, ...given })
      setWritten(null)
      router.refresh()
    } catch (error) {
      setRefused(refusalOf(error, { t, tErrors }))
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button look="quiet" size="small" onClick={open}>
        {t('tools.change')}
      </Button>
      {written && (
        <Dialog title={t('tools.changeTitle')} closeLabel={t('tools.close')} onClose={() => setWritten(null)}>
          <form onSubmit={submit} className="grid gap-4">
            <EndpointFields value={written} onChange={setWritten} types={types} refused={refused} />
            <Button type="submit" disabled={busy || written.url.trim() === '' || written.types.length === 0}>
              {t('tools.save')}
            </Button>
            <p aria-live="polite" className="text-sm text-bad empty:hidden">
              {refused?.field === null ? refused.words : null}
            </p>
          </form>
        </Dialog>
      )}
    </>
  )
}
