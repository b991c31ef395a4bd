'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { api } from '#app/_client/api.ts'
import { codeOf, fieldOf, foundOf, sayError } from '#app/_client/sayError.ts'
import type { SideProps } from './DraftSide.tsx'
import type { ShownAct } from './draftActs.ts'

export type Refused = { act: ShownAct; code: string | null; words: string; found: string | null }
type Extra = { words?: string; anyway?: boolean }

/** Does what can be done with a quest, one thing at a time, and reads it anew afterwards. */
export function useDraftActs({ space, slug, view, onView }: Pick<SideProps, 'space' | 'slug' | 'view' | 'onView'>) {
  const [busy, setBusy] = useState<ShownAct | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const t = useTranslations('drafts.refused')
  const tErrors = useTranslations('errors')
  const name = { space, slug }
  const read = async () => onView(await api.studio.quests.get.query(name))

  const sayRefusal = (error: unknown): string => {
    const [code, field] = [codeOf(error), fieldOf(error)]
    if (code === 'conflict' && field === 'definition') return t('nothingChanged')
    if (code === 'conflict' && field === 'slug') return t('slugTaken')
    if (code === 'conflict') return t('walletChanged')
    if (code === 'quest.malformed') return t('malformed', { field: field ?? '' })
    if (code === 'draft.address') return t(field === 'savedAddresses.pass' ? 'shouldPass' : 'shouldFail')
    return sayError(error, tErrors)
  }

  /** Whether it was done. */
  const run = async (act: ShownAct, extra: Extra = {}): Promise<boolean> => {
    setBusy(act)
    setRefused(null)
    try {
      await calls[act]({ ...name, revision: view.revision }, extra)
      await read()
      return true
    } catch (error) {
      setRefused({ act, code: codeOf(error), words: sayRefusal(error), found: foundOf(error) })
      // Somebody else was here in between, or the wallets were tried: what is there now says more.
      await read().catch(() => undefined)
      return false
    } finally {
      setBusy(null)
    }
  }
  return { busy, refused, run, read, forget: () => setRefused(null) }
}

type Name = { space: string; slug: string }
type Call = (text: Name & { revision: number }, extra: Extra) => Promise<unknown>
const of = ({ space, slug }: Name) => ({ space, slug })

const calls: Record<ShownAct, Call> = {
  submit: (text) => api.studio.quests.submit.mutate(text),
  approve: (text) => api.studio.quests.approve.mutate(text),
  sendBack: (text, { words = '' }) => api.studio.quests.sendBack.mutate({ ...text, words }),
  launch: (text, { anyway }) => api.studio.quests.launch.mutate({ ...text, ...(anyway ? { anyway } : {}) }),
  pause: (text) => api.studio.quests.pause.mutate(of(text)),
  resume: (text) => api.studio.quests.resume.mutate(of(text)),
  end: (text) => api.studio.quests.end.mutate(of(text)),
  archive: (text) => api.studio.quests.archive.mutate({ ...of(text), archived: true }),
  restore: (text) => api.studio.quests.archive.mutate({ ...of(text), archived: false }),
}
