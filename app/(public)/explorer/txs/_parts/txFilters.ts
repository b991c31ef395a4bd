import type { TxFilter, TxState } from '#app/_data/explorer.ts'
import { inboxKinds } from '#server/rollup/protocol/tx/inboxTx.ts'
import { ledgerKinds } from '#server/rollup/protocol/tx/ledgerTx.ts'

/** What the list is narrowed to; the address of the page says all of it. */
export type TxFilters = { kind: TxFilter | null; state: TxState | null; batch: number | null; cursor: string | null }

const lanes = ['mint', 'openAccount', 'ledger', 'inbox'] as const satisfies readonly TxFilter[]
export const kindNames: readonly TxFilter[] = [...lanes, ...ledgerKinds, ...inboxKinds]
export const stateNames = ['accepted', 'batched', 'proposed', 'proven', 'final', 'refused'] as const satisfies readonly TxState[]

type Query = Record<string, string | string[] | undefined>

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)?.trim() ?? ''

/** Reads the query; anything that is not a known value is left out. */
export function readTxFilters(query: Query): TxFilters {
  const batch = one(query.batch)
  return {
    kind: kindNames.find((name) => name === one(query.kind)) ?? null,
    state: stateNames.find((name) => name === one(query.state)) ?? null,
    batch: /^(?:0|[1-9]\d{0,8})$/.test(batch) ? Number(batch) : null,
    cursor: one(query.cursor).slice(0, 500) || null,
  }
}

/** The address of the list with some filters changed; a change always goes back to the first page. */
export function txsHref(filters: TxFilters, change: Partial<TxFilters> = {}): string {
  const next = { ...filters, cursor: null, ...change }
  const query = new URLSearchParams()
  for (const name of ['kind', 'state', 'batch', 'cursor'] as const) {
    const value = next[name]
    if (value !== null) query.set(name, String(value))
  }
  const text = query.toString()
  return text === '' ? '/explorer/txs' : `/explorer/txs?${text}`
}

export const isNarrowed = ({ kind, state, batch }: TxFilters): boolean => kind !== null || state !== null || batch !== null
