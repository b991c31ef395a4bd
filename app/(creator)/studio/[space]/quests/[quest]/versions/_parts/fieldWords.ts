/** Parts of a definition that have a name for people. */
export const named = [
  'title',
  'summary',
  'description',
  'difficulty',
  'minutes',
  'category',
  'points',
  'order',
  'hint',
  'link',
  'cards',
  'text',
] as const
export type NamedField = (typeof named)[number]

/** `steps.wrap.title.en`: the step's id, the names of the fields, the place of a card from 0, and the language. What has no name stays as it is. */
export type FieldPath = { step: string | null; fields: (NamedField | string)[]; card: number | null; language: 'en' | 'ja' | null }

/** Reads the path of a text that differs. */
export function readPath(path: string): FieldPath {
  const parts = path.split('.')
  const last = parts.at(-1)
  const language = last === 'en' || last === 'ja' ? last : null
  const rest = language ? parts.slice(0, -1) : parts
  const step = rest[0] === 'steps' ? (rest[1] ?? null) : null
  const within = step === null ? rest : rest.slice(2)
  const card = within[0] === 'cards' && /^\d+$/.test(within[1] ?? '') ? Number(within[1]) : null
  return { step, fields: card === null ? within : within.filter((_, i) => i !== 1), card, language }
}

export const isNamed = (field: string): field is NamedField => (named as readonly string[]).includes(field)
