'use client'

import { Icon } from '#app/_ui/base/Icon.tsx'

type Props = { words: string; onClick: () => void; className?: string }

export const RemoveButton = ({ words, onClick, className = '' }: Props) => (
  <button
    type="button"
    aria-label={words}
    title={words}
    onClick={onClick}
    className={`grid size-9 shrink-0 place-items-center rounded-lg text-muted hover:bg-sunken hover:text-ink disabled:opacity-55 ${className}`}
  >
    <Icon name="cross" className="size-4" />
  </button>
)

export const AddButton = ({ words, onClick, className = '' }: Props) => (
  <button
    type="button"
    onClick={onClick}
    className={`py-1 text-sm font-medium text-accent-text underline-offset-4 hover:underline disabled:opacity-55 ${className}`}
  >
    {words}
  </button>
)
