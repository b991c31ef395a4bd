import type { DeclarationKind, SearchedItem } from './ruleItem.ts'

export type ItemQuestion = { text: string; type?: 'function' | 'event' | undefined; kind?: DeclarationKind | undefined }

const mostWords = 8

/**
 * Functions and events that answer to every word: by name, by type (of itself or of a parameter), by selector. Best first: the name itself, names that begin
 * so, names that hold it, then the rest; in each by name. Pure.
 */
export function searchItems<T extends SearchedItem>(items: readonly T[], { text, type, kind }: ItemQuestion): T[] {
  const words = text
    .toLowerCase()
    .split(/[\s,()]+/)
    .filter((word) => word !== '')
    .slice(0, mostWords)
  return items
    .filter((item) => (type === undefined || item.type === type) && (kind === undefined || item.kind === kind))
    .flatMap((item) => {
      const ranks = words.map((word) => rankOf(item, word))
      return ranks.includes(null) ? [] : [{ item, rank: ranks.reduce<number>((sum, rank) => sum + (rank ?? 0), 0) }]
    })
    .toSorted((a, b) => a.rank - b.rank || compare(a.item.name, b.item.name) || compare(a.item.selector, b.item.selector))
    .map(({ item }) => item)
}

// Not by language: the same order for everyone. What has no name stands last.
const compare = (a: string, b: string) => (a === b ? 0 : a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1)

/** How well a word fits, 0 best; null when it does not. */
function rankOf({ type, name, signature, selector, arguments: values }: SearchedItem, word: string): number | null {
  if (word.startsWith('0x')) return selector.startsWith(word) ? (selector === word ? 0 : 1) : null
  const own = name.toLowerCase()
  if (own === word) return 0
  if (own.startsWith(word)) return 1
  if (own.includes(word)) return 2
  if (type === word || typesIn(signature).includes(word)) return 3
  return values.some(({ path }) => path.toLowerCase().includes(word)) ? 4 : null
}

/** `(address,(uint256,bytes)[])`: each type that a parameter or a part of one has, with and without its array. */
const typesIn = (signature: string) =>
  signature
    .slice(signature.indexOf('('))
    .split(/[(),]+/)
    .flatMap((type) => [type, type.replace(/(\[\d*\])+$/, '')])
    .filter((type) => type !== '')
