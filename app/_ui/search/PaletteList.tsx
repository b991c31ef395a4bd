'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Deed } from './commands.ts'

/** `id` is unique within the palette. */
export type Option = { id: string; face: ReactNode; title: string; note: string | null; deed: Deed }
export type OptionGroup = { name: string; words: string; options: Option[] }

export const optionElement = (id: string) => `palette-${id}`

type Props = {
  groups: readonly OptionGroup[]
  active: string | null
  onPoint: (id: string) => void
  /** `apart`: in a tab of its own. */
  onTake: (option: Option, apart: boolean) => void
}

/** The list under the field. The focus stays in the field, which names the active option; pointers may choose, too. */
export function PaletteList({ groups, active, onPoint, onTake }: Props) {
  const t = useTranslations('search')
  return (
    <div
      id="palette-list"
      role="listbox"
      aria-label={t('list')}
      className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-2 empty:hidden"
    >
      {groups.map((group) => (
        <div key={group.name}>
          <p role="presentation" className="px-2.5 pt-3 pb-1 text-[0.8125rem] font-medium text-faint">
            {group.words}
          </p>
          {group.options.map((option) => (
            <div
              key={option.id}
              id={optionElement(option.id)}
              role="option"
              tabIndex={-1}
              aria-selected={option.id === active}
              onPointerMove={() => option.id !== active && onPoint(option.id)}
              // The field keeps the focus.
              onPointerDown={(event) => event.preventDefault()}
              onClick={(event) => onTake(option, event.metaKey || event.ctrlKey)}
              onKeyDown={(event) => event.key === 'Enter' && onTake(option, false)}
              className="flex min-h-12 cursor-pointer items-center gap-3 rounded-lg px-2.5 py-1.5 aria-selected:bg-sunken"
            >
              {option.face}
              <span className="min-w-0 flex-1">
                <span className="block truncate">{option.title}</span>
                {option.note !== null && <span className="block truncate text-sm text-muted">{option.note}</span>}
              </span>
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}
