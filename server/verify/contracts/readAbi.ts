import { CairnError } from '#server/shared/errors.ts'
import { declarationsIn } from './declarations.ts'
import { jsonFault } from './jsonFault.ts'
import { malformed, shown } from './malformed.ts'
import { abiLimits, type ReadAbi, readEntries } from './readEntries.ts'

/**
 * The ABI in a text that somebody pasted or uploaded: a JSON ABI, a compiler's artifact (`{ abi }`, `{ output: { abi } }`), or declarations in Solidity, in
 * lines or as a JSON list of texts. Throws `input.too-large`, `abi.malformed` naming the place.
 */
export function readAbi(text: string, field = 'abi'): ReadAbi {
  const size = Buffer.byteLength(text, 'utf8')
  if (size > abiLimits.bytes)
    throw new CairnError('input.too-large', 'This ABI is too large.', {
      meta: { field, found: `${size} bytes`, expected: `at most ${abiLimits.bytes} bytes` },
    })
  const plain = text.replace(/^\ufeff/, '')
  if (plain.trim() === '') throw malformed(field, 'nothing', 'a JSON ABI, an artifact or declarations')
  return refuseEmpty(/^\s*[[{"]/.test(plain) ? readJson(plain, field) : readEntries(declarationsIn(plain, field), field), field)
}

function readJson(text: string, field: string): ReadAbi {
  const list = listIn(parse(text, field))
  if (list === null) throw malformed(field, 'JSON without an ABI', 'a list, or an object with the list `abi`')
  const lines = list.filter((item): item is string => typeof item === 'string')
  return readEntries(list.length > 0 && lines.length === list.length ? declarationsIn(lines.join('\n'), field) : list, field)
}

/** What a compiler's artifact calls its contract; null where the text is none. */
export function nameIn(text: string): string | null {
  if (!/^\s*\{/.test(text) || text.length > abiLimits.bytes) return null
  try {
    const { contractName } = JSON.parse(text) as { contractName?: unknown }
    return typeof contractName === 'string' && /^[A-Za-z_$][\w$]{0,99}$/.test(contractName) ? contractName : null
  } catch {
    // No JSON: `readAbi` says so.
    return null
  }
}

function parse(text: string, field: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const fault = jsonFault(text)
    // Both read the same grammar; should they ever differ, the text is refused all the same.
    if (!fault) throw malformed(field, 'text', 'JSON')
    const { line, column, found } = fault
    throw new CairnError('abi.malformed', `Line ${line}, column ${column}: no JSON.`, {
      meta: { field, found: `line ${line}, column ${column}: ${shown(found)}`, expected: 'JSON' },
      cause,
    })
  }
}

function listIn(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value
  if (value === null || typeof value !== 'object') return null
  const { abi, output } = value as Record<string, unknown>
  if (Array.isArray(abi)) return abi
  const inner = output !== null && typeof output === 'object' ? (output as Record<string, unknown>).abi : null
  return Array.isArray(inner) ? inner : null
}

function refuseEmpty(read: ReadAbi, field: string): ReadAbi {
  const [first] = read.skipped
  if (read.entries.length === 0) throw malformed(first?.field ?? field, first?.found ?? 'nothing', 'at least one function or event')
  return read
}
