'use client'

import { useTranslations } from 'next-intl'
import { Drawing, Icon } from '#app/_ui/base/Icon.tsx'
import { SaveState } from './SaveState.tsx'
import type { DraftSession, Session } from './state/session.ts'

const strokes = {
  undo: 'M7.5 4.5L4 8l3.5 3.5M4 8h7.5a4.2 4.2 0 0 1 0 8.4H8',
  redo: 'M12.5 4.5L16 8l-3.5 3.5M16 8H8.5a4.2 4.2 0 0 0 0 8.4H12',
} as const

type Props = { session: DraftSession; state: Session; left: number; onSettle: () => void }

/** How saving stands, undo and redo, and the way to what is left to do: above the text, on phones at the foot of the screen. */
export function EditorBar({ session, state, left, onSettle }: Props) {
  const t = useTranslations('editor.bar')
  const tool = (what: keyof typeof strokes, act: () => void, enabled: boolean) => (
    <button
      type="button"
      title={t(what)}
      aria-label={t(what)}
      disabled={!enabled}
      onClick={act}
      className="grid size-9 place-items-center rounded-lg text-muted hover:bg-sunken hover:text-ink disabled:opacity-35"
    >
      <Drawing path={strokes[what]} className="size-4.5" />
    </button>
  )
  return (
    <div className="fixed inset-x-0 bottom-0 z-20 border-t border-line bg-paper/95 supports-[backdrop-filter]:bg-paper/85 supports-[backdrop-filter]:backdrop-blur-md lg:sticky lg:inset-auto lg:top-16 lg:border-t-0 lg:border-b">
      <div role="toolbar" aria-label={t('label')} className="page flex h-14 items-center gap-1 lg:h-12">
        <div className="-ml-2 flex">
          {tool('undo', session.undo, state.history.past.length > 0)}
          {tool('redo', session.redo, state.history.future.length > 0)}
        </div>
        <SaveState session={session} state={state} onSettle={onSettle} />
        <a
          href="#side"
          className="ml-auto inline-flex h-9 shrink-0 items-center gap-1.5 rounded-lg border border-line bg-surface px-3 text-sm font-medium hover:border-edge lg:hidden"
        >
          {left > 0 ? t('left', { count: left }) : t('next')}
          <Icon name="down" className="size-4 text-faint" />
        </a>
      </div>
    </div>
  )
}
