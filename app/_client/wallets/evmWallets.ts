import { type EIP1193Provider, stringToHex } from 'viem'
import { createConfig, custom } from 'wagmi'
import { connect, getConnections, getConnectors, watchConnectors } from 'wagmi/actions'
import { type AnnouncedWallet, cleanIcon, cleanName } from './announced.ts'

/*
 * Wallets that announce themselves by EIP-6963. The site calls these methods and no others:
 * eth_requestAccounts, eth_accounts, eth_chainId, wallet_requestPermissions, personal_sign; and, where money moves, those of
 * money/moneyWallet.ts.
 */

/** wagmi wants one chain; nothing here reads a chain, so it is a name only. */
const anyChain = {
  id: 1,
  name: 'Ethereum',
  nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
  rpcUrls: { default: { http: [] } },
} as const

const unreachable = custom({
  request: async () => {
    throw new Error('The page reads chains through the server.')
  },
})

const config = createConfig({
  chains: [anyChain],
  transports: { 1: unreachable },
  multiInjectedProviderDiscovery: true,
  storage: null,
  ssr: false,
})

const connectorOf = (id: string) => getConnectors(config).find((connector) => connector.uid === id)

export function listEvmWallets(): AnnouncedWallet[] {
  return getConnectors(config).map((connector) => ({
    id: connector.uid,
    name: cleanName(connector.name, 'Ethereum wallet'),
    icon: cleanIcon(connector.icon),
    namespace: 'eip155',
  }))
}

/** Calls back whenever a wallet announces itself; returns the way to stop. */
export function watchEvmWallets(onChange: () => void): () => void {
  return watchConnectors(config, { onChange })
}

/** `request` goes straight to the wallet. */
export type EvmAccount = {
  address: `0x${string}`
  chainId: number
  sign(text: string): Promise<`0x${string}`>
  request: EIP1193Provider['request']
}

/** Asks the wallet for its account, each time anew, so that its owner may choose another one. Prompts; call it from a click only. */
export async function connectEvm(id: string): Promise<EvmAccount> {
  const connector = connectorOf(id)
  if (!connector) throw new Error('This wallet is gone.')
  const connected = getConnections(config).some((connection) => connection.connector.uid === id)
  const { accounts, chainId } = connected ? await connector.connect() : await connect(config, { connector })
  const address = accounts[0]
  if (!address) throw new Error('The wallet gave no account.')
  const provider = (await connector.getProvider()) as EIP1193Provider
  // Straight to the provider: the account is the one just chosen, whatever order the wallet's own events arrive in.
  const sign = (text: string) => provider.request({ method: 'personal_sign', params: [stringToHex(text), address] })
  return { address, chainId, sign, request: provider.request.bind(provider) as EIP1193Provider['request'] }
}
