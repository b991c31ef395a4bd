import { createFormatter, createTranslator } from 'use-intl/core'
import type { Locale } from '#app/_ui/locale.ts'
import { messages as en } from '#app/_ui/messages/en/index.ts'
import { messages as ja } from '#app/_ui/messages/ja/index.ts'

const catalogues: Record<Locale, Pick<typeof en, 'share' | 'state' | 'credential'>> = { en, ja }

/** Texts of what is shown elsewhere: outside of a page's request nobody has said which language it is in. */
export function shareTexts(locale: Locale) {
  const messages = catalogues[locale]
  return {
    locale,
    t: createTranslator({ locale, messages, namespace: 'share' }),
    state: createTranslator({ locale, messages, namespace: 'state' }),
    rarity: createTranslator({ locale, messages, namespace: 'credential.rarity' }),
    format: createFormatter({ locale, timeZone: 'UTC' }),
  }
}

export type ShareTexts = ReturnType<typeof shareTexts>
