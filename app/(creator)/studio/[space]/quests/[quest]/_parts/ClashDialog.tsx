'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { Button } from '#app/_ui/base/Button.tsx'
import { Dialog } from '#app/_ui/base/Dialog.tsx'
import { PartText } from './PartText.tsx'
import { useSayPlace } from './problems/useProblemWords.ts'
import type { Document } from './state/document.ts'
import type { Conflict, Side } from './state/merge.ts'
import type { Clash } from './state/session.ts'

type Props = { clash: Clash; mine: Document; onSettle: (choices: ReadonlyMap<string, Side>) => void; onClose: () => void }

const sides = ['mine', 'theirs'] as const

/** Somebody else saved the same parts: for each it is said whose counts. Nothing of either is lost before that. */
export function ClashDialog({ clash, mine, onSettle, onClose }: Props) {
  const t = useTranslations('editor.clash')
  const [choices, setChoices] = useState<ReadonlyMap<string, Side>>(new Map())
  const { conflicts, by } = clash
  const open = conflicts.filter(({ path }) => !choices.has(path)).length
  return (
    <Dialog title={t('title')} description={by ? t('textBy', { name: by }) : t('text')} closeLabel={t('later')} onClose={onClose}>
      <ul className="grid gap-6">
        {conflicts.map((conflict) => (
          <li key={conflict.path}>
            <ChoiceOf
              conflict={conflict}
              mine={mine}
              chosen={choices.get(conflict.path)}
              onChoose={(side) => setChoices(new Map([...choices, [conflict.path, side]]))}
            />
          </li>
        ))}
      </ul>
      <div className="mt-6 flex flex-wrap items-center gap-3">
        <Button disabled={open > 0} onClick={() => onSettle(choices)}>
          {t('settle')}
        </Button>
        <Button look="plain" onClick={onClose}>
          {t('later')}
        </Button>
        {open > 0 && <p className="text-sm text-faint">{t('open', { count: open })}</p>}
      </div>
    </Dialog>
  )
}

type ChoiceProps = { conflict: Conflict; mine: Document; chosen: Side | undefined; onChoose: (side: Side) => void }

function ChoiceOf({ conflict, mine, chosen, onChoose }: ChoiceProps) {
  const t = useTranslations('editor.clash')
  const sayPlace = useSayPlace(mine)
  const group = useId()
  return (
    <fieldset>
      <legend className="mb-2 font-medium">{sayPlace(conflict.path)}</legend>
      <div className="grid gap-2">
        {sides.map((side) => (
          <label
            key={side}
            className="flex cursor-pointer items-start gap-3 rounded-[0.625rem] border border-line p-3 hover:border-edge has-checked:border-accent-text has-checked:bg-accent-soft"
          >
            <input
              type="radio"
              name={group}
              checked={chosen === side}
              onChange={() => onChoose(side)}
              className="mt-1 size-4 shrink-0 accent-accent"
            />
            <span className="min-w-0">
              <span className="block text-sm font-medium">{t(side)}</span>
              <PartText path={conflict.path} value={conflict[side]} />
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
