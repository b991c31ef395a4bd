import { CairnError } from '#server/shared/errors.ts'
import type { Chain, ChainId, Endpoint } from './chain.ts'
import { abstract } from './definitions/abstract.ts'
import { apechain } from './definitions/apechain.ts'
import { appA } from './definitions/app-a.ts'
import { appB } from './definitions/app-b.ts'
import { arbitrum } from './definitions/arbitrum.ts'
import { arbitrumNova } from './definitions/arbitrum-nova.ts'
import { astar } from './definitions/astar.ts'
import { aurora } from './definitions/aurora.ts'
import { avalanche } from './definitions/avalanche.ts'
import { base } from './definitions/base.ts'
import { berachain } from './definitions/berachain.ts'
import { bitlayer } from './definitions/bitlayer.ts'
import { blast } from './definitions/blast.ts'
import { bnb } from './definitions/bnb.ts'
import { bob } from './definitions/bob.ts'
import { boba } from './definitions/boba.ts'
import { celo } from './definitions/celo.ts'
import { chiliz } from './definitions/chiliz.ts'
import { core } from './definitions/core.ts'
import { cronos } from './definitions/cronos.ts'
import { dataNetwork } from './definitions/data-network.ts'
import { ethereum } from './definitions/ethereum.ts'
import { etherlink } from './definitions/etherlink.ts'
import { filecoin } from './definitions/filecoin.ts'
import { flare } from './definitions/flare.ts'
import { flow } from './definitions/flow.ts'
import { fraxtal } from './definitions/fraxtal.ts'
import { gnosis } from './definitions/gnosis.ts'
import { gravity } from './definitions/gravity.ts'
import { harmony } from './definitions/harmony.ts'
import { hashkey } from './definitions/hashkey.ts'
import { hedera } from './definitions/hedera.ts'
import { hemi } from './definitions/hemi.ts'
import { immutableZkevm } from './definitions/immutable-zkevm.ts'
import { ink } from './definitions/ink.ts'
import { iotex } from './definitions/iotex.ts'
import { kaia } from './definitions/kaia.ts'
import { katana } from './definitions/katana.ts'
import { kava } from './definitions/kava.ts'
import { lens } from './definitions/lens.ts'
import { linea } from './definitions/linea.ts'
import { lisk } from './definitions/lisk.ts'
import { localL1 } from './definitions/local-l1.ts'
import { localL2 } from './definitions/local-l2.ts'
import { manta } from './definitions/manta.ts'
import { mantle } from './definitions/mantle.ts'
import { megaeth } from './definitions/megaeth.ts'
import { merlin } from './definitions/merlin.ts'
import { metis } from './definitions/metis.ts'
import { mode } from './definitions/mode.ts'
import { monad } from './definitions/monad.ts'
import { moonbeam } from './definitions/moonbeam.ts'
import { moonriver } from './definitions/moonriver.ts'
import { morph } from './definitions/morph.ts'
import { opbnb } from './definitions/opbnb.ts'
import { optimism } from './definitions/optimism.ts'
import { plasma } from './definitions/plasma.ts'
import { plume } from './definitions/plume.ts'
import { polygon } from './definitions/polygon.ts'
import { ronin } from './definitions/ronin.ts'
import { rootstock } from './definitions/rootstock.ts'
import { sapphire } from './definitions/sapphire.ts'
import { scroll } from './definitions/scroll.ts'
import { sei } from './definitions/sei.ts'
import { shape } from './definitions/shape.ts'
import { solana } from './definitions/solana.ts'
import { solanaLocal } from './definitions/solana-local.ts'
import { soneium } from './definitions/soneium.ts'
import { sonic } from './definitions/sonic.ts'
import { taiko } from './definitions/taiko.ts'
import { telos } from './definitions/telos.ts'
import { unichain } from './definitions/unichain.ts'
import { viction } from './definitions/viction.ts'
import { wemix } from './definitions/wemix.ts'
import { worldChain } from './definitions/world-chain.ts'
import { xLayer } from './definitions/x-layer.ts'
import { zetachain } from './definitions/zetachain.ts'
import { zircuit } from './definitions/zircuit.ts'
import { zksync } from './definitions/zksync.ts'
import { zora } from './definitions/zora.ts'

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
  arbitrumNova,
  opbnb,
  zksync,
  mantle,
  blast,
  mode,
  zora,
  celo,
  sonic,
  moonbeam,
  moonriver,
  cronos,
  kava,
  metis,
  manta,
  taiko,
  fraxtal,
  lisk,
  ink,
  unichain,
  soneium,
  worldChain,
  berachain,
  abstract,
  apechain,
  sei,
  core,
  kaia,
  aurora,
  astar,
  harmony,
  boba,
  rootstock,
  filecoin,
  flare,
  iotex,
  ronin,
  immutableZkevm,
  xLayer,
  merlin,
  bob,
  bitlayer,
  hemi,
  plume,
  etherlink,
  flow,
  chiliz,
  sapphire,
  telos,
  viction,
  wemix,
  zetachain,
  zircuit,
  monad,
  katana,
  morph,
  megaeth,
  plasma,
  hashkey,
  lens,
  shape,
  gravity,
  dataNetwork,
  hedera,
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
