'use client'

import { useId } from 'react'
import { Button } from '#app/_ui/base/Button.tsx'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { useCopy } from './useCopy.ts'

type Props = { label: string; code: string; rows?: number; words: { copy: string; copied: string; failed: string } }

/** A piece of code to take along: whole in the field, so that it can be marked by hand, too. */
export function CopyCode({ label, code, rows = 3, words }: Props) {
  const id = useId()
  const [copied, copy] = useCopy()
  return (
    <div className="grid gap-1.5">
      <div className="flex items-center justify-between gap-3">
        <label htmlFor={id} className="text-sm font-medium">
          {label}
        </label>
        <Button look="plain" size="small" onClick={() => copy(code)}>
          <Icon name={copied === 'yes' ? 'check' : 'copy'} className="size-4" /> {copied === 'yes' ? words.copied : words.copy}
        </Button>
      </div>
      <textarea
        id={id}
        readOnly
        rows={rows}
        value={code}
        spellCheck={false}
        className="w-full resize-none rounded-lg border border-line bg-sunken px-3 py-2 font-mono text-[0.8125rem] leading-relaxed break-all text-muted"
      />
      <span className={copied === 'failed' ? 'text-sm text-muted' : 'sr-only'} aria-live="polite">
        {copied === 'failed' ? words.failed : copied === 'yes' ? words.copied : ''}
      </span>
    </div>
  )
}
