'use client'

import { Icon } from '#app/_ui/base/Icon.tsx'
import { useCopy } from '#app/_ui/share/useCopy.ts'

/** Puts what stands beside it into the clipboard. */
export function CopyText({ text, words }: { text: string; words: { copy: string; copied: string; failed: string } }) {
  const [copied, copy] = useCopy()
  return (
    <button
      type="button"
      onClick={() => copy(text)}
      className="inline-flex h-7 items-center gap-1.5 rounded px-2 text-[0.8125rem] hover:bg-line/60 hover:text-ink"
    >
      <Icon name={copied === 'yes' ? 'check' : 'copy'} className="size-3.5" />
      <span aria-live="polite">{copied === 'yes' ? words.copied : copied === 'failed' ? words.failed : words.copy}</span>
    </button>
  )
}
