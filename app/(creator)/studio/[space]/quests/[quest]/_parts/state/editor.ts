'use client'

import { createContext, useContext } from 'react'
import type { Json } from '#app/_ui/rule/draft.ts'
import { type Document, valueAt, withValueAt } from './document.ts'
import { type Problem, problemsAt } from './problems.ts'

/** What the parts of the editor share. `edit`: a change; those with the same key in a row are taken back at once. */
export type Editor = {
  space: string
  slug: string
  document: Document
  edit: (document: Document, key?: string) => void
  problems: readonly Problem[]
  /** The quest was launched: only what people read may change. */
  launched: boolean
  /** Where the reader was sent to: what is folded around it opens, and it is focused. `turn` tells two visits apart. */
  visit: { path: string; turn: number } | null
  goTo: (path: string) => void
}

export const EditorContext = createContext<Editor | null>(null)

export function useEditor(): Editor {
  const editor = useContext(EditorContext)
  if (!editor) throw new Error('useEditor is used outside DraftEditor')
  return editor
}

/** One field by its path, as the server names it. */
export function useAt(path: string) {
  const { document, edit, problems } = useEditor()
  return {
    value: valueAt(document, path),
    set: (value: Json | undefined, key: string = path) => edit(withValueAt(document, path, value), key),
    problems: problemsAt(path, problems),
  }
}

/** The id of a field's input, so that a problem leads to it. */
export const idOf = (path: string) => `at-${path.replaceAll('.', '-')}`

/** Whether the reader was sent to something at this path or below it. */
export const isBelow = (path: string, at: string) => at === path || at.startsWith(`${path}.`)
