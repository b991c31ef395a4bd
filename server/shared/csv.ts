/**
 * Rows as CSV (RFC 4180), UTF-8 with the mark that spreadsheets know it by. Text that a spreadsheet would take for a formula is given an apostrophe
 * before it, since titles and names are what others wrote.
 */
export async function* writeCsv(header: readonly string[], rows: AsyncIterable<readonly Cell[]>): AsyncGenerator<string> {
  yield `\uFEFF${lineOf(header)}`
  for await (const row of rows) yield lineOf(row)
}

export type Cell = string | number | boolean | null

const lineOf = (cells: readonly Cell[]) => `${cells.map(cellOf).join(',')}\r\n`

function cellOf(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
