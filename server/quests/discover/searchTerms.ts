/** How much a place in a text counts when results are ordered: Postgres' own four weights, A the most. */
export type Weight = 'A' | 'B' | 'C' | 'D'

/** Written without spaces between words. The long vowel mark belongs to no script of its own. */
const japanese = '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}ー]'
const runPattern = new RegExp(`${japanese}+|(?:(?!${japanese})[\\p{L}\\p{N}\\p{M}])+`, 'gu')
const isJapanese = new RegExp(`^${japanese}`, 'u')

/** Postgres keeps lexemes of at most 2046 bytes; nobody looks for more letters than this. */
const maxLetters = 64
/** Words of one search; more of them find nothing better. */
const maxTerms = 12

/** Words of other scripts, and unbroken stretches of Japanese, in one width and case. */
const runsOf = (text: string): string[] => text.normalize('NFKC').toLowerCase().match(runPattern) ?? []

/** `café` is found as `cafe`. Not for Japanese, where the marks make another letter. */
const withoutMarks = (word: string): string => [...word.normalize('NFD').replace(/\p{M}+/gu, '')].slice(0, maxLetters).join('')

/**
 * A word is one lexeme. Japanese is kept as each two letters in a row, and the last one alone: then every part of it can be asked for, without a dictionary
 * and whatever the locale of the database.
 */
function lexemesOf(run: string): string[] {
  if (!isJapanese.test(run)) return [withoutMarks(run)].filter((word) => word !== '')
  const letters = [...run]
  return letters.map((letter, i) => letter + (letters[i + 1] ?? ''))
}

/** Texts as a Postgres `tsvector`. Lexemes are letters and digits only, so nothing in them needs escaping. */
export function searchDocument(parts: readonly { text: string; weight: Weight }[]): string {
  const places = new Map<string, string[]>()
  let position = 0
  for (const { text, weight } of parts) {
    for (const run of runsOf(text)) {
      for (const lexeme of lexemesOf(run)) places.set(lexeme, [...(places.get(lexeme) ?? []), `${++position}${weight}`])
      // A gap, so that the end of one run and the beginning of the next are no neighbours.
      position++
    }
  }
  return [...places].map(([lexeme, at]) => `'${lexeme}':${at.join(',')}`).join(' ')
}

/**
 * What someone looks for as a Postgres `tsquery`: every word must be there, by its beginning, and every stretch of Japanese as it is written. Null when the
 * text holds no letter and no digit.
 */
export function searchQuery(text: string): string | null {
  const terms = runsOf(text).slice(0, maxTerms).flatMap(termOf)
  return terms.length === 0 ? null : terms.join(' & ')
}

function termOf(run: string): string[] {
  const lexemes = lexemesOf(run)
  // Of two letters and more, the last alone says nothing new, and in a document another letter may follow it.
  const pairs = isJapanese.test(run) && lexemes.length > 1 ? lexemes.slice(0, -1) : null
  if (pairs) return [`(${pairs.map((pair) => `'${pair}'`).join(' <-> ')})`]
  return lexemes.map((lexeme) => `'${lexeme}':*`)
}
