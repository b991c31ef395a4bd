/**
 * True when the bytes are, to the last one, a Solana transaction or the message of one (legacy or version 0).
 * Structure only: header, keys, blockhash, instructions, address table lookups. Source: Solana docs, "Transaction format".
 */
export function parsesAsSolanaTransaction(bytes: Uint8Array): boolean {
  return isMessage(bytes, 0) || isSignedTransaction(bytes)
}

function isSignedTransaction(bytes: Uint8Array) {
  const count = compactLength(bytes, 0)
  return count !== null && count.value > 0 && isMessage(bytes, count.next + 64 * count.value)
}

function isMessage(bytes: Uint8Array, start: number): boolean {
  const first = bytes[start]
  if (first === undefined) return false
  const versioned = first >= 0x80
  if (versioned && first !== 0x80) return false
  let at = versioned ? start + 1 : start
  const [signers, readonlySigned, readonlyUnsigned] = [bytes[at], bytes[at + 1], bytes[at + 2]]
  if (signers === undefined || readonlySigned === undefined || readonlyUnsigned === undefined) return false
  const keys = compactLength(bytes, at + 3)
  if (!keys || signers === 0 || readonlySigned >= signers || keys.value < signers || readonlyUnsigned > keys.value - signers) return false
  at = keys.next + 32 * keys.value + 32
  const afterInstructions = skipList(bytes, at, skipInstruction)
  if (afterInstructions === null) return false
  const end = versioned ? skipList(bytes, afterInstructions, skipLookup) : afterInstructions
  return end === bytes.length
}

type Skip = (bytes: Uint8Array, at: number) => number | null

function skipList(bytes: Uint8Array, at: number, skip: Skip): number | null {
  const count = compactLength(bytes, at)
  if (!count) return null
  let next: number | null = count.next
  for (let i = 0; i < count.value && next !== null; i++) next = next > bytes.length ? null : skip(bytes, next)
  return next
}

const skipBytes: Skip = (bytes, at) => {
  const length = compactLength(bytes, at)
  return length && length.next + length.value <= bytes.length ? length.next + length.value : null
}

const skipInstruction: Skip = (bytes, at) => {
  const data = skipBytes(bytes, at + 1)
  return data === null ? null : skipBytes(bytes, data)
}

const skipLookup: Skip = (bytes, at) => {
  const writable = skipBytes(bytes, at + 32)
  return writable === null ? null : skipBytes(bytes, writable)
}

/** A compact-u16: 7 bits a byte, at most three bytes. */
function compactLength(bytes: Uint8Array, at: number): { value: number; next: number } | null {
  let value = 0
  for (let i = 0; i < 3; i++) {
    const byte = bytes[at + i]
    if (byte === undefined) return null
    value |= (byte & 0x7f) << (7 * i)
    if (byte < 0x80) return value <= 0xffff ? { value, next: at + i + 1 } : null
  }
  return null
}
