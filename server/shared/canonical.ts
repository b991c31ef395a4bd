import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { type Hex, toHex } from './bytes.ts'

/** Deeper than anything of ours; ends cycles, too. */
const mostLevels = 1000

/**
 * Canonical JSON, RFC 8785: members sorted by UTF-16 code units, strings and numbers as ECMAScript writes them. Members that are `undefined` are left
 * out. Throws `TypeError` for what JSON cannot hold. Every verdict is digested, so this is several times as fast as the reference library, which the tests
 * compare it with.
 */
export function canonicalJson(value: unknown): string {
  return write(value, 0)
}

function write(value: unknown, level: number): string {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return JSON.stringify(value)
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value)
  if (typeof value !== 'object') throw new TypeError(`no JSON value: ${typeof value === 'number' ? value : typeof value}`)
  if (level === mostLevels) throw new TypeError(`no JSON value: more than ${mostLevels} levels`)
  if ('toJSON' in value && typeof value.toJSON === 'function') return write(value.toJSON(), level + 1)
  if (Array.isArray(value)) return `[${value.map((item) => write(item === undefined ? null : item, level + 1)).join(',')}]`
  const members = value as Record<string, unknown>
  let text = ''
  for (const name of Object.keys(members).sort()) {
    const member = members[name]
    if (member !== undefined) text += `${text === '' ? '' : ','}${written(name)}:${write(member, level + 1)}`
  }
  return `{${text}}`
}

const names = new Map<string, string>()

/** Names repeat: the same few in every bundle. */
function written(name: string): string {
  const known = names.get(name)
  if (known !== undefined) return known
  const text = JSON.stringify(name)
  // Strangers choose names, too: few and short ones are kept.
  if (names.size > 2000) names.clear()
  if (name.length <= 64) names.set(name, text)
  return text
}

/** sha256 of the canonical JSON, upper 248 bits: a digest that fits the field (rollup README). 31 bytes, hex. */
export function canonicalDigest(value: unknown): Hex {
  return toHex(sha256(utf8ToBytes(canonicalJson(value))).slice(0, 31))
}

/** The same digest as a field element. */
export function digestToField(digest: Hex): bigint {
  return BigInt(digest)
}
