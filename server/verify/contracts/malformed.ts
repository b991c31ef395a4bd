import { CairnError } from '#server/shared/errors.ts'

const longest = 80

/** What was found, as it may be shown: short, and every character that is not plain ASCII by its number (a text may turn around what stands beside it). */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (value !== null && typeof value === 'object') return 'an object'
  const text = String(value)
  const plain = text.slice(0, longest).replace(/[^\x20-\x7e]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return text.length > longest ? `${plain}…` : plain
}

/** What is no ABI. `field`: the path to what is wrong, such as `abi.3.inputs.0.type`. */
export const malformed = (field: string, found: unknown, expected: string) =>
  new CairnError('abi.malformed', `${field}: ${expected} expected.`, { meta: { field, found: shown(found), expected } })
