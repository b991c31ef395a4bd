'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Icon } from '#app/_ui/base/Icon.tsx'
import { stepOf } from './commands.ts'
import { type Option, optionElement, PaletteList } from './PaletteList.tsx'
import { useDeeds } from './useDeeds.ts'
import { useOptions } from './useOptions.tsx'

type Props = { signedIn: boolean; onClose: () => void; onConnect: () => void }

/**
 * Search and commands from the keyboard: a combobox whose list is moved through without leaving the field. Pages and actions are at hand at
 * once; what is found joins them as it comes.
 */
export default function Palette({ signedIn, onClose, onConnect }: Props) {
  const t = useTranslations('search')
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const { groups, found } = useOptions(typed, signedIn)
  const run = useDeeds({ onClose, onConnect })
  const options = groups.flatMap((group) => group.options)
  const at = Math.max(
    0,
    options.findIndex(({ id }) => id === chosen),
  )
  const active = options[at]

  useEffect(() => {
    if (active) document.getElementById(optionElement(active.id))?.scrollIntoView({ block: 'nearest' })
  }, [active])

  const take = (option: Option, apart: boolean) => run(option.deed, apart)
  const onKeyDown = (event: KeyboardEvent) => {
    // An input method is still composing: its Enter and arrows are its own.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setChosen(options[stepOf(at, event.key === 'ArrowDown' ? 1 : -1, options.length)]?.id ?? null)
    } else if (event.key === 'Enter' && active) {
      event.preventDefault()
      take(active, event.metaKey || event.ctrlKey)
    }
  }

  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-shade transition-opacity duration-200 data-[starting-style]:opacity-0" />
        <Base.Popup
          initialFocus={field}
          className="fixed inset-x-0 top-0 z-50 flex max-h-dvh animate-arrive flex-col overflow-hidden border-line bg-surface shadow-lift outline-none max-sm:border-b sm:inset-x-auto sm:top-[max(4vh,calc(38vh-16rem))] sm:left-1/2 sm:max-h-[min(34rem,84vh)] sm:w-[38rem] sm:-translate-x-1/2 sm:rounded-2xl sm:border"
        >
          <Base.Title className="sr-only">{t('title')}</Base.Title>
          <div className="flex items-center gap-3 border-b border-line px-4">
            <Icon name="search" className="size-5 text-faint" />
            <input
              ref={field}
              role="combobox"
              aria-label={t('field')}
              aria-expanded={options.length > 0}
              aria-controls="palette-list"
              aria-autocomplete="list"
              aria-activedescendant={active ? optionElement(active.id) : undefined}
              value={typed}
              onChange={(event) => {
                setTyped(event.target.value)
                setChosen(null)
              }}
              onKeyDown={onKeyDown}
              maxLength={500}
              placeholder={t('placeholder')}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              enterKeyHint="go"
              className="h-14 min-w-0 flex-1 bg-transparent text-base outline-none placeholder:text-faint"
            />
            <Base.Close
              aria-label={t('close')}
              className="-mr-1.5 grid size-9 place-items-center rounded-lg text-muted hover:bg-sunken hover:text-ink"
            >
              <Icon name="cross" />
            </Base.Close>
          </div>
          <PaletteList groups={groups} active={active?.id ?? null} onPoint={setChosen} onTake={take} />
          <p
            role="status"
            // Keys are nothing to somebody with a phone.
            className={`border-t border-line px-4 py-2.5 text-sm text-faint ${typed.trim() === '' ? 'max-sm:hidden' : ''}`}
          >
            {found}
          </p>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
