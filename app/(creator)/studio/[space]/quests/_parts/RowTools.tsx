'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { api } from '#app/_client/api.ts'
import { sayError } from '#app/_client/sayError.ts'
import { Button } from '#app/_ui/base/Button.tsx'
import { mayBeArchived, type QuestState } from '#app/_ui/draft/states.ts'
import { NewQuestDialog } from './NewQuestDialog.tsx'

type Props = { space: string; slug: string; name: string; state: QuestState; archived: boolean }

/** What an author can do with a quest from the list: copy it, put it away, or take it out again. */
export function RowTools({ space, slug, name, state, archived }: Props) {
  const t = useTranslations('drafts.list')
  const tErrors = useTranslations('errors')
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [copying, setCopying] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const put = async () => {
    setBusy(true)
    setRefused(null)
    try {
      await api.studio.quests.archive.mutate({ space, slug, archived: !archived })
      router.refresh()
    } catch (error) {
      setRefused(sayError(error, tErrors))
    } finally {
      setBusy(false)
    }
  }
  const away = t(archived ? 'restore' : 'archive')
  return (
    <div className="flex flex-wrap items-center gap-1 max-sm:-ml-3 sm:w-40 sm:justify-end">
      <Button look="plain" size="small" onClick={() => setCopying(true)} aria-label={`${t('clone')}: ${name}`}>
        {t('clone')}
      </Button>
      {(archived || mayBeArchived(state)) && (
        <Button look="plain" size="small" disabled={busy} onClick={put} aria-label={`${away}: ${name}`}>
          {away}
        </Button>
      )}
      <p aria-live="polite" className="text-sm text-bad empty:hidden">
        {refused}
      </p>
      {copying && <NewQuestDialog space={space} from={{ slug, name }} onClose={() => setCopying(false)} />}
    </div>
  )
}
