'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type ComponentType, useState } from 'react'
import type { RuleKind } from '#app/_data/views.ts'
import { say } from '#app/_ui/say.ts'
import type { Control, FormField } from '#server/verify/kinds/form.ts'
import type { Text } from '#server/verify/verdict.ts'
import { ChainChoice } from './controls/ChainChoice.tsx'
import type { ControlProps } from './controls/control.ts'
import { controls } from './controls/index.ts'
import { JsonText } from './controls/JsonText.tsx'
import { type Check, type Json, type Part, setCheck } from './draft.ts'
import { useEditing } from './editing.ts'
import { jsonAt, withJsonAt } from './jsonAt.ts'
import { saidOf } from './reading.ts'
import { WindowFields } from './WindowFields.tsx'

type Props = {
  part: Extract<Part, { check: unknown }>
  kind: RuleKind | null
  issues: readonly { field: string; expected: string }[]
  warnings: readonly { field: string; code: string; message: Text }[]
}

/** Controls that take the whole width. */
const wide: readonly Control[] = [
  'filters',
  'json',
  'questions',
  'survey',
  'choices',
  'list',
  'words',
  'units',
  'event',
  'function',
  'token',
]

/** Whether a field can be said where these parameters stand. */
const isShown = ({ when }: FormField, params: Json) => !when || when.is.includes(String(jsonAt(params, when.path)))

/** The fields of a check, of its kind's form; of an unknown kind its parameters as they are. */
export function CheckFields({ part, kind, issues, warnings }: Props) {
  const t = useTranslations('rule')
  const locale = useLocale()
  const { draft, edit } = useEditing()
  const { check, id } = part
  const set = (next: Check, key: string) => edit(setCheck(draft, id, next), `${id} ${key}`)
  const errorAt = (field: string) => saidOf(field, issues)?.expected ?? null

  const setParam = (path: string, value: Json | undefined) => {
    let params = withJsonAt(check.params, path, value)
    // What can no longer be said goes, or the check could never hold.
    for (const field of kind?.fields ?? [])
      if (field.when?.path === path && !isShown(field, params)) params = withJsonAt(params, field.path, undefined)
    set({ ...check, params }, path)
  }
  const shown = (kind?.fields ?? []).filter((field) => isShown(field, check.params))
  // As it was when the check was opened: a field must not move away while somebody types in it.
  const [said] = useState(
    () => new Set((kind?.fields ?? []).map(({ path }) => path).filter((path) => jsonAt(check.params, path) !== undefined)),
  )
  const isPlain = ({ rare, path }: FormField) => !rare || said.has(path)
  const [plain, rare] = [shown.filter(isPlain), shown.filter((field) => !isPlain(field))]
  const placed = ['chain', 'window', ...shown.map(({ path }) => `params.${path}`)]
  const rest = issues.filter(({ field }) => !placed.some((place) => field === place || field.startsWith(`${place}.`)))
  return (
    <div className="mt-3 grid gap-x-5 gap-y-4 rounded-xl bg-sunken/60 p-4 sm:grid-cols-2">
      {kind && kind.chains !== 'none' && (
        <ChainChoice
          {...controlProps(
            { path: 'chain', control: 'chain', label: { en: t('chain'), ja: t('chain') }, required: kind.chains !== 'some' },
            t('chain'),
          )}
          namespace={kind.chains === 'some' ? 'eip155' : kind.chains}
          value={check.chain}
          onChange={(chain) => set(without(check, 'chain', typeof chain === 'string' ? { chain } : {}), 'chain')}
          error={errorAt('chain')}
        />
      )}
      {plain.map((field) => drawn(field))}
      {!kind && (
        <div className="sm:col-span-2">
          <JsonText
            {...controlProps({ path: 'params', control: 'json', label: { en: t('parameters'), ja: t('parameters') } }, t('parameters'))}
            value={check.params}
            onChange={(params) => set({ ...check, params: params ?? {} }, 'params')}
            error={errorAt('params')}
          />
        </div>
      )}
      {check.chain !== undefined && (
        <WindowFields
          value={check.window}
          onChange={(window) => set(without(check, 'window', window === undefined ? {} : { window }), 'window')}
          error={errorAt('window')}
        />
      )}
      {rare.length > 0 && (
        <details className="sm:col-span-2" open={rare.some(({ path }) => errorAt(`params.${path}`) !== null) || undefined}>
          <summary className="cursor-pointer text-sm font-medium text-muted hover:text-ink">{t('more')}</summary>
          <div className="mt-3 grid gap-x-5 gap-y-4 sm:grid-cols-2">{rare.map((field) => drawn(field))}</div>
        </details>
      )}
      {rest.map(({ field, expected }) => (
        <p key={`${field} ${expected}`} className="text-sm text-bad sm:col-span-2">
          {[field.replace(/^params\./, ''), expected].filter((text) => text !== '').join(': ')}
        </p>
      ))}
    </div>
  )

  function drawn(field: FormField) {
    const Control: ComponentType<ControlProps> = controls[field.control]
    const warning = saidOf(`params.${field.path}`, warnings)
    return (
      <div key={field.path} data-field={field.path} className={`min-w-0 ${wide.includes(field.control) ? 'sm:col-span-2' : ''}`}>
        <Control
          {...controlProps(field, say(field.label, locale))}
          value={jsonAt(check.params, field.path)}
          onChange={(value) => setParam(field.path, value)}
          onBring={(values) =>
            set(
              { ...check, params: Object.entries(values).reduce((params, [name, value]) => withJsonAt(params, name, value), check.params) },
              field.path,
            )
          }
          error={errorAt(`params.${field.path}`)}
        />
        {warning && <p className="mt-1 text-sm text-accent-text">{say(warning.message, locale)}</p>}
      </div>
    )
  }

  function controlProps(field: FormField, label: string) {
    return { field, label, ...(field.help ? { hint: say(field.help, locale) } : {}) }
  }
}

/** A check with one of its terms changed, or gone. */
function without(check: Check, name: 'chain' | 'window', next: Partial<Check>): Check {
  const { [name]: _, ...others } = check
  return { ...others, ...next } as Check
}
