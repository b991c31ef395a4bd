import { CairnError } from '#server/shared/errors.ts'

/** Fields of one record, and the line it begins on, counted from 1 as an editor does. */
export type CsvRecord = { line: number; fields: string[] }

/**
 * Reads CSV (RFC 4180) with commas: quoted fields may hold commas, quotes (doubled) and line breaks; lines end with LF or CRLF; a byte order mark and blank
 * lines are passed over. Throws `list.malformed` naming line and column of a quote that stands wrong.
 */
export function readCsv(text: string): CsvRecord[] {
  const records: CsvRecord[] = []
  let at = text.startsWith('\uFEFF') ? 1 : 0
  let line = 1
  while (at < text.length) {
    const start = line
    const fields: string[] = []
    for (;;) {
      const field =
        text[at] === '"'
          ? readQuoted(text, at, { line, column: fields.length + 1 })
          : readPlain(text, at, { line, column: fields.length + 1 })
      fields.push(field.value)
      line += field.lines
      at = field.end
      if (text[at] !== ',') break
      at++
    }
    if (text[at] === '\r') at++
    if (text[at] === '\n') at++
    line++
    if (fields.length > 1 || fields[0] !== '') records.push({ line: start, fields })
  }
  return records
}

type Place = { line: number; column: number }
type Field = { value: string; end: number; lines: number }

function readPlain(text: string, from: number, place: Place): Field {
  let end = from
  while (end < text.length && text[end] !== ',' && text[end] !== '\n' && text[end] !== '\r') {
    if (text[end] === '"') throw malformed(place, 'a quote inside a field that does not begin with one')
    end++
  }
  // A carriage return ends a line only before a line feed, or at the very end.
  if (text[end] === '\r' && end + 1 < text.length && text[end + 1] !== '\n') throw malformed(place, 'a carriage return inside a field')
  return { value: text.slice(from, end), end, lines: 0 }
}

function readQuoted(text: string, from: number, place: Place): Field {
  let value = ''
  for (let start = from + 1; ; ) {
    const quote = text.indexOf('"', start)
    if (quote === -1) throw malformed(place, 'a quoted field without its end')
    value += text.slice(start, quote)
    if (text[quote + 1] === '"') {
      value += '"'
      start = quote + 2
      continue
    }
    const next = text[quote + 1]
    const ends =
      next === undefined || next === ',' || next === '\n' || (next === '\r' && (text[quote + 2] === '\n' || quote + 2 === text.length))
    if (!ends) throw malformed(place, 'text after the closing quote')
    return { value, end: quote + 1, lines: value.split('\n').length - 1 }
  }
}

const malformed = ({ line, column }: Place, found: string) =>
  new CairnError('list.malformed', `The file does not hold at line ${line}, column ${column}.`, {
    meta: { field: `line ${line}, column ${column}`, found, expected: 'CSV (RFC 4180)' },
  })
