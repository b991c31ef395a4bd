import { decodeAbiParameters, type Hex, toFunctionSelector } from 'viem'
import type { StateRead } from '../query.ts'
import type { EvidenceReader } from '../run.ts'
import { cloneTarget, scanCode } from './bytecode.ts'
import { addressIn, readState } from './stateReads.ts'

/** A facet of a diamond, with the selectors that lead to it. */
export type Facet = { address: string; selectors: readonly string[] }

/** How a contract hands its calls on, and to whom. `beacon`: who says so. */
export type Layer =
  | { address: string; how: 'erc1167' | 'erc1967' | 'erc1822' | 'zeppelinos' | 'erc897' | 'safe'; to: string }
  | { address: string; how: 'beacon'; beacon: string; to: string }
  | { address: string; how: 'diamond'; facets: readonly Facet[] }

/** Where proxies keep their implementation. Each is a hash, so that nothing else is kept there. */
export const proxySlots = {
  /** keccak256('eip1967.proxy.implementation') - 1, and of the beacon. */
  erc1967: '0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc',
  beacon: '0xa3f0ad74e5423aebfd80d3ef4346578335a9a72aeaee59ff6cb3582b35133d50',
  /** keccak256('PROXIABLE') */
  erc1822: '0xc5f16f0fcc639fa48a6947836d9850f504798523bf8c9a3a87d5876cf622bcf7',
  /** keccak256('org.zeppelinos.proxy.implementation'): proxies before ERC-1967, among them that of USDC. */
  zeppelinos: '0x7050c9e0f4ca769c69bd3a8ef740bc37934f8e2c036e5a723fd8ee048ed3f8c3',
} as const

const slots = [proxySlots.erc1967, proxySlots.beacon, proxySlots.erc1822, proxySlots.zeppelinos, `0x${'0'.repeat(64)}`] as const
const callOf = (signature: string) => toFunctionSelector(`function ${signature}`)
const calls = {
  /** Safe's proxies answer it themselves with what their first slot holds. */
  masterCopy: callOf('masterCopy()'),
  implementation: callOf('implementation()'),
  proxyType: callOf('proxyType()'),
  facets: callOf('facets()'),
} as const

/** A contract of so few functions that also runs foreign code is taken for a proxy when it names an implementation. */
const thin = 8
export const mostFacets = 64

/** How the contract at an address hands on its calls; null when it answers them itself. Throws `chain.unreachable`. */
export async function layerOf(
  { evidence }: { evidence: EvidenceReader },
  { chain, address, code }: { chain: string; address: string; code: string },
): Promise<Layer | null> {
  const clone = cloneTarget(code)
  if (clone) return { address, how: 'erc1167', to: clone }
  const reads: StateRead[] = [
    ...slots.map((slot) => ({ what: 'storage' as const, address, slot })),
    ...Object.values(calls).map((data) => ({ what: 'call' as const, to: address, data })),
  ]
  const [erc1967, beaconSlot, erc1822, zeppelinos, first, masterCopy, implementation, proxyType, facets] = await readState(
    evidence,
    chain,
    reads,
  )
  const standard = addressIn(erc1967)
  if (standard) return { address, how: 'erc1967', to: standard }
  const beacon = addressIn(beaconSlot)
  if (beacon) return behindBeacon({ evidence }, { chain, address, beacon })
  const old = addressIn(erc1822)
  if (old) return { address, how: 'erc1822', to: old }
  const older = addressIn(zeppelinos)
  if (older) return { address, how: 'zeppelinos', to: older }
  const singleton = addressIn(first)
  if (singleton && addressIn(masterCopy) === singleton) return { address, how: 'safe', to: singleton }
  const cut = facetsIn(facets ?? null)
  if (cut.length > 0) return { address, how: 'diamond', facets: cut }
  const named = addressIn(implementation)
  return named && isProxy(code, proxyType ?? null) ? { address, how: 'erc897', to: named } : null
}

async function behindBeacon(
  { evidence }: { evidence: EvidenceReader },
  { chain, address, beacon }: { chain: string; address: string; beacon: string },
): Promise<Layer | null> {
  const [answer] = await readState(evidence, chain, [{ what: 'call', to: beacon, data: calls.implementation }])
  const to = addressIn(answer)
  return to ? { address, how: 'beacon', beacon, to } : null
}

/** ERC-897: it says that it is one. Those that do not say so run foreign code and have hardly a function of their own; factories and beacons do not. */
function isProxy(code: string, proxyType: string | null): boolean {
  if (proxyType !== null && /^0x0{63}[12]$/.test(proxyType)) return true
  const { delegates, selectors } = scanCode(code)
  return delegates && selectors.length <= thin
}

const facetList = [
  {
    type: 'tuple[]',
    components: [
      { name: 'address', type: 'address' },
      { name: 'selectors', type: 'bytes4[]' },
    ],
  },
] as const

/** What a diamond's loupe answers (ERC-2535); nothing when the bytes are no such answer. */
function facetsIn(answer: string | null): Facet[] {
  if (answer === null || answer.length < 2 + 2 * 64) return []
  try {
    const [list] = decodeAbiParameters(facetList, answer as Hex)
    const real = list.filter((facet) => BigInt(facet.address) > 0xffffn && facet.selectors.length > 0)
    return real.map((facet) => ({ address: facet.address.toLowerCase(), selectors: facet.selectors }))
  } catch {
    return []
  }
}
