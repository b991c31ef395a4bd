import { createRequire } from 'node:module'
import {
  type Abi,
  createPublicClient,
  createWalletClient,
  defineChain,
  encodeDeployData,
  encodeFunctionData,
  encodePacked,
  getContractAddress,
  http,
  keccak256,
  numberToHex,
  parseAbi,
  parseEther,
  zeroAddress,
} from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { testDollarAbi, testDollarBytecode } from '#contracts/abi/testDollar.gen.ts'
import { trailStoneAbi, trailStoneBytecode } from '#contracts/abi/trailStone.gen.ts'
import type { Hex } from '#server/shared/bytes.ts'
import { CairnError } from '#server/shared/errors.ts'
import { jsonRpc } from './jsonRpc.ts'

/** Where the third-party contracts of the sample quests are. `schema` is the UID of the attestation schema on chain B. */
export type AddressBook = {
  readonly appA: {
    readonly weth: Hex
    readonly usd: Hex
    readonly uniswapFactory: Hex
    readonly swapRouter: Hex
    readonly positionManager: Hex
    readonly pool: Hex
  }
  readonly appB: { readonly schemaRegistry: Hex; readonly eas: Hex; readonly schema: Hex; readonly stone: Hex }
}

/** The schema that the attestation quest asks for. */
export const ATTESTATION_SCHEMA = 'string trail,uint8 stars'
export const POOL_FEE = 3000
/** Whole range of ticks at the spacing (60) of that fee. */
const FULL_RANGE = { tickLower: -887_220, tickUpper: 887_220 }
const WETH_IN_POOL = parseEther('1000')
const USD_IN_POOL = 3_000_000n * 10n ** 6n

type Artifact = { abi: Abi; bytecode: Hex }
/** The next transactions of the deployer, in order: the nonce tells how far an interrupted run came. */
type Step = { to?: Hex; data: Hex; value?: bigint }
type Target = { url: string; chainId: number; deployerKey: Hex }

const packages = createRequire(import.meta.url)
const artifact = (path: string) => packages(path) as Artifact
const deploy = ({ abi, bytecode }: Artifact, args: readonly unknown[] = []): Step => ({ data: encodeDeployData({ abi, bytecode, args }) })

/** WETH9, a test dollar, Uniswap V3 with a WETH/dollar pool of 1,000 : 3,000,000. */
export async function ensureAppA(target: Target): Promise<AddressBook['appA']> {
  const deployer = privateKeyToAccount(target.deployerKey).address
  const at = (nonce: number) => getContractAddress({ from: deployer, nonce: BigInt(nonce) }).toLowerCase() as Hex
  const [weth, usd, uniswapFactory, swapRouter, positionManager] = [at(0), at(1), at(2), at(3), at(4)]
  const nft = artifact('@uniswap/v3-periphery/artifacts/contracts/NonfungiblePositionManager.sol/NonfungiblePositionManager.json')
  const [token0, token1, amount0, amount1] = weth < usd ? [weth, usd, WETH_IN_POOL, USD_IN_POOL] : [usd, weth, USD_IN_POOL, WETH_IN_POOL]
  const call = (to: Hex, abi: Abi, functionName: string, args: readonly unknown[], value = 0n): Step => ({
    to,
    value,
    data: encodeFunctionData({ abi, functionName, args }),
  })
  const erc20 = parseAbi(['function approve(address, uint256)', 'function deposit() payable'])
  const position = {
    ...{ token0, token1, fee: POOL_FEE, ...FULL_RANGE, amount0Desired: amount0, amount1Desired: amount1 },
    ...{ amount0Min: 0n, amount1Min: 0n, recipient: deployer, deadline: 2n ** 40n },
  }
  await runPlan(target, [
    deploy(artifact('canonical-weth/build/contracts/WETH9.json')),
    { data: encodeDeployData({ abi: testDollarAbi, bytecode: testDollarBytecode }) },
    deploy(artifact('@uniswap/v3-core/artifacts/contracts/UniswapV3Factory.sol/UniswapV3Factory.json')),
    deploy(artifact('@uniswap/v3-periphery/artifacts/contracts/SwapRouter.sol/SwapRouter.json'), [uniswapFactory, weth]),
    // The third argument draws the position's picture: nobody asks for it here.
    deploy(nft, [uniswapFactory, weth, zeroAddress]),
    call(positionManager, nft.abi, 'createAndInitializePoolIfNecessary', [token0, token1, POOL_FEE, sqrtPriceX96(amount0, amount1)]),
    call(weth, erc20, 'deposit', [], WETH_IN_POOL),
    call(usd, testDollarAbi, 'mint', [deployer, USD_IN_POOL]),
    call(weth, erc20, 'approve', [positionManager, WETH_IN_POOL]),
    call(usd, erc20, 'approve', [positionManager, USD_IN_POOL]),
    call(positionManager, nft.abi, 'mint', [position]),
  ])
  const pool = await clientOf(target).readContract({
    address: uniswapFactory,
    abi: parseAbi(['function getPool(address, address, uint24) view returns (address)']),
    functionName: 'getPool',
    args: [token0, token1, POOL_FEE],
  })
  return { weth, usd, uniswapFactory, swapRouter, positionManager, pool: pool.toLowerCase() as Hex }
}

/** The Ethereum Attestation Service with a schema, and an ERC-721. */
export async function ensureAppB(target: Target): Promise<AddressBook['appB']> {
  const deployer = privateKeyToAccount(target.deployerKey).address
  const at = (nonce: number) => getContractAddress({ from: deployer, nonce: BigInt(nonce) }).toLowerCase() as Hex
  const [schemaRegistry, eas, stone] = [at(0), at(1), at(2)]
  const registry = artifact('@ethereum-attestation-service/eas-contracts/artifacts/contracts/SchemaRegistry.sol/SchemaRegistry.json')
  await runPlan(target, [
    deploy(registry),
    deploy(artifact('@ethereum-attestation-service/eas-contracts/artifacts/contracts/EAS.sol/EAS.json'), [schemaRegistry]),
    { data: encodeDeployData({ abi: trailStoneAbi, bytecode: trailStoneBytecode }) },
    {
      to: schemaRegistry,
      data: encodeFunctionData({ abi: registry.abi, functionName: 'register', args: [ATTESTATION_SCHEMA, zeroAddress, true] }),
    },
  ])
  // EAS: the UID is the hash of the schema's text, its resolver and whether attestations may be revoked.
  const schema = keccak256(encodePacked(['string', 'address', 'bool'], [ATTESTATION_SCHEMA, zeroAddress, true]))
  return { schemaRegistry, eas, schema, stone }
}

/** Sends the steps that the deployer's nonce says are still to come, and waits for all. */
async function runPlan(target: Target, steps: readonly Step[]) {
  const account = privateKeyToAccount(target.deployerKey)
  const client = clientOf(target)
  const done = await client.getTransactionCount({ address: account.address })
  if (done >= steps.length) return
  await jsonRpc(target.url, 'anvil_setBalance', [account.address, numberToHex(parseEther('1000000'))])
  const wallet = createWalletClient({ account, chain: client.chain, transport: http(target.url) })
  const hashes: Hex[] = []
  for (let nonce = done; nonce < steps.length; nonce++) {
    const step = steps[nonce]
    // Fixed gas: an estimate would have to wait for the step before.
    if (step) hashes.push(await wallet.sendTransaction({ ...step, nonce, gas: 10_000_000n }))
  }
  for (const [i, hash] of hashes.entries()) {
    const receipt = await client.waitForTransactionReceipt({ hash, pollingInterval: 50, timeout: 60_000 })
    if (receipt.status === 'success') continue
    throw new CairnError(
      'internal',
      `Step ${done + i} of the sample contracts failed on chain ${target.chainId}. Start over with ./cairn reset.`,
    )
  }
}

function clientOf({ url, chainId }: Target) {
  const chain = defineChain({
    id: chainId,
    name: `local ${chainId}`,
    nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
    rpcUrls: { default: { http: [url] } },
  })
  return createPublicClient({ chain, transport: http(url) })
}

/** Uniswap's price: square root of token1 per token0, with 96 binary places. */
function sqrtPriceX96(amount0: bigint, amount1: bigint): bigint {
  const square = (amount1 << 192n) / amount0
  let root = 1n << BigInt(Math.ceil(square.toString(2).length / 2))
  for (;;) {
    const next = (root + square / root) / 2n
    if (next >= root) return root
    root = next
  }
}
