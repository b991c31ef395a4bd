'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { api } from '#app/_client/api.ts'
import { codeOf, fieldOf, sayError } from '#app/_client/sayError.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { Dialog } from '#app/_ui/base/Dialog.tsx'
import { Field } from '#app/_ui/base/Field.tsx'
import { isLocale, localePath } from '#app/_ui/locale.ts'
import { addressOf } from '../../../_parts/spaceAddress.ts'

type Props = { space: string; from: { slug: string; name: string } | null; onClose: () => void }

/** Name and address of a new quest, empty or a copy of another one; then its editor. */
export function NewQuestDialog({ space, from, onClose }: Props) {
  const t = useTranslations('drafts.new')
  const tErrors = useTranslations('errors')
  const locale = useLocale()
  const router = useRouter()
  const [name, setName] = useState('')
  const [written, setWritten] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<{ field: boolean; words: string } | null>(null)
  const slug = written ?? (from ? copyOf(from.slug) : addressOf(name))

  const make = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setRefused(null)
    try {
      if (from) await api.studio.quests.clone.mutate({ space, slug: from.slug, as: slug })
      else await makeNamed(space, slug, { name: name.trim(), locale })
      router.push(localePath(isLocale(locale) ? locale : 'en', `/studio/${space}/quests/${slug}`))
    } catch (error) {
      setRefused(sayRefusal(error))
      setBusy(false)
    }
  }
  const sayRefusal = (error: unknown) => {
    const [code, field] = [codeOf(error), fieldOf(error)]
    if (code === 'conflict' && field === 'space') return { field: false, words: t('tooMany') }
    if (code === 'conflict') return { field: true, words: t('taken') }
    if (field === 'slug' || field === 'as') return { field: true, words: t('slugShape') }
    return { field: false, words: sayError(error, tErrors) }
  }
  return (
    <Dialog
      title={from ? t('cloneTitle') : t('title')}
      description={from ? t('cloneLead', { name: from.name }) : t('lead')}
      closeLabel={t('close')}
      onClose={onClose}
    >
      <form onSubmit={make} className="grid gap-4">
        {!from && (
          <Field
            label={t('name')}
            hint={t('nameHint')}
            value={name}
            onChange={({ target }) => setName(target.value)}
            required
            maxLength={80}
            autoComplete="off"
          />
        )}
        <Field
          label={t('slug')}
          hint={t('slugShape')}
          error={refused?.field ? refused.words : null}
          value={slug}
          onChange={({ target }) => setWritten(target.value)}
          required
          minLength={3}
          maxLength={64}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          code
        />
        <Button type="submit" disabled={busy || slug === '' || (!from && name.trim() === '')}>
          {t(busy ? 'making' : from ? 'clone' : 'make')}
        </Button>
        <p aria-live="polite" className="text-sm text-bad empty:hidden">
          {refused && !refused.field ? refused.words : null}
        </p>
      </form>
    </Dialog>
  )
}

const mostSlug = 64
const suffix = '-copy'
const copyOf = (slug: string) => `${slug.slice(0, mostSlug - suffix.length).replace(/-+$/, '')}${suffix}`

/** The title in the language that it was typed in; the editor asks for the other. */
async function makeNamed(space: string, slug: string, { name, locale }: { name: string; locale: string }) {
  const { revision } = await api.studio.quests.make.mutate({ space, slug })
  const changes = { definition: { title: { [locale === 'ja' ? 'ja' : 'en']: name } } }
  // The quest is there: without its title it is opened all the same.
  await api.studio.quests.save.mutate({ space, slug, revision, changes }).catch(() => undefined)
}
