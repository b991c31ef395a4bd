import {
  appendTransactionMessageInstructions,
  createKeyPairSignerFromPrivateKeyBytes,
  createSolanaRpc,
  createTransactionMessage,
  getBase64EncodedWireTransaction,
  lamports,
  pipe,
  setTransactionMessageFeePayerSigner,
  setTransactionMessageLifetimeUsingBlockhash,
  signTransactionMessageWithSigners,
} from '@solana/kit'
import { getTransferSolInstruction } from '@solana-program/system'
import {
  createTestClient,
  createWalletClient,
  defineChain,
  type Hex,
  hexToBytes,
  http,
  maxUint256,
  parseAbi,
  parseEther,
  publicActions,
} from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { POOL_FEE } from '#server/cli/stack/sampleContracts.ts'
import { systemClock } from '#server/shared/clock.ts'
import type { Site } from './journeys.ts'

/** `exactInputSingle` of the published router, as an author pastes it. */
export const routerAbi = parseAbi([
  'struct ExactInputSingleParams { address tokenIn; address tokenOut; uint24 fee; address recipient; uint256 deadline; uint256 amountIn; uint256 amountOutMinimum; uint160 sqrtPriceLimitX96; }',
  'function exactInputSingle(ExactInputSingleParams params) payable returns (uint256 amountOut)',
])

export type Contracts = { weth: Hex; usd: Hex; swapRouter: Hex }

const clientsOf = ({ appA }: Site) => {
  const chain = defineChain({
    id: appA.chainId,
    name: 'app chain A',
    nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
    rpcUrls: { default: { http: [appA.rpc] } },
  })
  return { chain, node: createTestClient({ mode: 'anvil', chain, transport: http() }).extend(publicActions) }
}

/** Sells ether for test dollars on the real router, from a wallet that is given the coins for it. */
export async function swapOnRouter(site: Site, key: Hex, { contracts, amountIn }: { contracts: Contracts; amountIn: bigint }) {
  const { chain, node } = clientsOf(site)
  const account = privateKeyToAccount(key)
  await node.setBalance({ address: account.address, value: parseEther('10') })
  const wallet = createWalletClient({ account, chain, transport: http() })
  const hash = await wallet.writeContract({
    address: contracts.swapRouter,
    abi: routerAbi,
    functionName: 'exactInputSingle',
    args: [
      {
        ...{ tokenIn: contracts.weth, tokenOut: contracts.usd, fee: POOL_FEE, recipient: account.address },
        ...{ deadline: maxUint256, amountIn, amountOutMinimum: 0n, sqrtPriceLimitX96: 0n },
      },
    ],
    value: amountIn,
  })
  const { status } = await node.waitForTransactionReceipt({ hash, pollingInterval: 50 })
  if (status !== 'success') throw new Error('the swap was reverted')
}

/** Lets time pass on app chain A, with blocks in it. */
export async function letPass(site: Site, seconds: number) {
  const { node } = clientsOf(site)
  await node.increaseTime({ seconds })
  await node.mine({ blocks: 3 })
}

/** Sends so many lamports from a wallet, which gets them before, to somebody. */
export async function sendSol(rpcUrl: string, seed: Hex, amount: bigint) {
  const rpc = createSolanaRpc(rpcUrl)
  const from = await createKeyPairSignerFromPrivateKeyBytes(hexToBytes(seed))
  const { address: to } = await createKeyPairSignerFromPrivateKeyBytes(crypto.getRandomValues(new Uint8Array(32)))
  const settled = async (signature: Awaited<ReturnType<ReturnType<typeof rpc.requestAirdrop>['send']>>) => {
    for (let tries = 0; tries < 200; tries++) {
      const [status] = (await rpc.getSignatureStatuses([signature]).send()).value
      if (status?.confirmationStatus === 'confirmed' || status?.confirmationStatus === 'finalized') return
      await systemClock.sleep(50)
    }
    throw new Error('the Solana node did not confirm')
  }
  await settled(await rpc.requestAirdrop(from.address, lamports(amount + 1_000_000_000n)).send())
  const { value: blockhash } = await rpc.getLatestBlockhash().send()
  const transaction = await signTransactionMessageWithSigners(
    pipe(
      createTransactionMessage({ version: 'legacy' }),
      (draft) => setTransactionMessageFeePayerSigner(from, draft),
      (draft) => setTransactionMessageLifetimeUsingBlockhash(blockhash, draft),
      (draft) =>
        appendTransactionMessageInstructions(
          [getTransferSolInstruction({ source: from, destination: to, amount: lamports(amount) })],
          draft,
        ),
    ),
  )
  await settled(await rpc.sendTransaction(getBase64EncodedWireTransaction(transaction), { encoding: 'base64' }).send())
}
