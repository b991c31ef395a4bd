'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useContext, useState } from 'react'
import { Button } from '#app/_ui/base/Button.tsx'
import { Dialog } from '#app/_ui/base/Dialog.tsx'
import { say } from '#app/_ui/say.ts'
import { addCheck, type Json } from './draft.ts'
import { useEditing } from './editing.ts'
import { RuleFacts } from './facts.ts'

/** Adds a check of a kind that is chosen from a list, filled in with an example that holds. */
export function AddCheck({ to, look }: { to: number; look: 'primary' | 'quiet' }) {
  const t = useTranslations('rule')
  const locale = useLocale()
  const { kinds } = useContext(RuleFacts)
  const { draft, edit } = useEditing()
  const [open, setOpen] = useState(false)
  const [sought, setSought] = useState('')
  const words = sought.toLowerCase().split(/\s+/)
  const found = kinds.filter(({ id, title, summary }) => {
    const text = [id, title.en, title.ja, summary.en, summary.ja].join(' ').toLowerCase()
    return words.every((word) => text.includes(word))
  })
  return (
    <>
      <Button look={look} size={look === 'primary' ? 'medium' : 'small'} onClick={() => setOpen(true)}>
        {t('addCheck')}
      </Button>
      {open && (
        <Dialog title={t('chooseKind')} closeLabel={t('close')} onClose={() => setOpen(false)}>
          <input
            type="search"
            aria-label={t('searchKinds')}
            placeholder={t('searchKinds')}
            value={sought}
            onChange={({ target }) => setSought(target.value)}
            className="mb-3 h-10 w-full rounded-[0.625rem] border border-edge bg-surface px-3.5 placeholder:text-faint"
          />
          <ul className="-mx-3 grid max-h-[52dvh] overflow-y-auto">
            {found.map(({ id, title, summary, example }) => (
              <li key={id}>
                <button
                  type="button"
                  data-kind={id}
                  className="w-full rounded-lg px-3 py-2.5 text-left -outline-offset-2 hover:bg-sunken"
                  onClick={() => {
                    const { chain, params } = example
                    edit(addCheck(draft, to, { kind: id, ...(chain ? { chain } : {}), params: structuredClone(params) as Json }))
                    setOpen(false)
                  }}
                >
                  <span className="block font-medium">{say(title, locale)}</span>
                  <span className="block text-sm text-muted">{say(summary, locale)}</span>
                </button>
              </li>
            ))}
          </ul>
          {found.length === 0 && <p className="text-muted">{t('noKind')}</p>}
        </Dialog>
      )}
    </>
  )
}
