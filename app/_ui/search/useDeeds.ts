'use client'

import { useRouter } from 'next/navigation'
import { useLocale } from 'next-intl'
import { signOut } from '#app/_client/signIn.ts'
import { isLocale, localePath, splitLocale } from '#app/_ui/locale.ts'
import { setTheme } from '#app/_ui/themeChoice.ts'
import type { Deed } from './commands.ts'

/** Does what was chosen. The palette closes first: what follows has the page. */
export function useDeeds({ onClose, onConnect }: { onClose: () => void; onConnect: () => void }): (deed: Deed, apart: boolean) => void {
  const router = useRouter()
  const locale = useLocale()
  const addressOf = (href: string) => localePath(isLocale(locale) ? locale : 'en', href)
  return (deed, apart) => {
    if (deed.do === 'connect') return onConnect()
    if (deed.do === 'go' && apart) return void window.open(addressOf(deed.href), '_blank', 'noopener')
    onClose()
    switch (deed.do) {
      case 'go':
        return router.push(addressOf(deed.href))
      case 'theme':
        return setTheme(deed.theme)
      case 'language': {
        const { locale: here, path } = splitLocale(window.location.pathname)
        // A full load, because the document's language changes.
        return window.location.assign(`${localePath(here === 'en' ? 'ja' : 'en', path)}${window.location.search}`)
      }
      case 'signOut':
        return void signOut().finally(() => router.refresh())
    }
  }
}
