'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Icon } from './base/Icon.tsx'

/** Says when the network is away, and keeps the notice ready that a page shows that cannot be loaded then (`public/sw.js`). */
export function Offline() {
  const t = useTranslations('site')
  const [away, setAway] = useState(false)
  useEffect(() => {
    const look = () => setAway(!navigator.onLine)
    look()
    window.addEventListener('online', look)
    window.addEventListener('offline', look)
    // Without it the browser shows its own notice: nothing else depends on it.
    navigator.serviceWorker?.register('/sw.js').catch(() => undefined)
    return () => {
      window.removeEventListener('online', look)
      window.removeEventListener('offline', look)
    }
  }, [])
  return (
    <div role="status" className="pointer-events-none fixed inset-x-0 bottom-4 z-30 flex justify-center px-4">
      {away && (
        <p className="slab flex max-w-md animate-arrive items-start gap-3 px-4 py-3 text-[0.9375rem] shadow-lift">
          <Icon name="warning" className="mt-0.5 size-5 text-accent-text" />
          <span>
            <span className="font-medium">{t('offline')}</span> <span className="text-muted">{t('offlineText')}</span>
          </span>
        </p>
      )}
    </div>
  )
}
