import type { ComponentProps } from 'react'

type Props = Omit<ComponentProps<'input'>, 'className' | 'children'> & { type: 'radio' | 'checkbox'; children: string }

/** One choice of a question, as wide as its words: the whole row may be pressed. */
export function ChoiceRow({ children, ...input }: Props) {
  return (
    <label className="flex min-h-11 items-center gap-3 rounded-xl border border-line px-3.5 py-2.5 transition-colors hover:border-edge has-checked:border-accent-text has-checked:bg-accent-soft">
      <input className="size-4 shrink-0" {...input} />
      <span>{children}</span>
    </label>
  )
}
