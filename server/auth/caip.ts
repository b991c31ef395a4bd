/** A chain by CAIP-2: `namespace:reference`. */
export type ChainRef = { namespace: string; reference: string }
/** An account by CAIP-10: chain and address. */
export type AccountRef = ChainRef & { address: string }

const chainPattern = /^([-a-z0-9]{3,8}):([-_a-zA-Z0-9]{1,32})$/
const accountPattern = /^([-a-z0-9]{3,8}):([-_a-zA-Z0-9]{1,32}):([-.%a-zA-Z0-9]{1,128})$/

/** Reads a CAIP-2 chain id; null when the text is not one. Source: https://chainagnostic.org/CAIPs/caip-2 */
export function parseChainRef(text: string): ChainRef | null {
  const [, namespace, reference] = chainPattern.exec(text) ?? []
  return namespace !== undefined && reference !== undefined ? { namespace, reference } : null
}

/** Reads a CAIP-10 account id; null when the text is not one. Source: https://chainagnostic.org/CAIPs/caip-10 */
export function parseAccountRef(text: string): AccountRef | null {
  const [, namespace, reference, address] = accountPattern.exec(text) ?? []
  return namespace !== undefined && reference !== undefined && address !== undefined ? { namespace, reference, address } : null
}
