/** What a draft is called by a reader: its title in their language, else in another one, else its address. `title`: as its author has it now. */
export function titleOf(slug: string, title: unknown, locale: string): string {
  const texts = title !== null && typeof title === 'object' ? (title as Record<string, unknown>) : {}
  return [texts[locale], texts.en, texts.ja].find((text): text is string => typeof text === 'string' && text.trim() !== '') ?? slug
}
