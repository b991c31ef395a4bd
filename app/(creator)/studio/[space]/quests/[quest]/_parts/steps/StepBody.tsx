'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Json } from '#app/_ui/rule/draft.ts'
import type { Reading } from '#app/_ui/rule/reading.ts'
import { Bilingual } from '../fields/Bilingual.tsx'
import { TextInput } from '../fields/TextInput.tsx'
import { isRecord } from '../state/document.ts'
import { isBelow, useAt, useEditor } from '../state/editor.ts'
import { LessonCards } from './LessonCards.tsx'
import { StepRule } from './StepRule.tsx'

type Props = { path: string; rule: Json; reading: Reading; late: boolean; fixed: boolean }

/** All that belongs to a step: its words, its rule, and what is seldom needed below. */
export function StepBody({ path, rule, reading, late, fixed }: Props) {
  const t = useTranslations('editor.steps')
  return (
    <div className="grid gap-6 border-t border-line px-3 pt-4 pb-5 sm:px-5">
      <Bilingual path={`${path}.title`} label={t('name')} hint={t('nameHint')} />
      <fieldset disabled={fixed} className="min-w-0">
        <legend className="mb-1.5 text-[0.9375rem] font-medium">{t('rule')}</legend>
        <StepRule path={`${path}.rule`} rule={rule} reading={reading} late={late} />
      </fieldset>
      <More path={path} />
    </div>
  )
}

/** A hint, a link and cards to read: there when they hold something, or when they are asked for. */
function More({ path }: { path: string }) {
  const t = useTranslations('editor.steps')
  const { visit } = useEditor()
  const hint = useAt(`${path}.hint`)
  const link = useAt(`${path}.link`)
  const cards = useAt(`${path}.cards`)
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set())
  const ask = (name: string) => setAsked(new Set([...asked, name]))
  const shown = (name: string, value: Json | undefined) =>
    value !== undefined || asked.has(name) || (visit !== null && isBelow(`${path}.${name}`, visit.path))
  const parts = [
    { name: 'hint', shown: shown('hint', isRecord(hint.value) ? hint.value : undefined), words: t('addHint') },
    { name: 'link', shown: shown('link', link.value), words: t('addLink') },
    { name: 'cards', shown: shown('cards', cards.value), words: t('addCards') },
  ] as const
  const has = (name: string) => parts.some((part) => part.name === name && part.shown)
  return (
    <>
      {has('hint') && <Bilingual path={`${path}.hint`} label={t('hint')} hint={t('hintHint')} rows={2} />}
      {has('link') && (
        <TextInput
          path={`${path}.link`}
          label={t('link')}
          hint={t('linkHint')}
          value={link.value}
          problems={link.problems}
          onChange={(next) => link.set(next)}
          code
          inputMode="url"
          placeholder="https://"
        />
      )}
      {has('cards') && <LessonCards path={`${path}.cards`} />}
      {parts.some((part) => !part.shown) && (
        <div className="flex flex-wrap gap-x-5 gap-y-1">
          {parts
            .filter((part) => !part.shown)
            .map(({ name, words }) => (
              <button
                key={name}
                type="button"
                onClick={() => ask(name)}
                className="py-1 text-sm font-medium text-accent-text underline-offset-4 hover:underline"
              >
                {words}
              </button>
            ))}
        </div>
      )}
    </>
  )
}
