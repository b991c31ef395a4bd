import { type Client, createClient, http } from 'viem'
import { type ChainSettings, chains, endpointsOf, findChain, requireChain } from '#chains/registry.ts'
import { type Env, requireKey } from '#server/shared/env.ts'

/** Origin of the site: what sign-in texts are bound to. Never taken from a request. */
export const siteOrigin = (env: Env) => new URL(env.CAIRN_PUBLIC_URL ?? `http://localhost:${env.CAIRN_PORT}`).origin

/** Own endpoints by chain id: what the environment lists, and those of the local stack, wherever it puts them. Throws `chain.unknown`. */
export const chainUrls = (env: Env): Record<string, string> => ({
  ...Object.fromEntries(env.CAIRN_CHAIN_RPC.map(ownEndpoint)),
  'eip155:31337': env.CAIRN_L1_RPC,
  [`eip155:${env.CAIRN_L2_CHAIN_ID}`]: env.CAIRN_L2_RPC,
  'eip155:31339': env.CAIRN_APP_A_RPC,
  'eip155:31340': env.CAIRN_APP_B_RPC,
  'solana:localnet': env.CAIRN_SOLANA_RPC,
})

function ownEndpoint(entry: string): [id: string, url: string] {
  const at = entry.indexOf('=')
  return [requireChain(entry.slice(0, at)).id, entry.slice(at + 1)]
}

/** What the environment decides about chains: own endpoints, and keys of operators. */
export const chainSettings = (env: Env): ChainSettings & { urls: Record<string, string> } => ({
  urls: chainUrls(env),
  keys: { ALCHEMY_KEY: env.ALCHEMY_KEY, ANKR_KEY: env.ANKR_KEY, HELIUS_KEY: env.HELIUS_KEY },
})

const isLocal = (env: Env) => findChain(`eip155:${env.CAIRN_L2_CHAIN_ID}`)?.local ?? false

/** Chain ids that a sign-in text may name: the registry, and the name that wallets give Solana's main network. */
export const signInChains = (): ReadonlySet<string> => new Set([...chains.map(({ id }) => id), 'solana:mainnet'])

/** Chains whose facts quests may ask for. */
export const readChains = (): ReadonlySet<string> => new Set(chains.map(({ id }) => id))

/** The chains that stand for EVM and Solana in the texts that link two wallets. */
export const linkChains = (env: Env) => ({
  eip155: `eip155:${env.CAIRN_L2_CHAIN_ID}`,
  solana: isLocal(env) ? 'solana:localnet' : 'solana:mainnet',
})

/** Clients that ask smart accounts for their signatures, made when first needed. */
export function evmClients(env: Env): (chain: string) => Client | null {
  const clients = new Map<string, Client>()
  return (id) => {
    const chain = findChain(id)
    const url = chain?.namespace === 'eip155' ? endpointsOf(chain, { urls: chainUrls(env) })[0]?.url : undefined
    if (url === undefined) return null
    const client = clients.get(id) ?? createClient({ transport: http(url, { timeout: 5000, retryCount: 1 }) })
    clients.set(id, client)
    return client
  }
}

/** x and y of the issuer's Grumpkin key, from 64 bytes. Throws `config.invalid` without it. */
export function issuerPublicKey(env: Env): { x: bigint; y: bigint } {
  const key = requireKey(env, 'CAIRN_ISSUER_PUBLIC_KEY')
  return { x: BigInt(key.slice(0, 66)), y: BigInt(`0x${key.slice(66)}`) }
}
