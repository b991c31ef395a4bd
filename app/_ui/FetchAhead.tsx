'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/**
 * Fetches the frame of a page when a link to it (`SiteLink`) is pointed at, touched or focused. A page of links asks the server for nothing until then:
 * fetching whatever is in sight would cost it a dozen requests for each visit, and the browser the time to read them.
 */
export function FetchAhead() {
  const router = useRouter()
  useEffect(() => {
    const look = ({ target }: Event) => {
      const link = target instanceof Element ? target.closest('a[data-site]') : null
      const href = link?.getAttribute('href')
      if (href) router.prefetch(href)
    }
    const signs = ['pointerover', 'touchstart', 'focusin'] as const
    for (const sign of signs) document.addEventListener(sign, look, { passive: true })
    return () => {
      for (const sign of signs) document.removeEventListener(sign, look)
    }
  }, [router])
  return null
}
