'use client'

import { useTranslations } from 'next-intl'
import { isRecord, valueAt, withValueAt } from '../state/document.ts'
import { useEditor } from '../state/editor.ts'
import { problemsAt } from '../state/problems.ts'
import { TextInput } from './TextInput.tsx'

const languages = ['en', 'ja'] as const

/** Reads and writes a text in both languages; one that is empty in both is not there at all. */
export function useBilingual(path: string) {
  const { document, edit, problems } = useEditor()
  return languages.map((lang) => {
    const at = `${path}.${lang}`
    return {
      lang,
      at,
      value: valueAt(document, at),
      problems: problemsAt(at, problems),
      set: (value: string | undefined, key: string = at) => {
        const next = withValueAt(document, at, value)
        const text = valueAt(next, path)
        edit(isRecord(text) && Object.keys(text).length === 0 ? withValueAt(next, path, undefined) : next, key)
      },
    }
  })
}

type Props = { path: string; label: string; hint?: string | undefined; rows?: number }

/** A short text in English and in Japanese, side by side where there is room. */
export function Bilingual({ path, label, hint, rows }: Props) {
  const t = useTranslations('editor')
  const texts = useBilingual(path)
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-[0.9375rem] font-medium">{label}</legend>
      {hint && <p className="-mt-1 mb-2 text-sm text-faint">{hint}</p>}
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        {texts.map(({ lang, at, value, problems, set }) => (
          <TextInput
            key={lang}
            path={at}
            lang={lang}
            label={t(`place.${lang}`)}
            name={t('inLanguage', { what: label, language: t(`place.${lang}`) })}
            value={value}
            problems={problems}
            onChange={set}
            {...(rows === undefined ? {} : { rows })}
          />
        ))}
      </div>
    </fieldset>
  )
}
