'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { type PushState, readPushState, turnPushOff, turnPushOn } from '#app/_client/push.ts'
import { Button } from '#app/_ui/base/Button.tsx'

/** Notices in this browser while the site is closed. The browser is asked by a click alone, and what cannot be is not offered. */
export function PushSwitch({ pushKey }: { pushKey: string | null }) {
  const t = useTranslations('inbox.push')
  const locale = useLocale()
  const [state, setState] = useState<PushState>('unsupported')
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    // A browser that does not say where it stands is offered nothing.
    readPushState(pushKey).then(setState, () => undefined)
  }, [pushKey])
  if (state === 'unsupported' || pushKey === null) return null
  const change = async () => {
    setBusy(true)
    setFailed(false)
    try {
      setState(state === 'on' ? await turnPushOff() : await turnPushOn(pushKey, locale === 'ja' ? 'ja' : 'en'))
    } catch {
      // Push services refuse, or are out of reach; the words below say so.
      setFailed(true)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="slab mt-6 grid justify-items-start gap-3 p-4 text-[0.9375rem]">
      <h3 className="font-semibold">{t('title')}</h3>
      <p className="text-muted">{t('lead')}</p>
      {state === 'denied' ? (
        <p className="text-muted">{t('denied')}</p>
      ) : (
        <Button look="quiet" size="small" disabled={busy} onClick={change}>
          {state === 'on' ? t('off') : t('on')}
        </Button>
      )}
      <p role="status" className="text-sm text-muted empty:hidden">
        {failed ? t('failed') : state === 'on' ? t('isOn') : ''}
      </p>
    </div>
  )
}
