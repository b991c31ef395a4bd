'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { api } from '#app/_client/api.ts'
import { codeOf, sayError } from '#app/_client/sayError.ts'
import type { RevocableView } from '#app/_data/studio/insights.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { Field } from '#app/_ui/base/Field.tsx'
import { SiteLink } from '#app/_ui/base/SiteLink.tsx'
import { StateTag } from '#app/_ui/credential/StateTag.tsx'
import { say } from '#app/_ui/say.ts'
import { RevokeButton } from './RevokeButton.tsx'

/** Finds a credential of the space's quests by its number or address: for those who may take it back and see no list of people. */
export function FindCredential({ space }: { space: string }) {
  const t = useTranslations('revocation')
  const tErrors = useTranslations('errors')
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  const [found, setFound] = useState<RevocableView | null>(null)

  const look = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setWrong(null)
    try {
      setFound(await api.studio.insights.revocable.query({ space, credential: typed }))
    } catch (error) {
      setFound(null)
      const code = codeOf(error)
      setWrong(code === 'not-found' ? t('notHere') : code === 'input.invalid' ? t('credentialWrong') : sayError(error, tErrors))
    } finally {
      setBusy(false)
    }
  }

  return (
    <section className="slab p-5 sm:p-6" aria-labelledby="find">
      <h3 id="find" className="font-semibold">
        {t('find')}
      </h3>
      <p className="mt-1 text-muted">{t('findLead')}</p>
      <form onSubmit={look} className="mt-4 flex flex-wrap items-start gap-3">
        <Field
          label={t('credential')}
          hint={t('credentialHint')}
          error={wrong}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          required
          maxLength={300}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          code
          className="min-w-0 flex-1 basis-64"
        />
        <Button type="submit" look="quiet" disabled={busy || typed.trim() === ''} className="sm:mt-[1.9rem]">
          {t('look')}
        </Button>
      </form>
      <div aria-live="polite">{found && <Found space={space} found={found} />}</div>
    </section>
  )
}

function Found({ space, found: { id, index, serial, quest, state, stays, revocation } }: { space: string; found: RevocableView }) {
  const t = useTranslations('revocation')
  const locale = useLocale()
  const title = say(quest.title, locale)
  const blocked = revocation !== null ? t('already') : stays ? t('stays') : state === 'refused' ? t('refused') : null
  return (
    <div className="mt-4 flex flex-wrap items-center gap-x-5 gap-y-2 border-t border-line pt-4" data-found={id}>
      <p className="min-w-0 flex-1 basis-56 font-medium [overflow-wrap:anywhere]">
        {serial === null ? t('whichUnknown', { quest: title }) : t('which', { serial: serial + 1, quest: title })}
      </p>
      <StateTag state={state} batch={null} />
      {index !== null && (
        <SiteLink
          href={`/explorer/credentials/${index}`}
          className="py-1 text-[0.9375rem] text-muted underline decoration-line decoration-2 underline-offset-4 hover:decoration-accent"
        >
          {t('seePage')}
        </SiteLink>
      )}
      {blocked === null ? (
        <RevokeButton space={space} credential={{ id, serial, quest: quest.title }} />
      ) : (
        <p className="basis-full text-[0.9375rem] text-muted">{blocked}</p>
      )}
    </div>
  )
}
