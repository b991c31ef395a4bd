import type { Chain, Endpoint, Namespace } from '../chain.ts'
import type { AnyReader } from '../reader.ts'
import { type ChainSettings, endpointsOf } from '../registry.ts'
import { createEvmReader } from './evm/createEvmReader.ts'
import { probeEvm } from './evm/probeEvm.ts'
import type { Finding, ProbeOptions } from './finding.ts'
import type { RequestOptions } from './request.ts'
import { createSolanaReader } from './solana/createSolanaReader.ts'
import { probeSolana } from './solana/probeSolana.ts'

type CreateReader = (chain: Chain, endpoint: Endpoint, options?: RequestOptions) => AnyReader

/** The adapter of each kind of chain. */
export const adapters = { eip155: createEvmReader, solana: createSolanaReader } as const satisfies Record<Namespace, CreateReader>

/** A reader of one endpoint, by the adapter of its kind of chain. */
export function createReader(chain: Chain, endpoint: Endpoint, options: RequestOptions = {}): AnyReader {
  const create: CreateReader = adapters[chain.namespace]
  return create(chain, endpoint, options)
}

/** One reader per endpoint in use, in the order of the definition. */
export function createReaders(chain: Chain, settings: ChainSettings = {}, options: RequestOptions = {}): AnyReader[] {
  return endpointsOf(chain, settings).map((endpoint) => createReader(chain, endpoint, options))
}

type Probe = (chain: Chain, endpoint: Endpoint, options: ProbeOptions) => Promise<Finding[]>
const probes = { eip155: probeEvm, solana: probeSolana } as const satisfies Record<Namespace, Probe>

/** What one endpoint does, compared with what the chain's definition says of it. */
export const probeEndpoint: Probe = (chain, endpoint, options) => probes[chain.namespace](chain, endpoint, options)
