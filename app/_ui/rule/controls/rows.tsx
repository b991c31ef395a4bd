'use client'

import { Icon } from '#app/_ui/base/Icon.tsx'

type Props = { words: string; onClick: () => void }

export const RemoveButton = ({ words, onClick }: Props) => (
  <button
    type="button"
    aria-label={words}
    onClick={onClick}
    className="grid size-9 shrink-0 place-items-center rounded-lg text-muted hover:bg-sunken hover:text-ink"
  >
    <Icon name="cross" className="size-4" />
  </button>
)

export const AddButton = ({ words, onClick }: Props) => (
  <button
    type="button"
    onClick={onClick}
    className="justify-self-start py-0.5 text-sm font-medium text-accent-text underline-offset-4 hover:underline"
  >
    {words}
  </button>
)
