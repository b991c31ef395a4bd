import {
  type Account,
  type Hex,
  keccak256,
  type PublicClient,
  parseTransaction,
  serializeTransaction,
  type TransactionSerializableEIP4844,
} from 'viem'
import { commitTo, proveBlob, versionedHashOf } from '#server/rollup/l2/kzg.ts'
import { toHex } from '#server/shared/bytes.ts'
import { CairnError } from '#server/shared/errors.ts'

export type BlobCall = { to: Hex; data: Hex; value: bigint; blob: Uint8Array }
type Fees = { maxFeePerGas: bigint; maxPriorityFeePerGas: bigint; maxFeePerBlobGas: bigint }
export type BlobTx = { rawTx: Hex; hash: Hex; maxFeePerGas: bigint }

/** Nodes replace a blob transaction by one that pays at least twice as much of everything. */
const doubled = (fee: bigint) => fee * 2n + 1n
/** A full block raises the price of blobs by an eighth: 2^2 are twelve full ones. */
const blobHeadroom = 4n
/** Two point evaluations, three stores and an inbox of three; measured below 400,000. */
const gasLimit = 800_000n

/**
 * Signs a blob transaction; `replaces` are the bytes of the one with the same nonce that is stuck. Its hash is that of the transaction without the
 * blob, which travels beside it. Every fee stays at or below `most`: null when that does not replace anything.
 */
export async function signBlobTx(
  client: Pick<PublicClient, 'estimateFeesPerGas' | 'getBlobBaseFee'>,
  { blob, ...call }: BlobCall,
  options: { account: Account; chainId: number; nonce: number; replaces?: Hex; most?: bigint },
): Promise<BlobTx | null> {
  const { account, chainId, nonce, replaces, most } = options
  const floor = replaces === undefined ? null : feesOf(replaces)
  const { maxFeePerGas, maxPriorityFeePerGas } = await client.estimateFeesPerGas()
  const wanted = { maxFeePerGas, maxPriorityFeePerGas, maxFeePerBlobGas: (await client.getBlobBaseFee()) * blobHeadroom }
  const fees = atLeast(wanted, floor, most)
  if (fees === null) return null
  const commitment = commitTo(blob)
  const sidecar = { blob: toHex(blob), commitment: toHex(commitment), proof: toHex(proveBlob(blob, commitment)) }
  const transaction: TransactionSerializableEIP4844 = {
    ...call,
    ...fees,
    chainId,
    nonce,
    gas: gasLimit,
    type: 'eip4844',
    blobVersionedHashes: [toHex(versionedHashOf(commitment))],
    sidecars: [sidecar],
  }
  if (!account.signTransaction) throw new Error('the sender must be a local account')
  const rawTx = await account.signTransaction(transaction)
  return { rawTx, hash: hashOf(rawTx), maxFeePerGas: fees.maxFeePerGas }
}

/** The wanted fees, raised to replace; capped. Null when the cap leaves too little to replace. */
function atLeast(wanted: Fees, replaced: Fees | null, most: bigint | undefined): Fees | null {
  const fees = { ...wanted }
  for (const name of ['maxFeePerGas', 'maxPriorityFeePerGas', 'maxFeePerBlobGas'] as const) {
    const floor = replaced === null ? 0n : doubled(replaced[name])
    if (most !== undefined && floor > most) return null
    if (fees[name] < floor) fees[name] = floor
    if (most !== undefined && fees[name] > most) fees[name] = most
  }
  if (fees.maxPriorityFeePerGas > fees.maxFeePerGas) fees.maxFeePerGas = fees.maxPriorityFeePerGas
  return fees
}

function feesOf(rawTx: Hex): Fees {
  const { maxFeePerGas = 0n, maxPriorityFeePerGas = 0n, maxFeePerBlobGas = 0n } = parsed(rawTx)
  return { maxFeePerGas, maxPriorityFeePerGas, maxFeePerBlobGas }
}

function hashOf(rawTx: Hex): Hex {
  const { sidecars: _, ...transaction } = parsed(rawTx)
  const { r, s, yParity } = transaction
  if (r === undefined || s === undefined || yParity === undefined) throw malformed(rawTx)
  return keccak256(serializeTransaction({ ...transaction, sidecars: false }, { r, s, yParity }))
}

function parsed(rawTx: Hex) {
  const transaction = parseTransaction(rawTx as `0x03${string}`)
  if (transaction.type !== 'eip4844') throw malformed(rawTx)
  return transaction
}

const malformed = (rawTx: Hex) =>
  new CairnError('rollup.malformed', 'These bytes are no signed blob transaction.', { meta: { field: 'rawTx', found: rawTx.slice(0, 10) } })
