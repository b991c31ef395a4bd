import { categories } from '#server/quests/definition.ts'

export type Category = (typeof categories)[number]

/** What a board is narrowed to: one category, one space (its id), or nothing. */
export type Facet = { category: Category } | { space: string } | null

/** How boards name a facet; a category by its number in the slot. */
export function facetKey(facet: Facet): string {
  if (facet === null) return 'all'
  return 'category' in facet ? `category:${categories.indexOf(facet.category)}` : `space:${facet.space}`
}

/** The facet of a board's name; null for `all`, and for a category that has no name yet. */
export function readFacet(key: string): Facet {
  const [kind, of = ''] = key.split(':')
  if (kind === 'space') return { space: of }
  const category = kind === 'category' ? categories[Number(of)] : undefined
  return category === undefined ? null : { category }
}
