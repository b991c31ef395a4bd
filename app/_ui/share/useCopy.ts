'use client'

import { useState } from 'react'

export type Copied = 'no' | 'yes' | 'failed'

/** Puts a text into the clipboard and says for a moment how that went. Some browsers have no clipboard on plain http. */
export function useCopy(): [Copied, (text: string) => Promise<void>] {
  const [copied, setCopied] = useState<Copied>('no')
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied('yes')
    } catch {
      // Refused, or there is no clipboard: the reader is told, and the text stands on the page.
      setCopied('failed')
    }
    setTimeout(() => setCopied('no'), 2400)
  }
  return [copied, copy]
}
