type Query = Record<string, string | string[] | undefined>
type There = { versions: readonly number[]; hasDraft: boolean }
export type Pair = { from: number; to: number | 'draft' }

/**
 * Which two are compared: those that the address names, else the newest version with what comes after it, else with what came before. Null where there is
 * only one text. `versions`: newest first.
 */
export function chosenPair(query: Query, { versions, hasDraft }: There): Pair | null {
  const [newest, previous] = versions
  if (newest === undefined || (previous === undefined && !hasDraft)) return null
  const known = (value: string | string[] | undefined) => versions.find((version) => String(version) === value)
  const usual: Pair = hasDraft ? { from: newest, to: 'draft' } : { from: previous ?? newest, to: newest }
  const to = hasDraft && query.to === 'draft' ? 'draft' : known(query.to)
  return { from: known(query.from) ?? usual.from, to: to ?? usual.to }
}
