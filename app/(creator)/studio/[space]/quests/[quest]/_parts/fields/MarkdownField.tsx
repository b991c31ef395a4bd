'use client'

import dynamic from 'next/dynamic'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useId, useRef, useState } from 'react'
import { Skeleton } from '#app/_ui/base/Skeleton.tsx'
import { inputClass, textOf } from '#app/_ui/rule/controls/control.ts'
import { idOf, isBelow, useEditor } from '../state/editor.ts'
import { useBilingual } from './Bilingual.tsx'
import { MarkdownTools } from './MarkdownTools.tsx'
import { isWrong, Said } from './Said.tsx'

/** The renderer of the site's own pages; fetched when somebody looks. */
const Prose = dynamic(() => import('#app/_ui/quest/Prose.tsx').then(({ Prose: part }) => part), {
  loading: () => <Skeleton className="h-5 w-2/3" />,
})

type Props = { path: string; label: string; rows: number }

/** A long text in Markdown: one language at a time, with what it will look like below. */
export function MarkdownField({ path, label, rows }: Props) {
  const t = useTranslations('editor')
  const { visit } = useEditor()
  const texts = useBilingual(path)
  const [lang, setLang] = useState<'en' | 'ja'>(useLocale() === 'ja' ? 'ja' : 'en')
  const [preview, setPreview] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)
  const group = useId()
  const sent = visit && isBelow(path, visit.path) ? visit : null
  useEffect(() => {
    if (sent?.path === `${path}.ja`) setLang('ja')
    if (sent?.path === `${path}.en`) setLang('en')
  }, [sent, path])
  const text = texts.find((each) => each.lang === lang)
  if (!text) return null
  const id = idOf(text.at)
  const shown = textOf(text.value)
  return (
    <fieldset className="min-w-0" data-markdown={path}>
      <legend className="mb-1.5 text-[0.9375rem] font-medium">{label}</legend>
      <div className="rounded-[0.625rem] border border-edge bg-surface has-aria-invalid:border-bad">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-2 py-1">
          <div className="flex gap-1">
            {texts.map((each) => (
              <label
                key={each.lang}
                className="flex h-8 cursor-pointer items-center gap-1.5 rounded-lg px-2.5 text-sm text-muted hover:text-ink has-checked:bg-sunken has-checked:font-medium has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent-text"
              >
                <input
                  type="radio"
                  name={group}
                  checked={each.lang === lang}
                  onChange={() => setLang(each.lang)}
                  className="sr-only"
                  aria-label={t('inLanguage', { what: label, language: t(`place.${each.lang}`) })}
                />
                {t(`place.${each.lang}`)}
                {each.problems.length > 0 && (
                  <span className={`size-1.5 rounded-full ${isWrong(each.problems) ? 'bg-bad' : 'bg-accent-text'}`} aria-hidden="true" />
                )}
              </label>
            ))}
          </div>
          <MarkdownTools of={area} label={label} onChange={(next) => text.set(next, `${text.at} tool`)} />
          <label className="ml-auto flex h-8 cursor-pointer items-center gap-2 px-1 text-sm text-muted hover:text-ink">
            <input
              type="checkbox"
              checked={preview}
              onChange={({ target }) => setPreview(target.checked)}
              className="size-4 accent-accent"
            />
            {t('markdown.preview')}
          </label>
        </div>
        <textarea
          ref={area}
          id={id}
          lang={lang}
          rows={rows}
          value={shown}
          aria-label={t('inLanguage', { what: label, language: t(`place.${lang}`) })}
          aria-describedby={`${id}-says`}
          aria-invalid={isWrong(text.problems)}
          onChange={({ target }) => text.set(target.value === '' ? undefined : target.value)}
          onBlur={() => shown !== shown.trim() && text.set(shown.trim() || undefined)}
          className={`block resize-y border-0 py-2.5 leading-relaxed ${inputClass}`}
        />
        {preview && (
          <section aria-label={t('markdown.previewOf', { of: label })} lang={lang} className="border-t border-line px-4 py-4">
            {shown.trim() === '' ? <p className="text-faint">{t('markdown.nothing')}</p> : <Prose>{shown}</Prose>}
          </section>
        )}
      </div>
      <Said id={`${id}-says`} problems={text.problems} hint={t('markdown.hint')} />
    </fieldset>
  )
}
