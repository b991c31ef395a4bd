'use client'

import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { api } from '#app/_client/api.ts'
import type { DraftView } from '#app/_data/views.ts'
import { toDocument } from './document.ts'
import { keptIn } from './kept.ts'
import { answerOf } from './saving.ts'
import { createSession, type DraftSession, type SessionDeps } from './session.ts'
import { nameTab } from './tab.ts'

type Input = { space: string; whose: string; first: DraftView }

const baseOf = ({ revision, document }: DraftView) => ({ revision, document: toDocument(document) })

/** The draft of this page: its text as it is written here, how saving stands, and what the server says of it. */
export function useDraft({ space, whose, first }: Input) {
  const [view, setView] = useState(first)
  const { slug } = first
  const show = useRef<(next: DraftView) => void>(() => {})
  const [{ session, kept }] = useState(() => makeSession({ space, slug, first, whose, onView: (next) => show.current(next) }))
  const state = useSyncExternalStore(session.subscribe, session.get, session.get)
  const onView = useCallback(
    (next: DraftView) => {
      setView((known) => (next.revision >= known.revision ? next : known))
      session.meet(baseOf(next), next.editedBy)
    },
    [session],
  )
  show.current = onView
  const writes = first.acts.includes('save')
  useEffect(() => {
    if (!writes) return
    let over = false
    void nameTab().then(({ own, alive }) => {
      if (!over) session.restore(kept.named(own).adopt(alive))
    })
    return () => {
      over = true
    }
  }, [session, kept, writes])
  useEffect(() => {
    const back = () => void session.save()
    addEventListener('online', back)
    return () => {
      removeEventListener('online', back)
      session.stop()
    }
  }, [session])
  const unsaved = state.saving.is !== 'saved' || state.clash !== null
  useWarning(unsaved)
  return { view, onView, session, state, unsaved }
}

/** A browser asks before a tab with unsaved changes is closed. They are kept in it anyway. */
function useWarning(unsaved: boolean) {
  useEffect(() => {
    if (!unsaved) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [unsaved])
}

type Making = Input & { slug: string; onView: (next: DraftView) => void }

function makeSession({ space, slug, first, whose, onView }: Making): { session: DraftSession; kept: ReturnType<typeof keptLater> } {
  const kept = keptLater(whose, `${space}.${slug}`)
  const deps: SessionDeps = {
    kept,
    async save(revision, changes) {
      try {
        const saved = await api.studio.quests.save.mutate({ space, slug, revision, changes })
        return { kind: 'saved', revision: saved.revision }
      } catch (error) {
        return answerOf(error)
      }
    },
    onSaved() {
      // What is wrong with the text is read anew; when that cannot be done now, the next save does it.
      api.studio.quests.get.query({ space, slug }).then(onView, () => {})
    },
    later(ms, act) {
      const timer = setTimeout(act, ms)
      return () => clearTimeout(timer)
    },
    now: () => Date.now(),
  }
  return { session: createSession(deps, baseOf(first)), kept }
}

/** The tab gets its name after the page is there; what is written before that has a name of its own. */
function keptLater(whose: string, draft: string) {
  const open = (tab: string) => keptIn(typeof localStorage === 'undefined' ? null : localStorage, { whose, draft, tab })
  let at = open('new')
  return {
    named(tab: string) {
      at = open(tab)
      return at
    },
    adopt: (alive: ReadonlySet<string>) => at.adopt(alive),
    write: (kept: Parameters<typeof at.write>[0]) => at.write(kept),
    clear: () => at.clear(),
  }
}
