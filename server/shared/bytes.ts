export type Hex = `0x${string}`

/** Lower-case hex with 0x. */
export function toHex(bytes: Uint8Array): Hex {
  let text = '0x'
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0')
  return text as Hex
}

/** Bytes of a 0x string of even length; null when it is not one. */
export function fromHex(text: string): Uint8Array | null {
  if (!/^0x(?:[0-9a-fA-F]{2})*$/.test(text)) return null
  const bytes = new Uint8Array((text.length - 2) / 2)
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(text.slice(2 + 2 * i, 4 + 2 * i), 16)
  return bytes
}

/** 32-byte big-endian hex of an unsigned integer < 2^256. */
export function toHex32(value: bigint): Hex {
  return `0x${value.toString(16).padStart(64, '0')}`
}

/** Big-endian bytes as an unsigned integer. */
export function toBigInt(bytes: Uint8Array): bigint {
  return bytes.length === 0 ? 0n : BigInt(toHex(bytes))
}
