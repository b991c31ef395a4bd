'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { api } from '#app/_client/api.ts'
import { sayError } from '#app/_client/sayError.ts'
import { Button } from '#app/_ui/base/Button.tsx'

/** `label`: the same with the credential's name, for whoever does not see which row it is in. */
type Props = { id: string; hidden: boolean; words: string; label: string }

/** Takes one credential off the profile for others, or puts it back. */
export function HideButton({ id, hidden, words, label }: Props) {
  const tErrors = useTranslations('errors')
  const router = useRouter()
  const [state, setState] = useState<{ busy: boolean; refused: string | null }>({ busy: false, refused: null })
  const change = async () => {
    setState({ busy: true, refused: null })
    try {
      await api.credentials.hide.mutate({ id, hidden: !hidden })
      setState({ busy: false, refused: null })
      router.refresh()
    } catch (error) {
      setState({ busy: false, refused: sayError(error, tErrors) })
    }
  }
  return (
    <div className="flex shrink-0 flex-col items-end">
      <Button look="plain" size="small" aria-label={label} disabled={state.busy} onClick={change}>
        {words}
      </Button>
      <span aria-live="polite" className="max-w-40 text-right text-sm text-bad">
        {state.refused}
      </span>
    </div>
  )
}
