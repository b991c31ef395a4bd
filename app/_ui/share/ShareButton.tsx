'use client'

import { Button } from '#app/_ui/base/Button.tsx'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { useCopy } from './useCopy.ts'

type Props = {
  /** Whole address of what is shared. */
  url: string
  title: string
  words: { share: string; copied: string; failed: string }
  look?: 'primary' | 'quiet'
  className?: string
}

/** Hands the address to the device's own sheet where there is one, else to the clipboard. */
export function ShareButton({ url, title, words, look = 'primary', className = '' }: Props) {
  const [copied, copy] = useCopy()
  const share = async () => {
    if (typeof navigator.share !== 'function') return copy(url)
    try {
      await navigator.share({ title, url })
    } catch (error) {
      // Who closes the sheet wants nothing more.
      if (!(error instanceof DOMException && error.name === 'AbortError')) await copy(url)
    }
  }
  return (
    <>
      <Button look={look} className={className} onClick={share}>
        <Icon name={copied === 'yes' ? 'check' : 'share'} className="size-4.5" />
        {copied === 'yes' ? words.copied : words.share}
      </Button>
      <span className={copied === 'failed' ? 'mt-2 block text-sm text-muted' : 'sr-only'} aria-live="polite">
        {copied === 'failed' ? words.failed : copied === 'yes' ? words.copied : ''}
      </span>
    </>
  )
}
