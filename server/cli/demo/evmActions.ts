import {
  type Abi,
  createPublicClient,
  createWalletClient,
  defineChain,
  encodeAbiParameters,
  encodeFunctionData,
  type Hex,
  http,
  keccak256,
  type PublicClient,
  parseAbi,
  parseEther,
  TransactionReceiptNotFoundError,
  zeroHash,
} from 'viem'
import type { PrivateKeyAccount } from 'viem/accounts'
import { systemClock } from '#server/shared/clock.ts'
import { type AddressBook, POOL_FEE } from '../stack/sampleContracts.ts'
import { type Patience, persist, Refusal } from './patience.ts'

/** Something a member does on a chain: done at most once, however often it is tried. */
export type Action = { readonly name: string; ensure(): Promise<void> }

/** Who acts. `fund` asks the site for test coins. */
export type EvmMember = { readonly account: PrivateKeyAccount; readonly fund: () => Promise<void> }
export type Chain = { readonly url: string; readonly chainId: number }
type Call = { readonly to: Hex; readonly data: Hex; readonly value?: bigint }

const swapRouter = parseAbi([
  'struct ExactInputSingle { address tokenIn; address tokenOut; uint24 fee; address recipient; uint256 deadline; uint256 amountIn; uint256 amountOutMinimum; uint160 sqrtPriceLimitX96; }',
  'function exactInputSingle(ExactInputSingle params) payable returns (uint256)',
])
/** Wei that every action has left for its gas. */
const MARGIN = parseEther('0.01')
/** A block of the test chains and a little more. */
const MINED_WITHIN_MS = 1500

const weth = parseAbi(['function deposit() payable'])
const stone = parseAbi(['function mint() returns (uint256)'])
const eas = parseAbi([
  'struct AttestationRequestData { address recipient; uint64 expirationTime; bool revocable; bytes32 refUID; bytes data; uint256 value; }',
  'struct AttestationRequest { bytes32 schema; AttestationRequestData data; }',
  'function attest(AttestationRequest request) payable returns (bytes32)',
])

/** What the sample quests ask for on the two application chains, by real calls of the third-party contracts. */
export function evmActions(member: EvmMember, chains: { appA: Chain; appB: Chain }, book: AddressBook, patience: Patience): Action[] {
  const { appA, appB } = book
  const swap = {
    ...{ tokenIn: appA.weth, tokenOut: appA.usd, fee: POOL_FEE, recipient: member.account.address, deadline: 2n ** 40n },
    ...{ amountIn: parseEther('0.5'), amountOutMinimum: 1n, sqrtPriceLimitX96: 0n },
  }
  const attestation = {
    schema: appB.schema,
    data: {
      ...{ recipient: member.account.address, expirationTime: 0n, revocable: true, refUID: zeroHash, value: 0n },
      data: encodeAbiParameters([{ type: 'string' }, { type: 'uint8' }], ['cairn', 5]),
    },
  }
  const action = (name: string, chain: Chain, call: Call) => once(name, member, chain, call, patience)
  return [
    action('swap ether for dollars on Uniswap', chains.appA, {
      to: appA.swapRouter,
      data: encode(swapRouter, 'exactInputSingle', [swap]),
      value: swap.amountIn,
    }),
    action('wrap ether', chains.appA, { to: appA.weth, data: encode(weth, 'deposit', []), value: parseEther('1') }),
    action('attest on EAS', chains.appB, { to: appB.eas, data: encode(eas, 'attest', [attestation]) }),
    action('mint a stone', chains.appB, { to: appB.stone, data: encode(stone, 'mint', []) }),
  ]
}

/**
 * Sends a call once: nonce and signature are made before the first try, so a second try sends the same transaction again. A test chain that was
 * stopped may have forgotten transactions, receipts or coins: what can never be mined any more is signed anew, and coins are asked for again.
 */
function once(name: string, { account, fund }: EvmMember, chain: Chain, call: Call, patience: Patience): Action {
  const transport = http(chain.url, { retryCount: 0, timeout: 5000 })
  const reader = createPublicClient({ transport, cacheTime: 0 })
  const definition = defineChain({
    id: chain.chainId,
    name,
    nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
    rpcUrls: { default: { http: [chain.url] } },
  })
  const wallet = createWalletClient({ account, transport, chain: definition })
  let signed: { raw: Hex; nonce: number } | undefined
  const sign = async () => {
    const request = await wallet.prepareTransactionRequest(call)
    // An estimate is made for the newest block's time; Uniswap's price record costs more in a later one.
    const raw = await wallet.signTransaction({ ...request, gas: (request.gas * 3n) / 2n })
    return { raw, nonce: request.nonce }
  }
  const ensure = async () => {
    // Read before the receipt: a nonce that is used up belongs to a receipt that is there by now, or was lost.
    const next = await reader.getTransactionCount({ address: account.address })
    if (signed && (await isMined(reader, keccak256(signed.raw)))) return
    if ((await reader.getBalance({ address: account.address })) < (call.value ?? 0n) + MARGIN) {
      await fund()
      await systemClock.sleep(MINED_WITHIN_MS)
      throw new Error('waiting for test coins')
    }
    // One action at a time: whatever else the nonce says, it waits for a transaction that the chain no longer knows.
    if (signed?.nonce !== next) signed = await sign()
    await wallet.sendRawTransaction({ serializedTransaction: signed.raw })
    throw new Error('sent, not mined yet')
  }
  return { name, ensure: () => persist(patience, name, ensure) }
}

async function isMined(client: PublicClient, hash: Hex): Promise<boolean> {
  try {
    const { status } = await client.getTransactionReceipt({ hash })
    if (status !== 'success') throw new Refusal('reverted', `transaction ${hash} was reverted`)
    return true
  } catch (error) {
    if (error instanceof TransactionReceiptNotFoundError) return false
    throw error
  }
}

const encode = (abi: Abi, functionName: string, args: readonly unknown[]) => encodeFunctionData({ abi, functionName, args })
