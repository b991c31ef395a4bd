'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { sayError } from '#app/_client/sayError.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'

type Props = {
  /** `open`: on the button; `text`: what comes of it; `go` and `stay`: the two answers. */
  words: { open: string; title: string; text: string; go: string; stay: string }
  look?: 'quiet' | 'plain'
  onGo: () => Promise<void>
}

/** A deed that is asked about before it is done. What went wrong is said where it was asked. */
export function Confirm({ words, look = 'plain', onGo }: Props) {
  const tErrors = useTranslations('errors')
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const go = async () => {
    setBusy(true)
    setRefused(null)
    try {
      await onGo()
      setOpen(false)
    } catch (error) {
      setRefused(sayError(error, tErrors))
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button look={look} size="small" onClick={() => setOpen(true)}>
        {words.open}
      </Button>
      {open && (
        <Dialog title={words.title} description={words.text} closeLabel={words.stay} onClose={() => setOpen(false)}>
          <div className="flex flex-wrap gap-2">
            <Button disabled={busy} onClick={go}>
              {words.go}
            </Button>
            <Button look="quiet" onClick={() => setOpen(false)}>
              {words.stay}
            </Button>
          </div>
          <p role="alert" className="mt-3 text-sm text-bad empty:hidden">
            {refused}
          </p>
        </Dialog>
      )}
    </>
  )
}
