/** A uint256 or quantity as a node gives it in hex (one word at most); null when it is none. */
export function uintOf(value: string | null): bigint | null {
  return value !== null && /^0x[0-9a-f]{1,64}$/.test(value) ? BigInt(value) : null
}
