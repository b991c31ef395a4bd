'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '#app/_ui/base/Button.tsx'
import { AddCheck } from './AddCheck.tsx'
import { type Draft, isGroup, pathsOf, removePart } from './draft.ts'
import { EditingContext } from './editing.ts'
import { PartView } from './GroupView.tsx'
import type { Reading } from './reading.ts'

type Props = {
  draft: Draft
  reading: Reading
  onEdit: (draft: Draft, key?: string) => void
  /** Of the rule alone; without them what is around it takes changes back. Null while there is nothing to. */
  onUndo?: (() => void) | null
  onRedo?: (() => void) | null
  /** Other ways to add a check, beside the plain one. */
  more?: ReactNode
  /** What it is called where a page has several. */
  name?: string
}

/** A rule as a tree of sentences: groups and checks, each changed where it stands, by buttons and fields alone. */
export function RuleEditor({ draft, reading, onEdit, onUndo, onRedo, more, name }: Props) {
  const t = useTranslations('rule')
  const { root } = draft
  const empty = isGroup(root) && root.of.length === 0
  const paths = new Map(pathsOf(root).map(({ id, path }) => [id, path]))
  return (
    <EditingContext value={{ draft, reading, paths, edit: onEdit }}>
      <section
        aria-label={name ?? t('editor')}
        onKeyDown={(event) => {
          if (!(event.metaKey || event.ctrlKey) || event.key.toLowerCase() !== 'z') return
          const step = event.shiftKey ? onRedo : onUndo
          if (!step) return
          event.preventDefault()
          step()
        }}
      >
        <div className="mb-3 flex flex-wrap items-center gap-2 empty:hidden">
          {onUndo !== undefined && (
            <Button look="quiet" size="small" disabled={!onUndo} onClick={() => onUndo?.()}>
              {t('undo')}
            </Button>
          )}
          {onRedo !== undefined && (
            <Button look="quiet" size="small" disabled={!onRedo} onClick={() => onRedo?.()}>
              {t('redo')}
            </Button>
          )}
          {!empty && more}
          {!empty && (
            <Button look="plain" size="small" className="ml-auto" onClick={() => onEdit(removePart(draft, root.id))}>
              {t('clear')}
            </Button>
          )}
        </div>
        {empty ? (
          <div className="slab border-dashed px-6 py-10 text-center">
            <p className="text-lg font-semibold">{t('emptyTitle')}</p>
            <p className="mx-auto mt-1 mb-5 max-w-md text-muted">{t('emptyText')}</p>
            <div className="flex flex-wrap justify-center gap-2">
              <AddCheck to={root.id} look="primary" />
              {more}
            </div>
          </div>
        ) : (
          <PartView part={root} />
        )}
      </section>
    </EditingContext>
  )
}
