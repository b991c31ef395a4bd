'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { api } from '#app/_client/api.ts'
import { saveFile } from '#app/_client/saveFile.ts'
import { sayError } from '#app/_client/sayError.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { Notice } from '#app/_ui/wallet/Notice.tsx'

/** The file that the member's credential rests on. It names all their wallets, so only they are offered it. */
export function SaveEvidence({ slug }: { slug: string }) {
  const t = useTranslations('quest')
  const tErrors = useTranslations('errors')
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null })
  const save = async () => {
    setState({ busy: true, error: null })
    try {
      saveFile(await api.credentials.evidence.query({ slug }))
      setState({ busy: false, error: null })
    } catch (error) {
      setState({ busy: false, error })
    }
  }
  return (
    <div className="grid gap-2">
      <Button look="plain" size="small" onClick={save} disabled={state.busy} title={t('evidenceHint')}>
        <Icon name="down" className="size-4" /> {t('evidence')}
      </Button>
      {state.error !== null && <Notice tone="bad">{sayError(state.error, tErrors)}</Notice>}
    </div>
  )
}
