import { createRequire } from 'node:module'
import { type Abi, createTestClient, createWalletClient, type Hex, http, publicActions } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { foundry } from 'viem/chains'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createReaders } from '#chains/adapters/index.ts'
import type { Chain } from '#chains/chain.ts'
import { findChain, chains as registry } from '#chains/registry.ts'
import { createEvidenceClient } from '#server/verify/evidenceClient.ts'
import { parseRule } from '#server/verify/rule.ts'
import { verifyRule } from '#server/verify/run.ts'
import { anvilKeys, startAnvil } from '#tests/support/anvil.ts'

const artifact = createRequire(import.meta.url)('canonical-weth/build/contracts/WETH9.json') as { abi: Abi; bytecode: Hex }
const ether = 10n ** 18n

/** Deeper chains would have their nodes mine for longer than the rest of the test takes. */
const DEEPEST = 120
/** Forty-five main networks: those that count depth, because each has numbers of its own, then the first of those with tags. */
const mainnets = registry.filter(({ local, namespace }) => !local && namespace === 'eip155')
const byDepth = mainnets.filter(({ finality }) => finality.kind === 'depth' && finality.finalized <= DEEPEST)
const chosen = [...byDepth, ...mainnets.filter(({ finality }) => finality.kind === 'tags')].slice(0, 45)

/** One chain's node, with the published WETH9 on it and one member who wrapped an ether there and nowhere else. */
type Place = { chain: Chain; url: string; weth: Hex; member: string }

const places: Place[] = []
const stops: (() => Promise<void>)[] = []
beforeAll(async () => {
  // In waves: a node costs most while it starts.
  for (let at = 0; at < chosen.length; at += 5) places.push(...(await Promise.all(chosen.slice(at, at + 5).map(openPlace))))
})
afterAll(() => Promise.all(stops.map((stop) => stop())))

async function openPlace(chain: Chain): Promise<Place> {
  const node = await startAnvil({ chainId: Number(chain.reference), extraArgs: ['--accounts', '1'] })
  stops.push(node.stop)
  const transport = http(node.url)
  const control = createTestClient({ mode: 'anvil', transport }).extend(publicActions)
  const onChain = { transport, chain: { ...foundry, id: node.chainId } }
  const mined = (hash: Hex) => control.waitForTransactionReceipt({ hash, pollingInterval: 20 })
  const bank = createWalletClient({ account: privateKeyToAccount(anvilKeys[0]), ...onChain })
  const { contractAddress } = await mined(await bank.deployContract({ abi: artifact.abi, bytecode: artifact.bytecode }))
  const weth = (contractAddress ?? '0x').toLowerCase() as Hex
  const account = privateKeyToAccount(generatePrivateKey())
  await control.setBalance({ address: account.address, value: 10n * ether })
  const wallet = createWalletClient({ account, ...onChain })
  await mined(await wallet.writeContract({ address: weth, abi: artifact.abi, functionName: 'deposit', value: ether, gas: 200_000n }))
  // The node finalizes two blocks below its head; chains that count depth want theirs.
  await control.mine({ blocks: chain.finality.kind === 'depth' ? chain.finality.finalized : 2 })
  return { chain, url: node.url, weth, member: `eip155:${account.address.toLowerCase()}` }
}

const wrapped = (chain: string, weth: Hex) =>
  parseRule({
    kind: 'evm.event',
    chain,
    params: {
      addresses: [weth],
      event: 'event Deposit(address indexed dst, uint256 wad)',
      where: [{ arg: 'wad', op: 'gte', value: String(ether) }],
      units: { wad: { decimals: 18, symbol: 'WETH' } },
      action: { en: 'wrapped', ja: 'ラップ' },
    },
  })

const contextOf = (wallet: string) => ({
  accountId: 'a',
  wallets: [wallet],
  questStart: '2020-01-01T00:00:00Z',
  joinedAt: '2020-01-01T00:00:00Z',
  version: 1,
})

it('completes a rule on each of forty-five main networks of the registry, and on no other chain than its own', async () => {
  expect(new Set(places.map(({ chain }) => chain.id)).size).toBe(45)
  // Same deployer, same nonce: one contract address everywhere, so nothing but the chain tells the deeds apart.
  expect(new Set(places.map(({ weth }) => weth)).size).toBe(1)
  const settings = { urls: Object.fromEntries(places.map(({ chain, url }) => [chain.id, url])) }
  const evidence = createEvidenceClient({
    access(id) {
      const chain = findChain(id)
      return chain ? { readers: createReaders(chain, settings), quorum: 1 } : null
    },
  })
  const judge = async (chain: Chain, weth: Hex, wallet: string) => {
    const { verdict, bundle } = await verifyRule({ evidence }, wrapped(chain.id, weth), { context: contextOf(wallet) })
    return { status: verdict.status, chains: bundle.leaves.flatMap(({ facts }) => facts.map((fact) => fact.chain)) }
  }
  await Promise.all(
    places.map(async ({ chain, weth, member }, i) => {
      expect(await judge(chain, weth, member), chain.id).toEqual({ status: 'pass', chains: [chain.id] })
      const elsewhere = places[(i + 1) % places.length]
      expect(await judge(chain, weth, elsewhere?.member ?? ''), `${elsewhere?.chain.id} for ${chain.id}`).toEqual({
        status: 'fail',
        chains: [],
      })
    }),
  )
})
