'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { api } from '#app/_client/api.ts'
import type { WebhookType } from '#app/_data/views.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { EndpointFields, type Refusal, refusalOf, type Written } from './EndpointFields.tsx'
import { SecretOnce } from './SecretOnce.tsx'

/** A new endpoint; once it is there, its secret, this once. */
export function AddEndpoint({ space, types }: { space: string; types: readonly WebhookType[] }) {
  const t = useTranslations('webhook')
  const tErrors = useTranslations('errors')
  const router = useRouter()
  const blank: Written = { url: '', description: '', types }
  const [written, setWritten] = useState(blank)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refusal | null>(null)
  const [added, setAdded] = useState<{ id: string; secret: string } | null>(null)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setRefused(null)
    try {
      const { url, description } = written
      setAdded(await api.studio.webhooks.add.mutate({ space, url: url.trim(), description: description.trim(), types: [...written.types] }))
      setWritten(blank)
      router.refresh()
    } catch (error) {
      setRefused(refusalOf(error, { t, tErrors }))
    } finally {
      setBusy(false)
    }
  }
  return (
    <section aria-labelledby="add" className="slab px-5 py-5">
      <h2 id="add" className="text-section font-semibold">
        {t(added ? 'addedTitle' : 'addTitle')}
      </h2>
      {added ? (
        <SecretOnce secret={added.secret} onKept={() => setAdded(null)} />
      ) : (
        <form onSubmit={submit} className="mt-4 grid gap-4">
          <EndpointFields value={written} onChange={setWritten} types={types} refused={refused} />
          <Button type="submit" disabled={busy || written.url.trim() === '' || written.types.length === 0}>
            {t('add')}
          </Button>
          <p aria-live="polite" className="text-sm text-bad empty:hidden">
            {refused?.field === null ? refused.words : null}
          </p>
        </form>
      )}
    </section>
  )
}
