import { CairnError } from '#server/shared/errors.ts'
import type { Chain, ChainId, Endpoint } from './chain.ts'
import { appA } from './definitions/app-a.ts'
import { appB } from './definitions/app-b.ts'
import { arbitrum } from './definitions/arbitrum.ts'
import { avalanche } from './definitions/avalanche.ts'
import { base } from './definitions/base.ts'
import { bnb } from './definitions/bnb.ts'
import { ethereum } from './definitions/ethereum.ts'
import { gnosis } from './definitions/gnosis.ts'
import { linea } from './definitions/linea.ts'
import { localL1 } from './definitions/local-l1.ts'
import { localL2 } from './definitions/local-l2.ts'
import { optimism } from './definitions/optimism.ts'
import { polygon } from './definitions/polygon.ts'
import { scroll } from './definitions/scroll.ts'
import { solana } from './definitions/solana.ts'
import { solanaLocal } from './definitions/solana-local.ts'

/** Every chain that a rule may name. A new chain is its file and one line here. */
export const chains: readonly Chain[] = [
  localL1,
  localL2,
  appA,
  appB,
  solanaLocal,
  ethereum,
  optimism,
  base,
  arbitrum,
  polygon,
  bnb,
  avalanche,
  gnosis,
  linea,
  scroll,
  solana,
]

const byId = new Map(chains.map((chain) => [chain.id, chain]))

export const findChain = (id: ChainId): Chain | undefined => byId.get(id)

/** The chain of that CAIP-2 id. Throws `chain.unknown`. */
export function requireChain(id: ChainId): Chain {
  const chain = byId.get(id)
  if (chain) return chain
  throw new CairnError('chain.unknown', 'This chain is not known here.', {
    meta: { field: 'chain', found: id, expected: 'a chain of the registry' },
  })
}

/** What the environment decides about chains, handed in by whoever reads it: own endpoints by chain id (one or several), keys by name. */
export type ChainSettings = {
  readonly urls?: Readonly<Record<ChainId, string | readonly string[]>>
  readonly keys?: Readonly<Record<string, string | undefined>>
}

/** The endpoints in use: own URLs replace all others of their chain, and all of them are of one operator; an endpoint whose key is not set is left out. */
export function endpointsOf(chain: Chain, settings: ChainSettings = {}): Endpoint[] {
  const own = settings.urls?.[chain.id]
  if (own !== undefined) return [own].flat().map((url) => ({ url, operator: 'own' }))
  return chain.endpoints.flatMap((endpoint) => {
    if (endpoint.key === undefined) return [endpoint]
    const key = settings.keys?.[endpoint.key]
    return key === undefined || key === '' ? [] : [{ ...endpoint, url: endpoint.url.replace('{key}', encodeURIComponent(key)) }]
  })
}

/** Explorer page of a transaction, or null for chains without one. */
export function transactionUrl(chain: Chain, hash: string): string | null {
  return chain.explorers[0]?.tx.replace('{tx}', hash) ?? null
}

/** Explorer page of an address, or null for chains without one. */
export function addressUrl(chain: Chain, address: string): string | null {
  return chain.explorers[0]?.address.replace('{address}', address) ?? null
}
