import { type Hex, keccak256 } from 'viem'
import { CairnError } from '#server/shared/errors.ts'
import type { EvidenceReader } from '../run.ts'
import { delegateOf } from './bytecode.ts'
import { type Layer, layerOf, mostFacets } from './proxyLayer.ts'
import { readState } from './stateReads.ts'

/** A contract that answers calls itself. `selectors`: the only ones that lead to it, of a facet. */
export type Target = { address: string; code: string; codeHash: Hex; selectors?: readonly string[] }

/** `loop`: a proxy leads back to itself; `deep`: behind more proxies than are followed; `gone`: it leads to where no code is. */
export type ProxyFault = { code: 'proxy-loop' | 'proxy-deep' | 'implementation-gone' | 'too-many-facets'; about: string }

/** What stands behind an address: the proxies on the way, outermost first, and who answers in the end. */
export type Resolved = { layers: Layer[]; targets: Target[]; faults: ProxyFault[] }

const mostLayers = 5

/**
 * Follows proxies to the contracts that answer calls. Throws `contract.absent` (nothing there, a wallet, a wallet with delegated code), `chain.unreachable`.
 */
export async function resolveContract(
  deps: { evidence: EvidenceReader },
  { chain, address }: { chain: string; address: string },
): Promise<Resolved> {
  const first = await codeAt(deps, chain, address)
  if (first === '0x') throw await absent(deps, chain, address)
  const delegate = delegateOf(first)
  if (delegate) throw notOne(address, `a wallet that runs the code of ${delegate} (EIP-7702)`)
  const layers: Layer[] = []
  let at = { address, code: first }
  const ends = (code?: ProxyFault['code'], about = at.address): Resolved => ({
    layers,
    targets: [targetOf(at)],
    faults: code ? [{ code, about }] : [],
  })
  for (;;) {
    const layer = await layerOf(deps, { chain, ...at })
    if (!layer) return ends()
    if (layers.length === mostLayers) return ends('proxy-deep')
    layers.push(layer)
    if (layer.how === 'diamond') return cut(deps, chain, { layers, layer, own: at })
    if (layers.some((known) => known.address === layer.to)) return ends('proxy-loop', layer.to)
    const code = await codeAt(deps, chain, layer.to)
    if (code === '0x') return ends('implementation-gone', layer.to)
    at = { address: layer.to, code }
  }
}

async function codeAt({ evidence }: { evidence: EvidenceReader }, chain: string, address: string): Promise<string> {
  const [code] = await readState(evidence, chain, [{ what: 'code', address }])
  if (code === null || code === undefined)
    throw new CairnError('chain.unreachable', `${chain} did not say what is at ${address}.`, { meta: { field: 'chain', found: chain } })
  return code
}

const targetOf = ({ address, code }: { address: string; code: string }): Target => ({ address, code, codeHash: keccak256(code as Hex) })

type Diamond = { layers: Layer[]; layer: Extract<Layer, { how: 'diamond' }>; own: { address: string; code: string } }

/** The facets that have code, each for its selectors; functions that a diamond has itself lead to its own address. */
async function cut({ evidence }: { evidence: EvidenceReader }, chain: string, { layers, layer, own }: Diamond): Promise<Resolved> {
  const facets = layer.facets.slice(0, mostFacets)
  const codes = await readState(
    evidence,
    chain,
    facets.map(({ address }) => ({ what: 'code' as const, address })),
  )
  const found = facets.map(({ address, selectors }, index) => ({ address, selectors, code: codes[index] ?? '0x' }))
  const gone = found.filter(({ code }) => code === '0x').map(({ address }): ProxyFault => ({ code: 'implementation-gone', about: address }))
  const more: ProxyFault[] =
    layer.facets.length > mostFacets ? [{ code: 'too-many-facets', about: `${layer.facets.length}, ${mostFacets} are read` }] : []
  const targets = found.filter(({ code }) => code !== '0x').map(({ selectors, ...one }): Target => ({ ...targetOf(one), selectors }))
  return { layers, targets: targets.length > 0 ? targets : [targetOf(own)], faults: [...gone, ...more] }
}

/** Why there is no contract: told apart by what a wallet has and an empty address has not. */
async function absent({ evidence }: { evidence: EvidenceReader }, chain: string, address: string): Promise<CairnError> {
  const [nonce, balance] = await readState(evidence, chain, [
    { what: 'nonce', address },
    { what: 'balance', address },
  ])
  const used = [nonce, balance].some((value) => value && value !== '0x' && BigInt(value) > 0n)
  return notOne(address, used ? 'a wallet, without code' : 'nothing')
}

const notOne = (address: string, found: string) =>
  new CairnError('contract.absent', `There is no contract at ${address} on this chain.`, {
    meta: { field: 'address', found, expected: 'a contract' },
  })
