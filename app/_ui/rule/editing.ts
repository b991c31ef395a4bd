'use client'

import { createContext, useContext } from 'react'
import type { Draft } from './draft.ts'
import type { Reading } from './reading.ts'

/** What parts of the editor share. `edit`: a change; those with the same key in a row are taken back at once. */
export type Editing = {
  draft: Draft
  reading: Reading
  paths: ReadonlyMap<number, string>
  edit: (draft: Draft, key?: string) => void
}

export const EditingContext = createContext<Editing | null>(null)
export function useEditing(): Editing {
  const editing = useContext(EditingContext)
  if (!editing) throw new Error('useEditing is used outside RuleEditor')
  return editing
}
