/**
 * Where a row stands among all txs, newest first: by time to the microsecond (ISO 8601 of fixed width), rows of the pool before inbox items
 * of the same time, then by their own keys. Never two rows in one place.
 */
export type TxPlace = { at: string; pool: string } | { at: string; item: number }

/** Below 0 when `a` comes first. UUIDs in lower case sort as their bytes do. */
export function compareTxPlaces(a: TxPlace, b: TxPlace): number {
  if (a.at !== b.at) return a.at < b.at ? 1 : -1
  if ('pool' in a) return 'pool' in b ? (a.pool < b.pool ? 1 : a.pool > b.pool ? -1 : 0) : -1
  return 'pool' in b ? 1 : b.item - a.item
}

/** The first `limit` of several lists that are each in order and long enough by themselves. */
export function mergeTxs<T extends { place: TxPlace }>(lists: readonly (readonly T[])[], limit: number): T[] {
  return lists
    .flat()
    .sort((a, b) => compareTxPlaces(a.place, b.place))
    .slice(0, limit)
}
