import { ed25519 } from '@noble/curves/ed25519.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { base58 } from '@scure/base'
import { programs } from './programs.ts'

const marker = utf8ToBytes('ProgramDerivedAddress')

/** Most seeds of an address (its bump beside them), most bytes of a seed. */
export const seedLimits = { count: 15, bytes: 32 } as const

/**
 * The address that a program owns by these seeds, with the highest bump that lies off the curve (nobody has its key). Null when there is none:
 * too many or too long seeds. https://solana.com/docs/core/pda
 */
export function derivedAddress(program: string, seeds: readonly Uint8Array[]): string | null {
  if (seeds.length > seedLimits.count || seeds.some((seed) => seed.length > seedLimits.bytes)) return null
  const owner = base58.decode(program)
  for (let bump = 255; bump >= 0; bump--) {
    const hash = sha256(concatBytes(...seeds, Uint8Array.of(bump), owner, marker))
    if (!isOnCurve(hash)) return base58.encode(hash)
  }
  return null
}

/** Half a millisecond each, and asked again at every head. */
const associated = new Map<string, string | null>()
const mostAssociated = 50_000

/** Where wallets keep a mint's coins unless somebody chose another account. */
export function associatedTokenAddress(owner: string, mint: string, program: string): string | null {
  const key = `${owner} ${mint} ${program}`
  const known = associated.get(key)
  if (known !== undefined) return known
  const address = derivedAddress(programs.associatedToken, [owner, program, mint].map(base58.decode))
  if (associated.size >= mostAssociated) associated.clear()
  associated.set(key, address)
  return address
}

function isOnCurve(bytes: Uint8Array): boolean {
  try {
    // Validators take any encoding that decompresses, as ZIP 215 does.
    ed25519.Point.fromBytes(bytes, true)
    return true
  } catch {
    return false
  }
}
