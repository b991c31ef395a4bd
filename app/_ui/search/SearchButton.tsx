'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { type MouseEvent, useEffect, useState } from 'react'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'

const load = () => import('./Palette.tsx')
const Palette = dynamic(load, { ssr: false })
const ConnectDialog = dynamic(() => import('#app/_ui/wallet/ConnectDialog.tsx'), { ssr: false })

const opensHere = (event: MouseEvent) => event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey

/** Opens the palette, by a click or Ctrl-K; its code is fetched on intent. Without script it is a link to the search page. */
export function SearchButton({ signedIn }: { signedIn: boolean }) {
  const t = useTranslations('search')
  const [open, setOpen] = useState<'palette' | 'connect' | null>(null)
  const [keys, setKeys] = useState('Ctrl K')
  useEffect(() => {
    if (/Mac|iP(?:hone|ad)/.test(navigator.platform)) setKeys('⌘ K')
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'k' || event.repeat) return
      event.preventDefault()
      setOpen((now) => {
        if (now === 'palette') return null
        // Another dialog has the floor.
        return now === null && document.querySelector('[role="dialog"]') === null ? 'palette' : now
      })
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return (
    <>
      <SiteLink
        href="/search"
        aria-keyshortcuts="Control+K Meta+K"
        onPointerEnter={load}
        onFocus={load}
        onClick={(event) => {
          if (!opensHere(event)) return
          event.preventDefault()
          setOpen('palette')
        }}
        className="flex h-9 min-w-9 items-center justify-center gap-2 rounded-full text-sm text-muted transition-colors hover:bg-sunken hover:text-ink lg:border lg:border-line lg:bg-surface lg:pr-2.5 lg:pl-3 lg:hover:border-edge lg:hover:bg-surface"
      >
        <Icon name="search" className="size-[1.125rem]" />
        <span className="sr-only lg:not-sr-only">{t('open')}</span>
        <span aria-hidden="true" className="hidden rounded-md bg-sunken px-1.5 py-0.5 font-sans text-xs text-faint lg:inline">
          {keys}
        </span>
      </SiteLink>
      {open === 'palette' && <Palette signedIn={signedIn} onClose={() => setOpen(null)} onConnect={() => setOpen('connect')} />}
      {open === 'connect' && <ConnectDialog onClose={() => setOpen(null)} />}
    </>
  )
}
