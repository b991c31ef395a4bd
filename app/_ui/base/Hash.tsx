'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Icon } from './Icon.tsx'
import { shorten } from './shorten.ts'

/** `words`: what is shown in the place of the value. */
type Props = { value: string; head?: number; tail?: number; words?: string }

/** A hash, root or address: shortened for the eye, whole in the clipboard. */
export function Hash({ value, head = 8, tail = 6, words }: Props) {
  const t = useTranslations('site')
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(value)
    setCopied(true)
    setTimeout(() => setCopied(false), 1600)
  }
  return (
    <button
      type="button"
      onClick={copy}
      title={value}
      className="group -mx-1 inline-flex min-h-6 items-center gap-1.5 rounded px-1 font-mono text-[0.875em] text-ink transition-colors hover:bg-sunken"
    >
      {words ?? shorten(value, head, tail)}
      <Icon name={copied ? 'check' : 'copy'} className="size-3.5 text-faint opacity-60 group-hover:opacity-100" />
      <span className="sr-only" aria-live="polite">
        {copied ? t('copied') : t('copy')}
      </span>
    </button>
  )
}
