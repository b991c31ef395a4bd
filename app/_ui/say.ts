import type { Text } from '#server/verify/verdict.ts'

/** The sentence in the reader's language. */
export const say = (text: Text, locale: string): string => (locale === 'ja' ? text.ja : text.en)
