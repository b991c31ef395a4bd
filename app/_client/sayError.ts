/** Codes that have a sentence of their own in the reader's language. */
const known = [
  'quest.sold-out',
  'quest.unfunded',
  'quest.funds-short',
  'quest.not-published',
  'quest.not-open',
  'quest.delisted',
  'quest.not-started',
  'quest.prerequisite',
  'quiz.cool-down',
  'rate.limited',
  'wallet.taken',
  'wallet.last',
  'wallet.counted',
  'connection.taken',
  'service.unreachable',
  'conflict',
  'auth.required',
  'auth.refused',
  'auth.forbidden',
  'not-found',
  'input.invalid',
  'funds.not-local',
  'chain.unreachable',
  'input.too-large',
  'credential.invalid',
  'credential.other-slot',
  'credential.not-yours',
  'draft.stale',
  'draft.state',
  'draft.unacknowledged',
  'draft.own',
  'draft.address',
  'quest.malformed',
  'chain.unknown',
  'contract.absent',
  'abi.malformed',
  'list.malformed',
] as const
export type KnownCode = (typeof known)[number]

type Say = (key: 'unknown' | `code.${string}`) => string

/** The stable code of an API error, when the answer carries one. */
export function codeOf(error: unknown): string | null {
  if (error === null || typeof error !== 'object') return null
  const { data } = error as { data?: unknown }
  if (data === null || typeof data !== 'object') return null
  const { code } = data as { code?: unknown }
  return typeof code === 'string' ? code : null
}

/** The field that an API error names, when it names one. */
export function fieldOf(error: unknown): string | null {
  if (error === null || typeof error !== 'object') return null
  const { data } = error as { data?: { field?: unknown } | null }
  return typeof data?.field === 'string' ? data.field : null
}

/** What an API error says it found, and what it expects in its place; short, and of the server: for authors, beside a field. */
export const foundOf = (error: unknown): string | null => textOf(error, 'found')
export const expectedOf = (error: unknown): string | null => textOf(error, 'expected')

function textOf(error: unknown, name: 'found' | 'expected'): string | null {
  if (error === null || typeof error !== 'object') return null
  const { data } = error as { data?: Record<string, unknown> | null }
  const text = data?.[name]
  return typeof text === 'string' ? text : null
}

/** A sentence for people: by the code, never the server's own text. */
export function sayError(error: unknown, say: Say): string {
  const code = codeOf(error)
  const name = known.find((each) => each === code)
  return name ? say(`code.${name.replaceAll('.', '-')}`) : say('unknown')
}
