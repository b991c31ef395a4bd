'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { api } from '#app/_client/api.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { Field } from '#app/_ui/base/Field.tsx'
import { WordsField } from '#app/_ui/base/WordsField.tsx'
import { useAct } from '#app/_ui/useAct.ts'
import { Links } from './Links.tsx'
import { type KeptProfile, lineOfLink, type ProfileDraft, toDraft, toProfile } from './profileDraft.ts'
import { SavedElsewhere } from './SavedElsewhere.tsx'
import { useProfileWords } from './useProfileWords.ts'

/** Name, words and links of a space. When somebody else saved meanwhile, nothing is overwritten and nothing that was typed here is lost. */
export function ProfileForm({ space, profile }: { space: string; profile: KeptProfile }) {
  const t = useTranslations('settings.profile')
  const { busy, refused, act, forget } = useAct()
  const [draft, setDraft] = useState(() => toDraft(profile))
  const [version, setVersion] = useState(profile.version)
  const [saved, setSaved] = useState(false)
  const change = (part: Partial<ProfileDraft>) => {
    setSaved(false)
    setDraft((now) => ({ ...now, ...part }))
  }
  const save = async (over = version) => {
    setSaved(false)
    await act('save', async () => {
      const kept = await api.studio.settings.change.mutate({ space, version: over, ...toProfile(draft) })
      setVersion(kept.version)
      setSaved(true)
    })
  }
  const read = () => api.studio.settings.read.query({ space })
  const elsewhere = refused?.code === 'conflict'
  const wrong = useProfileWords(refused)
  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void save()
      }}
      className="slab grid gap-5 p-5 sm:p-6"
      noValidate
    >
      <div className="grid gap-5 sm:grid-cols-2">
        <Field
          label={t('name')}
          error={wrong('names.en')}
          value={draft.name}
          onChange={(event) => change({ name: event.target.value })}
          maxLength={80}
          autoComplete="organization"
        />
        <Field
          label={t('nameJa')}
          hint={t('nameJaHint')}
          error={wrong('names.ja')}
          value={draft.nameJa}
          onChange={(event) => change({ nameJa: event.target.value })}
          maxLength={80}
          lang="ja"
        />
        <WordsField
          label={t('about')}
          error={wrong('about.en')}
          value={draft.aboutEn}
          onChange={(event) => change({ aboutEn: event.target.value })}
          maxLength={2000}
          rows={6}
        />
        <WordsField
          label={t('aboutJa')}
          hint={t('aboutHint')}
          error={wrong('about.ja')}
          value={draft.aboutJa}
          onChange={(event) => change({ aboutJa: event.target.value })}
          maxLength={2000}
          rows={6}
          lang="ja"
        />
      </div>
      <Field
        label={t('website')}
        error={wrong('website')}
        value={draft.website}
        onChange={(event) => change({ website: event.target.value })}
        inputMode="url"
        maxLength={400}
        placeholder="https://"
        code
      />
      <Links
        links={draft.links}
        onChange={(links) => change({ links })}
        wrong={{ key: lineOfLink(refused?.field ?? null, draft), words: wrong('links') }}
      />
      {elsewhere && (
        <SavedElsewhere
          busy={busy !== null}
          onTakeTheirs={() =>
            act('read', async () => {
              const { domain: _, ...theirs } = await read()
              setDraft(toDraft(theirs))
              setVersion(theirs.version)
            })
          }
          onKeepMine={async () => save((await read()).version)}
        />
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" disabled={busy !== null} onClick={forget}>
          {t('save')}
        </Button>
        <p role="status" className={`min-w-0 text-sm empty:hidden ${wrong(null) ? 'text-bad' : 'text-good'}`}>
          {elsewhere ? '' : (wrong(null) ?? (saved ? t('saved') : ''))}
        </p>
      </div>
    </form>
  )
}
