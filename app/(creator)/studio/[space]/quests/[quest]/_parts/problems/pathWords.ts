/** A place in a draft in words, from the whole to the part: keys of `editor.place` with their values. */
export type Place = { key: string; n?: number }

const known: ReadonlySet<string> = new Set([
  ...['title', 'summary', 'description', 'category', 'difficulty', 'minutes', 'points', 'expiresAfterSeconds', 'steps', 'order'],
  ...[
    'prerequisites',
    'recurrence',
    'split',
    'prize',
    'supply',
    'opensAt',
    'closesAt',
    'rewardPerMint',
    'feePerMint',
    'slug',
    'hint',
    'link',
    'cards',
    'rule',
    'text',
  ],
  ...['en', 'ja', 'cover', 'alt'],
])

/** Below these the path says more than a reader needs. */
const deep: ReadonlySet<string> = new Set(['rule', 'prize', 'split', 'recurrence', 'prerequisites'])

/** `stepAt`: the place of a step that is named by its id (`#id`). */
export function placesOf(path: string, stepAt: (id: string) => number): Place[] {
  const places: Place[] = []
  const names = path.split('.')
  for (const [i, name] of names.entries()) {
    const before = names[i - 1]
    if (name === 'definition') {
      if (names.length === 1) places.push({ key: 'definition' })
    } else if (before === 'steps') places.push({ key: 'step', n: (name.startsWith('#') ? stepAt(name.slice(1)) : Number(name)) + 1 })
    else if (before === 'cards') places.push({ key: 'card', n: Number(name) + 1 })
    else if ((name === 'steps' || name === 'cards') && i < names.length - 1) continue
    else places.push({ key: known.has(name) ? name : 'other' })
    if (deep.has(name)) break
  }
  return places
}
