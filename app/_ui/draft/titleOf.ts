import type { DraftView } from '#app/_data/views.ts'

/** The title of a draft in the reader's language, or in the other; null while it has none. A draft may lack and break anything. */
export function titleOf({ document }: Pick<DraftView, 'document'>, locale: string): string | null {
  const { title } = document.definition
  if (title === null || typeof title !== 'object') return null
  const texts = title as Record<string, unknown>
  const said = [locale, 'en', 'ja'].map((language) => texts[language]).find((text) => typeof text === 'string' && text.trim() !== '')
  return typeof said === 'string' ? said.slice(0, 200) : null
}
