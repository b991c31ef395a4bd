'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { Json } from '#app/_ui/rule/draft.ts'
import { useReading } from '#app/_ui/rule/useReading.ts'
import { say } from '#app/_ui/say.ts'
import { isRecord } from './state/document.ts'

/** A part of a draft as somebody reads it who has to choose: a text as it is, a rule as its sentence, and what is neither by its data. */
export function PartText({ path, value }: { path: string; value: Json | undefined }) {
  const t = useTranslations('editor.clash')
  const locale = useLocale()
  const isRule = path.endsWith('.rule')
  const { reading } = useReading(isRule ? (value ?? null) : null)
  const shown = 'block max-h-40 overflow-y-auto break-words whitespace-pre-wrap text-[0.9375rem]'
  if (value === undefined || value === null || value === '') return <span className="block text-[0.9375rem] text-faint">{t('gone')}</span>
  if (isRule && reading.sentence) return <span className={shown}>{say(reading.sentence, locale)}</span>
  if (typeof value === 'string') return <span className={shown}>{value}</span>
  if (typeof value === 'number') return <span className={shown}>{value}</span>
  const title = isRecord(value) && isRecord(value.title) ? value.title : null
  const words = [title?.en, title?.ja].filter((text) => typeof text === 'string').join(' / ')
  if (words !== '') return <span className={shown}>{words}</span>
  return <code className={`${shown} font-mono text-[0.8125rem]`}>{JSON.stringify(value, null, 1)}</code>
}
