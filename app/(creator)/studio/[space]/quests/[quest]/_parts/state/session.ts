import { begin, type History, record, redo, undo } from '#app/_ui/rule/history.ts'
import { type Changes, changesBetween, type Document, sameDocument } from './document.ts'
import type { KeptStore } from './kept.ts'
import { type Conflict, mergeDocuments, type Side } from './merge.ts'

/** What the server has, as far as is known here. */
export type Base = { revision: number; document: Document }

/** How saving stands. `wait`: not saved, tries again by itself. `refused`: not saved, and the same again would not be either. */
export type Saving =
  | { is: 'saved'; at: number | null }
  | { is: 'unsaved' }
  | { is: 'saving' }
  | { is: 'wait'; error: unknown }
  | { is: 'refused'; error: unknown }

/** Somebody else's text that changed the same parts as ours. Nothing is saved until it is said whose counts. */
export type Clash = { theirs: Base; by: string | null; conflicts: Conflict[] }

export type Session = {
  base: Base
  history: History<Document>
  saving: Saving
  clash: Clash | null
  /** Whose changes came in without a question; null once that was read. */
  merged: { by: string | null } | null
}

export type Answer =
  | { kind: 'saved'; revision: number }
  | { kind: 'stale'; current: Base; by: string | null }
  | { kind: 'wait'; error: unknown; afterMs: number | null }
  | { kind: 'refused'; error: unknown }

/** What a session works with. `later` calls after so long and gives back how to call it off. */
export type SessionDeps = {
  save(revision: number, changes: Changes): Promise<Answer>
  /** After each save: what the server says of the text is read anew. */
  onSaved(revision: number): void
  kept: KeptStore
  later(ms: number, act: () => void): () => void
  now(): number
}

/** Typing rests for so long before it is saved. */
const restMs = 800
/** Between attempts, when the last ones failed. */
const retryMs = [2000, 4000, 8000, 15_000, 30_000] as const

/** The text of a draft in one tab: changed at once, saved after a rest, merged with what others save. */
export function createSession(deps: SessionDeps, start: Base) {
  let state: Session = { base: start, history: begin(start.document), saving: { is: 'saved', at: null }, clash: null, merged: null }
  let cancel: (() => void) | null = null
  let failures = 0
  const listeners = new Set<() => void>()

  const set = (change: Partial<Session>) => {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }
  const mine = () => state.history.present
  const isUnsaved = () => !sameDocument(state.base.document, mine())
  const keep = () => {
    const { base } = state
    if (isUnsaved()) deps.kept.write({ revision: base.revision, base: base.document, mine: mine() })
    else deps.kept.clear()
  }
  const plan = (ms: number) => {
    cancel?.()
    cancel = deps.later(ms, () => {
      cancel = null
      void save()
    })
  }

  function change(history: History<Document>) {
    if (history === state.history) return
    const busy = state.saving.is === 'saving'
    set({ history, ...(busy ? {} : { saving: { is: 'unsaved' } }) })
    keep()
    if (!state.clash && !busy) plan(restMs)
  }

  async function save(): Promise<void> {
    if (state.saving.is === 'saving' || state.clash) return
    cancel?.()
    cancel = null
    if (!isUnsaved()) return set({ saving: { is: 'saved', at: state.saving.is === 'saved' ? state.saving.at : deps.now() } })
    const document = mine()
    set({ saving: { is: 'saving' } })
    take(await deps.save(state.base.revision, changesBetween(state.base.document, document)), document)
    keep()
  }

  function take(answer: Answer, sent: Document) {
    switch (answer.kind) {
      case 'saved':
        failures = 0
        set({ base: { revision: answer.revision, document: sent }, saving: { is: 'saved', at: deps.now() } })
        deps.onSaved(answer.revision)
        if (isUnsaved()) {
          set({ saving: { is: 'unsaved' } })
          plan(restMs)
        }
        return
      case 'stale':
        set({ saving: { is: 'unsaved' } })
        return meet(answer.current, answer.by)
      case 'wait':
        set({ saving: { is: 'wait', error: answer.error } })
        plan(answer.afterMs ?? retryMs[Math.min(failures++, retryMs.length - 1)] ?? restMs)
        return
      case 'refused':
        return set({ saving: { is: 'refused', error: answer.error } })
    }
  }

  /** The server has another text: ours goes on from there, unless both changed the same part. */
  function meet(theirs: Base, by: string | null, choices?: (path: string) => Side | undefined) {
    const base = state.base.document
    const { document, conflicts } = mergeDocuments({ base, mine: mine(), theirs: theirs.document }, choices)
    if (conflicts.length > 0) return set({ clash: { theirs, by, conflicts } })
    const wasUnsaved = isUnsaved()
    // What was undone or can be undone goes on from their text, too: taking back our own change must not take back theirs.
    const rebased = (past: Document) => mergeDocuments({ base, mine: past, theirs: theirs.document }, () => 'theirs').document
    const { history } = state
    set({
      base: theirs,
      history: { past: history.past.map(rebased), present: document, future: history.future.map(rebased), key: null },
      clash: null,
      merged: sameDocument(base, theirs.document) ? state.merged : { by },
    })
    keep()
    if (isUnsaved()) {
      set({ saving: { is: 'unsaved' } })
      plan(wasUnsaved ? 0 : restMs)
    } else set({ saving: { is: 'saved', at: deps.now() } })
  }

  return {
    get: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    edit: (document: Document, key?: string) => change(record(state.history, document, key ?? null)),
    undo: () => change(undo(state.history)),
    redo: () => change(redo(state.history)),
    /** Now, without the rest: by hand, or because the network is back. */
    save,
    /** What the server says the draft is now; an older answer that comes late is nothing new. */
    meet(theirs: Base, by: string | null = null) {
      if (theirs.revision > state.base.revision && state.saving.is !== 'saving') meet(theirs, by)
    },
    /** Whose part counts where both changed it. */
    settle(choices: ReadonlyMap<string, Side>) {
      if (state.clash) meet(state.clash.theirs, state.clash.by, (path) => choices.get(path))
    },
    /** Changes that were kept in this browser and never saved. */
    restore(kept: readonly { revision: number; base: Document; mine: Document }[]) {
      for (const { base, mine: changed } of kept) {
        const { document, conflicts } = mergeDocuments({ base, mine: changed, theirs: mine() })
        if (conflicts.length > 0) {
          // As if they had been written here on what they were written on, and the server had moved on since.
          const theirs = state.base
          set({ base: { revision: theirs.revision, document: base }, history: record(state.history, changed) })
          keep()
          meet(theirs, null)
        } else change(record(state.history, document))
      }
    },
    hear: () => set({ merged: null }),
    stop() {
      cancel?.()
      cancel = null
    },
  }
}

export type DraftSession = ReturnType<typeof createSession>
