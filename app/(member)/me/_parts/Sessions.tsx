'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { api } from '#app/_client/api.ts'
import { sayError } from '#app/_client/sayError.ts'
import type { SessionView } from '#app/_data/views.ts'
import { Ago } from '#app/_ui/base/Ago.tsx'
import { Button } from '#app/_ui/base/Button.tsx'
import { shorten } from '#app/_ui/base/shorten.ts'
import { Tag } from '#app/_ui/base/Tag.tsx'
import { Notice } from '#app/_ui/wallet/Notice.tsx'
import { walletAddress } from '#app/_ui/wallet/walletWords.ts'
import { deviceName } from './deviceName.ts'

/** Where the account is signed in; any of these can be ended from here. */
export function Sessions({ sessions, now }: { sessions: SessionView[]; now: number }) {
  const t = useTranslations('me')
  const tErrors = useTranslations('errors')
  const router = useRouter()
  const [failure, setFailure] = useState<string | null>(null)
  const [ending, setEnding] = useState<string | null>(null)
  const end = async (key: string, action: () => Promise<unknown>) => {
    setEnding(key)
    setFailure(null)
    try {
      await action()
      router.refresh()
    } catch (error) {
      setFailure(sayError(error, tErrors))
    } finally {
      setEnding(null)
    }
  }
  return (
    <>
      <ul className="slab divide-y divide-line">
        {sessions.map((session) => {
          const device = deviceName(session.userAgent)
          return (
            <li key={session.id} className="flex min-h-16 items-center gap-4 px-5 py-3">
              <div className="min-w-0 flex-1">
                <p className="font-medium">{device ? t('device', device) : t('unknownDevice')}</p>
                <p className="text-sm text-faint">
                  <span className="font-mono text-[0.8125rem]">{shorten(walletAddress(session.wallet), 6, 4)}</span> · {t('seen')}{' '}
                  <Ago at={session.lastSeenAt} now={now} />
                </p>
              </div>
              {session.current ? (
                <Tag tone="accent">{t('thisDevice')}</Tag>
              ) : (
                <Button
                  look="plain"
                  size="small"
                  disabled={ending !== null}
                  onClick={() => end(session.id, () => api.session.revoke.mutate({ id: session.id }))}
                >
                  {t('end')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {failure && (
        <div className="mt-3">
          <Notice tone="bad">{failure}</Notice>
        </div>
      )}
      {sessions.length > 1 && (
        <Button look="quiet" className="mt-4" disabled={ending !== null} onClick={() => end('all', () => api.session.revokeAll.mutate())}>
          {t('endAll')}
        </Button>
      )}
    </>
  )
}
