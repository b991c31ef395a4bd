import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'

/** What every key begins with: scanners of leaked secrets look for it, and the checksum at the end tells them a key from a word that looks like one. */
const mark = 'cairn_key_'
export const keyBytes = 32
const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
/** Characters of base 62 that hold 32 bytes, and 4. */
const [secretLength, checkLength] = [43, 6]
const pattern = new RegExp(`^${mark}([0-9A-Za-z]{${secretLength}})([0-9A-Za-z]{${checkLength}})$`)
/** Characters after the mark that are shown. What is left of the secret is more than 200 bits. */
const shownLength = 6

/** A key from 32 bytes that nobody can foresee: mark, the bytes, CRC-32 of mark and bytes. */
export function writeKey(random: Uint8Array): string {
  const body = mark + base62(BigInt(`0x${Buffer.from(random).toString('hex')}`), secretLength)
  return body + checkOf(body)
}

/** Whether a text is written as keys are: most slips of a finger and every cut are found without a look into the database. */
export function isKeyText(text: string): boolean {
  const body = text.slice(0, -checkLength)
  return pattern.test(text) && text.slice(-checkLength) === checkOf(body)
}

export const shownPrefix = (key: string) => key.slice(0, mark.length + shownLength)

/**
 * What is kept of a key. One fast hash is right here: a slow one protects what people choose, and this is 256 bits of chance, which no list and no machine
 * goes through. Looked up by equality; how long that takes says nothing of the key, only of its hash.
 */
export const keyHash = (key: string) => createHash('sha256').update(key).digest('hex')

const checkOf = (body: string) => base62(BigInt(crc32(body)), checkLength)

function base62(value: bigint, length: number): string {
  let text = ''
  for (let rest = value; rest > 0n; rest /= 62n) text = letters[Number(rest % 62n)] + text
  return text.padStart(length, '0')
}
