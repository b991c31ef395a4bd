/** What the address of a funnel says: the days, who is counted, and what is compared. */
export type FunnelQuery = {
  from?: string
  to?: string
  wallet?: 'eip155' | 'solana'
  chain?: string
  referrer?: string
  ref?: string
}
export const splits = ['referrer', 'ref', 'wallet', 'chain'] as const
export type Split = (typeof splits)[number]

/** In an address: those who came without one. The API says the same. */
export const withoutOne = '(none)'

type Query = Record<string, string | string[] | undefined>
const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)?.trim() ?? ''
const names = ['from', 'to', 'wallet', 'chain', 'referrer', 'ref'] as const

/** Reads the address. Empty fields are left out, as a form sends them; what a value means is the API's to say, except for a wallet, which has two. */
export function readFunnelQuery(query: Query): { filter: FunnelQuery; by: Split } {
  const filter: Record<string, string> = {}
  for (const name of names) {
    const value = one(query[name]).slice(0, 300)
    if (value !== '' && (name !== 'wallet' || value === 'eip155' || value === 'solana')) filter[name] = value
  }
  return { filter: filter as FunnelQuery, by: splits.find((split) => split === one(query.by)) ?? 'referrer' }
}

/** The address with something changed; null takes it away. */
export function funnelHref(
  path: string,
  { filter, by }: { filter: FunnelQuery; by: Split },
  change: Record<string, string | null> = {},
): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...filter, ...(by === 'referrer' ? {} : { by }), ...change }))
    if (typeof value === 'string') query.set(name, value)
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}

/** Whether the first day comes before the last, as far as both are said. */
export const daysFit = ({ from, to }: FunnelQuery): boolean => from === undefined || to === undefined || from <= to
