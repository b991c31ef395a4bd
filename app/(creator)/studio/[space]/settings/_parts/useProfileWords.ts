'use client'

import { useTranslations } from 'next-intl'
import type { Refused } from '#app/_ui/useAct.ts'

const fields = ['names.en', 'names.ja', 'about.en', 'about.ja', 'website'] as const
type Place = (typeof fields)[number] | 'links' | null

/** What was wrong at a place of the form; null asks for what no field is to blame for. */
export function useProfileWords(refused: Refused | null): (place: Place) => string | null {
  const t = useTranslations('settings.profile.wrong')
  if (!refused) return () => null
  const { code, field, words } = refused
  const at: Place = fields.find((one) => one === field) ?? (/^links\./.test(field ?? '') ? 'links' : null)
  if (code !== 'input.invalid' || at === null) return (place) => (place === null ? words : null)
  const kind = at === 'website' || at === 'links' ? at : at.startsWith('names') ? 'name' : 'about'
  return (place) => (place === at ? t(kind) : null)
}
