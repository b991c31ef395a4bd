'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { api } from '#app/_client/api.ts'
import { sayError } from '#app/_client/sayError.ts'
import type { WebhookEndpoint, WebhookType } from '#app/_data/views.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { Confirm } from '#app/_ui/base/Confirm.tsx'
import { Dialog } from '#app/_ui/base/Dialog.tsx'
import { isLocale, localePath } from '#app/_ui/locale.ts'
import { SecretOnce } from '../../_parts/SecretOnce.tsx'
import { ChangeEndpoint } from './ChangeEndpoint.tsx'

type Props = { space: string; endpoint: WebhookEndpoint; types: readonly WebhookType[] }

/** What can be done with an endpoint: try it, change it, pause it or make it active again, give it a new secret, remove it. */
export function EndpointTools({ space, endpoint, types }: Props) {
  const t = useTranslations('webhook.tools')
  const tErrors = useTranslations('errors')
  const router = useRouter()
  const locale = useLocale()
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<{ words: string; bad: boolean } | null>(null)
  const [secret, setSecret] = useState<string | null>(null)
  const { id, status } = endpoint

  const attempt = async (work: () => Promise<string | null>) => {
    setBusy(true)
    setSaid(null)
    try {
      const words = await work()
      if (words !== null) setSaid({ words, bad: false })
      router.refresh()
    } catch (error) {
      setSaid({ words: sayError(error, tErrors), bad: true })
    } finally {
      setBusy(false)
    }
  }
  const setStatus = (next: 'active' | 'paused') =>
    attempt(async () => {
      await api.studio.webhooks.change.mutate({ space, id, status: next })
      return null
    })
  const test = () =>
    attempt(async () => {
      await api.studio.webhooks.test.mutate({ space, id })
      return t('testSent')
    })
  return (
    <section aria-label={t('label')} className="slab px-5 py-4">
      <div className="flex flex-wrap gap-2">
        <Button size="small" disabled={busy || status !== 'active'} onClick={test}>
          {t('test')}
        </Button>
        <ChangeEndpoint space={space} endpoint={endpoint} types={types} />
        {status === 'active' ? (
          <Button look="quiet" size="small" disabled={busy} onClick={() => setStatus('paused')}>
            {t('pause')}
          </Button>
        ) : (
          <Button look="quiet" size="small" disabled={busy} onClick={() => setStatus('active')}>
            {t('activate')}
          </Button>
        )}
        <Confirm
          look="quiet"
          words={{ open: t('rotate'), title: t('rotateTitle'), text: t('rotateText'), go: t('rotateGo'), stay: t('stay') }}
          onGo={async () => {
            setSecret((await api.studio.webhooks.rotateSecret.mutate({ space, id })).secret)
            router.refresh()
          }}
        />
        <Confirm
          words={{ open: t('remove'), title: t('removeTitle'), text: t('removeText'), go: t('removeGo'), stay: t('stay') }}
          onGo={async () => {
            await api.studio.webhooks.remove.mutate({ space, id })
            router.push(localePath(isLocale(locale) ? locale : 'en', `/studio/${space}/webhooks`))
          }}
        />
      </div>
      <p aria-live="polite" className={`mt-3 text-sm empty:hidden ${said?.bad ? 'text-bad' : 'text-good'}`}>
        {said?.words}
      </p>
      {secret !== null && (
        <Dialog title={t('newSecret')} closeLabel={t('close')} onClose={() => setSecret(null)}>
          <SecretOnce secret={secret} onKept={() => setSecret(null)} />
        </Dialog>
      )}
    </section>
  )
}
