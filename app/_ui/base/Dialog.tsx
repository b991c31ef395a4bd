'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'

type Props = {
  title: string
  description?: string
  closeLabel: string
  onClose: () => void
  /** `corner`: under the head of the page, where what opened it is; wide screens only. */
  place?: 'middle' | 'corner'
  /** Forms and lists that a narrow one would break into pieces. */
  wide?: boolean
  children: ReactNode
}

const places = {
  middle: 'sm:top-[max(6vh,calc(50%-20rem))] sm:left-1/2 sm:-translate-x-1/2',
  corner: 'sm:top-17 sm:right-[max(1rem,calc(50%-36.5rem))] sm:max-h-[calc(100dvh-5.5rem)]',
} as const
/** High enough for its lists, which scroll within it. */
const wideClass = 'sm:top-[6dvh] sm:left-1/2 sm:w-[min(46rem,calc(100vw-3rem))] sm:-translate-x-1/2'

/** A modal over a dimmed page; at the foot of the screen on phones, where thumbs are. */
export function Dialog({ title, description, closeLabel, onClose, place = 'middle', wide = false, children }: Props) {
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-shade transition-opacity duration-200 data-[starting-style]:opacity-0" />
        <Base.Popup
          className={`fixed inset-x-0 bottom-0 z-50 max-h-[88dvh] animate-arrive overflow-y-auto rounded-t-2xl border border-line bg-surface p-6 pb-8 shadow-lift outline-none sm:inset-auto sm:rounded-2xl sm:pb-6 ${wide ? wideClass : `sm:w-[26.5rem] ${places[place]}`}`}
        >
          <div className="flex items-start justify-between gap-4">
            <Base.Title className="text-section font-semibold">{title}</Base.Title>
            <Base.Close
              aria-label={closeLabel}
              className="-mt-1 -mr-2 grid size-9 place-items-center rounded-lg text-muted hover:bg-sunken hover:text-ink"
            >
              <Icon name="cross" />
            </Base.Close>
          </div>
          {description && <Base.Description className="mt-1.5 text-[0.9375rem] text-muted">{description}</Base.Description>}
          <div className="mt-5">{children}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
