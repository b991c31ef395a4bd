'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { api } from '#app/_client/api.ts'
import { sayError } from '#app/_client/sayError.ts'
import type { ConnectionView } from '#app/_data/views.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { Notice } from '#app/_ui/wallet/Notice.tsx'

/** Accounts at other services: connected for steps that ask about them, and let go of here. */
export function Connections({ connections }: { connections: ConnectionView[] }) {
  const t = useTranslations('me')
  const tErrors = useTranslations('errors')
  const router = useRouter()
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const attempt = async (action: () => Promise<unknown>) => {
    setBusy(true)
    setFailure(null)
    try {
      await action()
    } catch (error) {
      setFailure(sayError(error, tErrors))
    } finally {
      setBusy(false)
    }
  }
  const connect = (service: ConnectionView['service']) =>
    attempt(async () => window.location.assign((await api.connections.start.mutate({ service })).url))
  const disconnect = (service: ConnectionView['service']) =>
    attempt(async () => {
      await api.connections.disconnect.mutate({ service })
      router.refresh()
    })
  return (
    <>
      <ul className="slab divide-y divide-line">
        {connections.map(({ service, name, handle }) => (
          <li key={service} className="flex min-h-14 items-center gap-4 px-5 py-2.5">
            <span className="w-20 text-[0.9375rem] text-muted">{name}</span>
            <span className="min-w-0 flex-1 truncate">{handle ?? ''}</span>
            <Button
              look={handle === null ? 'quiet' : 'plain'}
              size="small"
              disabled={busy}
              onClick={() => (handle === null ? connect(service) : disconnect(service))}
            >
              {handle === null ? t('connectService') : t('disconnectService')}
            </Button>
          </li>
        ))}
      </ul>
      {failure && (
        <div className="mt-3">
          <Notice tone="bad">{failure}</Notice>
        </div>
      )}
    </>
  )
}
