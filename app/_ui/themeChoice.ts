'use client'

import { useSyncExternalStore } from 'react'
import { keepTheme } from '#app/_data/keepTheme.ts'
import type { Theme } from './theme.ts'

let chosen: Theme | null = null
const watchers = new Set<() => void>()

/** Changes the colours of the page at once and remembers the choice. */
export function setTheme(theme: Theme) {
  chosen = theme
  const root = document.documentElement
  if (theme === 'system') delete root.dataset.theme
  else root.dataset.theme = theme
  keepTheme(theme)
  for (const changed of watchers) changed()
}

function watch(changed: () => void) {
  watchers.add(changed)
  return () => void watchers.delete(changed)
}

/** The choice, wherever on the page it was made; `initial` is what the server painted. */
export const useTheme = (initial: Theme): Theme =>
  useSyncExternalStore(
    watch,
    () => chosen ?? initial,
    () => initial,
  )
