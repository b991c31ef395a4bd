'use client'

import { useTranslations } from 'next-intl'
import { Drawing } from '#app/_ui/base/Icon.tsx'
import { canMove, copyPart, movePart, removePart, unwrapPart, wrapPart } from './draft.ts'
import { useEditing } from './editing.ts'

const strokes = {
  up: 'M10 16V5M5.5 9.5L10 5l4.5 4.5',
  down: 'M10 4v11M5.5 10.5L10 15l4.5-4.5',
  copy: 'M7.5 7.5h8v8h-8zM4.5 12.5v-8h8',
  wrap: 'M6.5 4H4v12h2.5M13.5 4H16v12h-2.5M8 10h4',
  unwrap: 'M4 4h2.5M4 4v2.5M16 4h-2.5M16 4v2.5M4 16h2.5M4 16v-2.5M16 16h-2.5M16 16v-2.5M8 10h4',
  remove: 'M5.5 5.5l9 9M14.5 5.5l-9 9',
} as const

/** What can be done with a part as a whole. `name`: what it is called to who does not see it. */
export function PartTools({ id, group, name }: { id: number; group: boolean; name: string }) {
  const t = useTranslations('rule.tools')
  const { draft, edit } = useEditing()
  const { up, down } = canMove(draft, id)
  const tool = (what: keyof typeof strokes, act: () => void, enabled = true) => (
    <button
      type="button"
      title={t(what)}
      aria-label={t('of', { tool: t(what), name })}
      disabled={!enabled}
      onClick={act}
      className="grid size-8 place-items-center rounded-lg text-muted hover:bg-sunken hover:text-ink disabled:invisible"
    >
      <Drawing path={strokes[what]} className="size-4" />
    </button>
  )
  return (
    <div className="ml-auto flex shrink-0">
      {tool('up', () => edit(movePart(draft, id, -1)), up)}
      {tool('down', () => edit(movePart(draft, id, 1)), down)}
      {tool('copy', () => edit(copyPart(draft, id)))}
      {group ? tool('unwrap', () => edit(unwrapPart(draft, id))) : tool('wrap', () => edit(wrapPart(draft, id, 'any')))}
      {tool('remove', () => edit(removePart(draft, id)))}
    </div>
  )
}
