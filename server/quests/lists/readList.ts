import { parseWalletId } from '#server/auth/walletId.ts'
import type { Hex } from '#server/shared/bytes.ts'
import { canonicalDigest } from '#server/shared/canonical.ts'
import { CairnError } from '#server/shared/errors.ts'
import { type CsvRecord, readCsv } from './readCsv.ts'

export const listLimits = { rows: 100_000, columns: 20, columnName: 60, value: 500 } as const

export type ListBy = 'evm' | 'solana' | 'handle'
export type ListRow = { value: string; columns: Record<string, string> }
/** `duplicates`: rows whose key stood in an earlier row already, which counts. `broken`: rows that were passed over. */
export type ReadList = { columns: string[]; rows: ListRow[]; duplicates: number; broken: number; digest: Hex }

/** A row that does not hold: where, what was found there, and what is expected. */
type Fault = { field: string; found: string; expected: string }
/** So many broken rows are named; beyond that the file is another one than was meant. */
const mostFaults = 200

/**
 * Reads a list from CSV. The first line names the columns; the first column holds what `by` says: EVM addresses (kept in lower case), Solana addresses or
 * handles. Throws `list.malformed` naming line and column: of all broken rows at once, or with `skipBroken` only where no row is left.
 */
export function readList(text: string, by: ListBy, { skipBroken = false }: { skipBroken?: boolean } = {}): ReadList {
  const [head, ...records] = readCsv(text)
  const names = readColumns(head?.fields ?? [])
  if (records.length === 0) throw malformed(2, 1, 'nothing', 'at least one row below the names of the columns')
  if (records.length > listLimits.rows) throw malformed(listLimits.rows + 2, 1, `${records.length} rows`, `at most ${listLimits.rows} rows`)
  const rows = new Map<string, ListRow>()
  const faults: Fault[] = []
  let broken = 0
  for (const record of records) {
    const read = readRow(record, names, by)
    if ('fault' in read) {
      broken++
      if (faults.length < mostFaults) faults.push(read.fault)
    } else if (!rows.has(read.value)) rows.set(read.value, read)
  }
  if (faults[0] && (!skipBroken || rows.size === 0)) throw brokenRows(faults, broken)
  const sorted = [...rows.values()].sort((a, b) => (a.value < b.value ? -1 : 1))
  const columns = names.slice(1)
  const duplicates = records.length - broken - sorted.length
  return { columns, rows: sorted, duplicates, broken, digest: canonicalDigest({ by, columns, rows: sorted }) }
}

function readRow({ line, fields }: CsvRecord, names: readonly string[], by: ListBy): ListRow | { fault: Fault } {
  const fault = (column: number, found: string, expected: string) => ({ fault: { field: placeOf(line, column), found, expected } })
  if (fields.length !== names.length) return fault(fields.length, `${fields.length} fields`, `${names.length} fields`)
  const long = fields.findIndex((field) => field.length > listLimits.value || field.includes('\u0000') || !field.isWellFormed())
  if (long !== -1) return fault(long + 1, 'a field that cannot be kept', `text of at most ${listLimits.value} characters`)
  const value = readKey(fields[0] ?? '', by)
  return value === null ? fault(1, (fields[0] ?? '').slice(0, 80), expectedKey[by]) : { value, columns: columnsOf(names, fields) }
}

function readColumns(fields: readonly string[]): string[] {
  const names = fields.map((name) => name.trim())
  if (names.length === 0) throw malformed(1, 1, 'nothing', 'the names of the columns')
  if (names.length > listLimits.columns)
    throw malformed(1, names.length, `${names.length} columns`, `at most ${listLimits.columns} columns`)
  for (const [i, name] of names.entries()) {
    // A name is a part of a path in rules.
    if (!/^[\p{L}\p{N}_ -]+$/u.test(name) || /\s/.test(name) || name.length > listLimits.columnName)
      throw malformed(1, i + 1, name.slice(0, 80), 'a name of letters, digits, _ and -')
    if (names.indexOf(name) !== i) throw malformed(1, i + 1, name, 'a name that no other column has')
  }
  return names
}

const columnsOf = (names: readonly string[], fields: readonly string[]) =>
  Object.fromEntries(names.slice(1).map((name, i) => [name, (fields[i + 1] ?? '').trim()]))

const expectedKey = {
  evm: 'an EVM address (0x and 40 hex digits, a right checksum when its letters are mixed)',
  solana: 'a Solana address (base58 of 32 bytes)',
  handle: 'a handle (3 to 30 of a–z, 0–9 and single dashes)',
} as const satisfies Record<ListBy, string>

function readKey(text: string, by: ListBy): string | null {
  const key = text.trim()
  if (by === 'handle')
    return /^[a-z0-9](?:-?[a-z0-9]){2,29}$/.test(key.replace(/^@/, '').toLowerCase()) ? key.replace(/^@/, '').toLowerCase() : null
  const namespace = by === 'evm' ? 'eip155' : 'solana'
  const wallet = parseWalletId(key.includes(':') ? key : `${namespace}:${key}`)
  return wallet?.startsWith(`${namespace}:`) ? wallet.slice(namespace.length + 1) : null
}

const placeOf = (line: number, column: number) => `line ${line}, column ${column}`

const malformed = (line: number, column: number, found: string, expected: string) =>
  brokenRows([{ field: placeOf(line, column), found, expected }], 1)

const brokenRows = (faults: readonly Fault[], broken: number) =>
  new CairnError('list.malformed', `The list does not hold at ${faults[0]?.field}.`, {
    meta: { ...faults[0], problems: faults, problemCount: broken },
  })
