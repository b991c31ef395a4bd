'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import type { Signer } from '#app/_data/studio/signer.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { Dialog } from '#app/_ui/base/Dialog.tsx'
import { Field } from '#app/_ui/base/Field.tsx'
import { SecretOnce } from './SecretOnce.tsx'
import { useSignerDeed } from './useSignerDeed.ts'

type Props = { space: string; signer: Signer; onClose: () => void }

/** Another secret: asked for first, since the old one ends at once, then shown this once. */
export function SecretDialog({ space, signer, onClose }: Props) {
  const t = useTranslations('signer')
  const { run, busy, problem } = useSignerDeed(space)
  const [secret, setSecret] = useState<string | null>(null)
  const make = async () => setSecret((await run('secret', (api) => api.rotateSecret.mutate({ space, id: signer.id })))?.secret ?? null)
  return (
    <Dialog title={t('secretTitle', { name: signer.name })} closeLabel={t('close')} onClose={onClose}>
      {secret === null ? (
        <>
          <p className="text-[0.9375rem] text-muted">{t('secretAsk')}</p>
          <p aria-live="polite" className="mt-3 text-sm text-bad empty:hidden">
            {problem}
          </p>
          <div className="mt-5 flex flex-wrap gap-2">
            <Button disabled={busy !== null} onClick={make}>
              {t('secretMake')}
            </Button>
            <Button look="plain" onClick={onClose}>
              {t('cancel')}
            </Button>
          </div>
        </>
      ) : (
        <SecretOnce secret={secret} />
      )}
    </Dialog>
  )
}

export function AddressDialog({ space, signer, onClose }: Props) {
  const t = useTranslations('signer')
  const { run, busy, problem } = useSignerDeed(space)
  const [url, setUrl] = useState(signer.url)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (await run('address', (api) => api.change.mutate({ space, id: signer.id, url: url.trim() }))) onClose()
  }
  return (
    <Dialog title={t('addressTitle')} closeLabel={t('close')} onClose={onClose}>
      <form onSubmit={save} className="grid gap-4">
        <Field
          label={t('address')}
          hint={t('add.urlHint')}
          error={problem}
          value={url}
          onChange={(event) => setUrl(event.target.value)}
          required
          maxLength={2000}
          inputMode="url"
          autoCapitalize="none"
          spellCheck={false}
          code
        />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" disabled={busy !== null || url.trim() === ''}>
            {t('addressSave')}
          </Button>
          <Button look="plain" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

export function RemoveDialog({ space, signer, onClose }: Props) {
  const t = useTranslations('signer')
  const { run, busy, problem } = useSignerDeed(space)
  const remove = async () => {
    if (await run('remove', (api) => api.remove.mutate({ space, id: signer.id }))) onClose()
  }
  return (
    <Dialog title={t('removeTitle')} description={t('removeText')} closeLabel={t('close')} onClose={onClose}>
      <p aria-live="polite" className="mb-3 text-sm text-bad empty:hidden">
        {problem}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button disabled={busy !== null} onClick={remove}>
          {t('removeYes')}
        </Button>
        <Button look="plain" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </Dialog>
  )
}
