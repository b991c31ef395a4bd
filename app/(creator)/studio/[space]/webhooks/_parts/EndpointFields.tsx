'use client'

import { useTranslations } from 'next-intl'
import { codeOf, expectedOf, fieldOf, sayError } from '#app/_client/sayError.ts'
import type { WebhookType } from '#app/_data/views.ts'
import { Field } from '#app/_ui/base/Field.tsx'

export type Written = { url: string; description: string; types: readonly WebhookType[] }
export type EndpointField = 'url' | 'types' | 'description'
export type Refusal = { field: EndpointField | null; words: string }

type Says = {
  t: (key: 'refused.url' | 'refused.full' | 'refused.description', values?: Record<string, string>) => string
  tErrors: Parameters<typeof sayError>[1]
}

/** What went wrong with an endpoint, beside the field where it can be mended. */
export function refusalOf(error: unknown, { t, tErrors }: Says): Refusal {
  const [code, field] = [codeOf(error), fieldOf(error)]
  if (code === 'conflict' && field === 'url') return { field: null, words: t('refused.full', { expected: expectedOf(error) ?? '' }) }
  if (code === 'input.invalid' && field === 'url') return { field: 'url', words: t('refused.url', { expected: expectedOf(error) ?? '' }) }
  if (code === 'input.invalid' && field === 'description') return { field: 'description', words: t('refused.description') }
  return { field: null, words: sayError(error, tErrors) }
}

type Props = { value: Written; onChange: (next: Written) => void; types: readonly WebhookType[]; refused: Refusal | null }

/** Where to send, what for, and which events. */
export function EndpointFields({ value, onChange, types, refused }: Props) {
  const t = useTranslations('webhook')
  const wrong = (field: EndpointField) => (refused?.field === field ? refused.words : null)
  const toggle = (type: WebhookType, on: boolean) =>
    onChange({ ...value, types: types.filter((each) => (each === type ? on : value.types.includes(each))) })
  return (
    <>
      <Field
        label={t('url')}
        hint={t('urlHint')}
        error={wrong('url')}
        value={value.url}
        onChange={({ target }) => onChange({ ...value, url: target.value })}
        required
        maxLength={2000}
        inputMode="url"
        placeholder="https://hooks.example.org/cairn"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        code
      />
      <Field
        label={t('description')}
        hint={t('descriptionHint')}
        error={wrong('description')}
        value={value.description}
        onChange={({ target }) => onChange({ ...value, description: target.value })}
        maxLength={200}
      />
      <fieldset>
        <legend className="mb-1.5 text-[0.9375rem] font-medium">{t('types')}</legend>
        <div className="grid gap-0.5">
          {types.map((type) => (
            <label key={type} className="flex items-start gap-2.5 rounded-lg py-1 text-[0.9375rem]">
              <input
                type="checkbox"
                checked={value.types.includes(type)}
                onChange={({ target }) => toggle(type, target.checked)}
                className="mt-1 size-4.5 shrink-0 accent-accent"
              />
              <span className="min-w-0">
                {t(`type.${type.replace('.', '-')}` as 'type.quest-live')}
                <span className="block font-mono text-[0.8125rem] text-faint">{type}</span>
              </span>
            </label>
          ))}
        </div>
        <p aria-live="polite" className="mt-1 text-sm text-bad empty:hidden">
          {wrong('types') ?? (value.types.length === 0 ? t('typesNone') : null)}
        </p>
      </fieldset>
    </>
  )
}
