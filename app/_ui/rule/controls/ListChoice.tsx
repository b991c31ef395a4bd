'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useContext } from 'react'
import { RuleFacts } from '../facts.ts'
import { type ControlProps, codeClass, inputClass, textOf } from './control.ts'
import { Labelled } from './Labelled.tsx'

/** One of the lists of the space, with what is needed to find its content again; where no space is known, a list's id. */
export function ListChoice({ label, hint, value, onChange, onBring, error }: ControlProps) {
  const t = useTranslations('rule')
  const format = useFormatter()
  const { lists } = useContext(RuleFacts)
  const chosen = textOf(value)
  const known = lists?.some(({ id }) => id === chosen) ?? false
  const choose = (id: string) => {
    const list = lists?.find((each) => each.id === id)
    if (list && onBring) onBring({ list: list.id, digest: list.digest, name: list.name, by: list.by })
    else onChange(id === '' ? undefined : id)
  }
  return (
    <Labelled label={label} hint={lists?.length === 0 ? t('noList') : hint} error={error}>
      {({ id, says }) =>
        lists ? (
          <select
            id={id}
            value={chosen}
            onChange={({ target }) => choose(target.value)}
            aria-describedby={says}
            aria-invalid={error !== null}
            className={`h-9 ${inputClass}`}
          >
            {!known && <option value={chosen}>{chosen === '' ? t('choose') : t('unknownList')}</option>}
            {lists.map((list) => (
              <option key={list.id} value={list.id}>
                {t('listWords', { name: list.name, count: list.rows, shown: format.number(list.rows) })}
              </option>
            ))}
          </select>
        ) : (
          <input
            id={id}
            value={chosen}
            onChange={({ target }) => choose(target.value)}
            aria-describedby={says}
            aria-invalid={error !== null}
            autoComplete="off"
            spellCheck={false}
            className={`h-9 ${inputClass} ${codeClass}`}
          />
        )
      }
    </Labelled>
  )
}
