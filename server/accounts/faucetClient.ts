import { encodeFunctionData, numberToHex, parseAbi, parseEther } from 'viem'
import type { WalletId } from '#server/auth/walletId.ts'
import { solanaKeyBytes, walletAddress } from '#server/auth/walletId.ts'
import type { Hex } from '#server/shared/bytes.ts'
import { CairnError } from '#server/shared/errors.ts'

/** One kind of test coin that was paid. `amount` in whole coins, as text; no transaction where the node wrote the balance itself. */
export type PaidCoins = { readonly chain: string; readonly symbol: string; readonly amount: string; readonly transaction: string | null }
export type Faucet = { fund(input: { wallet: WalletId }): Promise<{ wallet: WalletId; transfers: PaidCoins[] }> }

export type FaucetDeps = {
  /** Chains to pay on; `dollar` is the test dollar there, when there is one. */
  readonly evm: readonly { readonly chainId: number; readonly url: string; readonly dollar?: Hex }[]
  readonly solanaUrl: string
}

/** Chains whose coins are worth nothing. The node's own answer counts, not the configuration. */
const LOCAL_CHAIN_IDS: ReadonlySet<number> = new Set([31_337, 31_338, 31_339, 31_340])
const ETHER = parseEther('10')
const DOLLARS = 10_000n * 10n ** 6n
const LAMPORTS = 10_000_000_000

/** Test dollar on the local Solana: an SPL mint of the validator's making, with six decimals. */
export const TEST_DOLLAR_MINT = 'Stone11111111111111111111111111111111111112'
const TOKEN_PROGRAM = 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA'

/**
 * Pays test coins from the local nodes' own accounts, so that no process holds a faucet key.
 * Throws `funds.not-local` unless every node asked is a local one, `chain.unreachable` when it does not answer.
 */
export function createFaucet(deps: FaucetDeps): Faucet {
  return {
    async fund({ wallet }) {
      const address = walletAddress(wallet)
      const transfers = wallet.startsWith('solana:') ? await fundSolana(deps.solanaUrl, address) : await fundEvm(deps, address as Hex)
      return { wallet, transfers }
    },
  }
}

async function fundEvm({ evm }: FaucetDeps, to: Hex): Promise<PaidCoins[]> {
  await Promise.all(evm.map(({ url, chainId }) => requireLocalEvm(url, chainId)))
  const paid = await Promise.all(
    evm.map(async ({ url, chainId, dollar }) => {
      const chain = `eip155:${chainId}`
      const coins: PaidCoins[] = [
        { chain, symbol: 'ETH', amount: '10', transaction: await payFrom(url, { to, value: numberToHex(ETHER) }) },
      ]
      if (dollar) {
        const data = encodeFunctionData({ abi: parseAbi(['function mint(address to, uint256 amount)']), args: [to, DOLLARS] })
        coins.push({ chain, symbol: 'tUSD', amount: '10000', transaction: await payFrom(url, { to: dollar, data }) })
      }
      return coins
    }),
  )
  return paid.flat()
}

/** Last payment of each node: the node gives two payments that come at once the same nonce, and one of them is lost. */
const queues = new Map<string, Promise<unknown>>()

function payFrom(url: string, tx: Record<string, string>): Promise<string> {
  const mine = (queues.get(url) ?? Promise.resolve()).then(async () => {
    for (let attempt = 0; ; attempt++) {
      const accounts = (await call(url, 'eth_accounts')) as Hex[]
      // Other processes pay too: different accounts keep them apart, and a collision is tried again.
      const from = accounts[Math.floor(Math.random() * accounts.length)]
      try {
        return String(await call(url, 'eth_sendTransaction', [{ from, ...tx }]))
      } catch (error) {
        if (attempt >= 4) throw error
      }
    }
  })
  queues.set(
    url,
    mine.catch(() => {}),
  )
  return mine
}

async function requireLocalEvm(url: string, chainId: number) {
  const told = Number(await call(url, 'eth_chainId'))
  const client = String(await call(url, 'web3_clientVersion'))
  if (told === chainId && LOCAL_CHAIN_IDS.has(told) && client.startsWith('anvil/')) return
  throw notLocal(`eip155:${told} (${client.slice(0, 40)})`)
}

async function fundSolana(url: string, address: string): Promise<PaidCoins[]> {
  if (solanaKeyBytes(address) === null)
    throw new CairnError('input.invalid', 'This is not a Solana address.', { meta: { field: 'address', found: address } })
  // Public clusters do not know this method; asking a real one for coins would only burn its faucet's patience.
  const version = (await call(url, 'getVersion')) as Record<string, unknown>
  if (version['surfnet-version'] === undefined) throw notLocal('a Solana cluster that is not the test validator')
  await ensureMint(url)
  const transaction = String(await call(url, 'requestAirdrop', [address, LAMPORTS]))
  await call(url, 'surfnet_setTokenAccount', [address, TEST_DOLLAR_MINT, { amount: Number(DOLLARS) }])
  const chain = 'solana:localnet'
  return [
    { chain, symbol: 'SOL', amount: '10', transaction },
    { chain, symbol: 'tUSD', amount: '10000', transaction: null },
  ]
}

/** The ledger lives in memory: the mint is written again whenever it is not there. Layout of an SPL mint, 82 bytes. */
async function ensureMint(url: string) {
  const found = (await call(url, 'getAccountInfo', [TEST_DOLLAR_MINT, { encoding: 'base64' }])) as { value: unknown }
  if (found.value !== null) return
  const data = new Uint8Array(82)
  const view = new DataView(data.buffer)
  view.setBigUint64(36, 10n ** 15n, true)
  data[44] = 6
  data[45] = 1
  const hex = Array.from(data, (byte) => byte.toString(16).padStart(2, '0')).join('')
  await call(url, 'surfnet_setAccount', [TEST_DOLLAR_MINT, { lamports: 1_461_600, owner: TOKEN_PROGRAM, data: hex, executable: false }])
}

const notLocal = (found: string) =>
  new CairnError('funds.not-local', 'Test coins are paid on local chains only.', {
    meta: { field: 'chain', found, expected: 'a chain of the local stack' },
  })

async function call(url: string, method: string, params: readonly unknown[] = []): Promise<unknown> {
  let answer: { result?: unknown; error?: { message?: string } }
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
      signal: AbortSignal.timeout(10_000),
    })
    answer = (await response.json()) as typeof answer
  } catch (cause) {
    throw new CairnError('chain.unreachable', 'A local chain does not answer.', { cause })
  }
  if (answer.error) throw new CairnError('internal', `${method}: ${answer.error.message ?? 'refused by the node'}`)
  return answer.result
}
