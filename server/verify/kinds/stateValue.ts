/** A uint256 or quantity as a node gives it in hex (one word at most); null when it is none. */
export function uintOf(value: unknown): bigint | null {
  return typeof value === 'string' && /^0x[0-9a-f]{1,64}$/.test(value) ? BigInt(value) : null
}

/** An address that a call answered as one word; null when it is none. */
export function addressOf(value: unknown): string | null {
  return typeof value === 'string' && /^0x0{24}[0-9a-f]{40}$/.test(value) ? `0x${value.slice(26)}` : null
}
