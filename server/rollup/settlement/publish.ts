import { type Account, type Chain, keccak256, type PublicClient, TransactionReceiptNotFoundError, type Transport } from 'viem'
import type { Database } from '#drizzle/client.ts'
import { ReorgWatch } from '#server/rollup/l2/reorgWatch.ts'
import type { Clock } from '#server/shared/clock.ts'
import type { Log } from '#server/shared/log.ts'
import { signBlobTx } from './blobTx.ts'
import { highestNonce, type L2Send, markMined, markSigned, markUnmined, openSends, queuedSends, type Sender } from './sendStore.ts'

export type PublishDeps = {
  db: Database
  client: PublicClient<Transport, Chain>
  clock: Clock
  log: Log
  /** The key of each nonce lane. */
  signers: Record<Sender, Account>
  /** Most that a transaction may pay for a unit of gas, in wei; above it new ones wait and stuck ones keep their price. */
  maxFeePerGas?: bigint
  /** What each lane knows of the chain's head; left out = what L2 calls final is believed. */
  reorgs?: Record<Sender, ReorgWatch>
}

/** A transaction not mined for this long is replaced by one that pays more, under the same nonce. */
export const stuckAfterMs = 15_000
/** Nodes accept a replacement that pays at least 10 % more; 20 % leaves room for a rising base fee. */
const bump = (fee: bigint) => (fee * 12n) / 10n + 1n
const maxQueued = 16
/** Blocks that are looked at again when it is not known what the chain was before: at the start, and after a reorg beyond memory. */
const lookBack = 128n

export const newReorgWatches = (client: PublishDeps['client']): Record<Sender, ReorgWatch> => ({
  publisher: new ReorgWatch(client),
  platform: new ReorgWatch(client),
})

/** One pass over a nonce lane: settle what was sent, then send what is owed. True when something moved. */
export async function publish(deps: PublishDeps, sender: Sender): Promise<boolean> {
  const settled = await settleSends(deps, sender)
  const sent = await sendQueued(deps, sender)
  return settled || sent
}

async function settleSends(deps: PublishDeps, sender: Sender): Promise<boolean> {
  let moved = false
  for (const send of await openSends(deps.db, sender, await settledBlock(deps, sender))) {
    const receipt = await findReceipt(deps, send)
    if (receipt) {
      if (send.status === 'sent' || send.blockNumber !== Number(receipt.blockNumber)) {
        const { status, gasUsed, blockNumber } = receipt
        await markMined(deps.db, send.id, { hash: receipt.transactionHash, success: status === 'success', gasUsed, blockNumber })
        deps.log.info({ purpose: send.purpose, hash: receipt.transactionHash, gasUsed: String(gasUsed), status }, 'L2 transaction mined')
        moved = true
      }
    } else if (send.status !== 'sent') {
      deps.log.warn({ purpose: send.purpose }, 'L2 reorg took a transaction back')
      await markUnmined(deps.db, send.id)
    } else {
      await nudge(deps, sender, send)
    }
  }
  deps.reorgs?.[sender].settled()
  return moved
}

/** Sends mined up to this block are done with: what L2 calls final, less when blocks were taken back all the same. */
async function settledBlock({ client, reorgs }: PublishDeps, sender: Sender): Promise<number> {
  const { number: finalized } = await client.getBlock({ blockTag: 'finalized' })
  const watch = reorgs?.[sender]
  if (!watch) return Number(finalized)
  const { latest, ancestor } = await watch.look()
  if (ancestor === undefined) return Number(finalized)
  const floor = ancestor ?? latest - lookBack
  return Number(floor < finalized ? floor : finalized)
}

async function findReceipt({ client }: PublishDeps, send: L2Send) {
  // The newest replacement is the likeliest to be mined.
  for (const hash of [...send.hashes].reverse()) {
    try {
      return await client.getTransactionReceipt({ hash: hash as `0x${string}` })
    } catch (error) {
      if (!(error instanceof TransactionReceiptNotFoundError)) throw error
    }
  }
  return null
}

/** Sends the same bytes again (a node may have dropped them) and, once stuck, replaces them. */
async function nudge(deps: PublishDeps, sender: Sender, send: L2Send) {
  const age = deps.clock.now() - (send.sentAt?.getTime() ?? 0)
  if (age > stuckAfterMs && send.nonce !== null && send.blob !== null) {
    if (await signBlob(deps, sender, { ...send, blob: send.blob }, send.nonce)) return
    deps.log.warn({ purpose: send.purpose, fee: send.maxFeePerGas }, 'an L2 transaction is stuck at the highest fee that is allowed')
  } else if (age > stuckAfterMs && send.nonce !== null) {
    const floor = bump(BigInt(send.maxFeePerGas ?? '0'))
    if (deps.maxFeePerGas === undefined || floor <= deps.maxFeePerGas) return signAndSend(deps, sender, send, send.nonce, floor)
    deps.log.warn({ purpose: send.purpose, fee: send.maxFeePerGas }, 'an L2 transaction is stuck at the highest fee that is allowed')
  }
  if (send.rawTx) await broadcast(deps, send, send.rawTx as `0x${string}`)
}

async function sendQueued(deps: PublishDeps, sender: Sender): Promise<boolean> {
  const queued = await queuedSends(deps.db, sender)
  if (queued.length === 0) return false
  if (await tooDear(deps, queued.length)) return false
  const onChain = await deps.client.getTransactionCount({ address: deps.signers[sender].address, blockTag: 'latest' })
  const known = await highestNonce(deps.db, sender)
  let nonce = Math.max(onChain, known === null ? 0 : known + 1)
  // A bounded number in flight: nodes drop long queues of one sender.
  for (const send of queued.slice(0, Math.max(0, maxQueued - (nonce - onChain)))) {
    if (send.blob === null) await signAndSend(deps, sender, send, nonce, 0n)
    else await signBlob(deps, sender, { ...send, blob: send.blob }, nonce)
    nonce++
  }
  return true
}

/** A spike passes: what waits costs nothing. Batches that grow stale meanwhile are sealed anew. */
async function tooDear({ client, log, maxFeePerGas }: PublishDeps, waiting: number): Promise<boolean> {
  if (maxFeePerGas === undefined) return false
  const { baseFeePerGas } = await client.getBlock({ blockTag: 'latest' })
  if (baseFeePerGas === null || baseFeePerGas < maxFeePerGas) return false
  log.warn({ baseFeePerGas: String(baseFeePerGas), most: String(maxFeePerGas), waiting }, 'L2 is too dear: transactions wait')
  return true
}

async function signAndSend(deps: PublishDeps, sender: Sender, send: L2Send, nonce: number, feeFloor: bigint) {
  const { client } = deps
  const account = deps.signers[sender]
  const call = { to: send.to as `0x${string}`, data: send.data as `0x${string}`, value: BigInt(send.value) }
  const fees = await client.estimateFeesPerGas()
  const wanted = fees.maxFeePerGas > feeFloor ? fees.maxFeePerGas : feeFloor
  const maxFeePerGas = deps.maxFeePerGas !== undefined && wanted > deps.maxFeePerGas ? deps.maxFeePerGas : wanted
  const tip = feeFloor > 0n ? bump(fees.maxPriorityFeePerGas) : fees.maxPriorityFeePerGas
  const maxPriorityFeePerGas = tip < maxFeePerGas ? tip : maxFeePerGas
  const gas = await gasFor(deps, account, call, send)
  if (!account.signTransaction) throw new Error('the sender must be a local account')
  const rawTx = await account.signTransaction({
    ...call,
    nonce,
    gas,
    maxFeePerGas,
    maxPriorityFeePerGas,
    chainId: client.chain.id,
    type: 'eip1559',
  })
  await markSigned(deps.db, send.id, { nonce, rawTx, hash: keccak256(rawTx), maxFeePerGas })
  await broadcast(deps, send, rawTx)
  deps.log.info({ purpose: send.purpose, nonce, hash: keccak256(rawTx), replaces: feeFloor > 0n }, 'L2 transaction sent')
}

/** The same for a transaction that carries a blob. False when a replacement would cost more than is allowed. */
async function signBlob(deps: PublishDeps, sender: Sender, send: L2Send & { blob: Uint8Array }, nonce: number): Promise<boolean> {
  const { client, maxFeePerGas: most } = deps
  const call = { to: send.to as `0x${string}`, data: send.data as `0x${string}`, value: BigInt(send.value), blob: send.blob }
  const replaces = send.rawTx as `0x${string}` | null
  const signed = await signBlobTx(client, call, {
    account: deps.signers[sender],
    chainId: client.chain.id,
    nonce,
    ...(replaces === null ? {} : { replaces }),
    ...(most === undefined ? {} : { most }),
  })
  if (signed === null) return false
  await markSigned(deps.db, send.id, { nonce, ...signed })
  await broadcast(deps, send, signed.rawTx)
  deps.log.info({ purpose: send.purpose, nonce, hash: signed.hash, replaces: replaces !== null }, 'L2 blob transaction sent')
  return true
}

/** An estimate with headroom; a call that would revert now gets a fixed allowance, so that its failure is on record, on chain. Never above the send's limit. */
async function gasFor(
  { client, log }: PublishDeps,
  account: Account,
  call: { to: `0x${string}`; data: `0x${string}`; value: bigint },
  send: L2Send,
) {
  const most = (gas: bigint) => (send.gasLimit !== null && gas > send.gasLimit ? BigInt(send.gasLimit) : gas)
  try {
    const estimate = await client.estimateGas({ ...call, account: account.address, blockTag: 'pending' })
    return most((estimate * 13n) / 10n)
  } catch (error) {
    log.warn({ purpose: send.purpose, err: error }, 'gas estimate failed')
    return most(3_000_000n)
  }
}

async function broadcast({ client, log }: PublishDeps, send: L2Send, serializedTransaction: `0x${string}`) {
  try {
    await client.sendRawTransaction({ serializedTransaction })
  } catch (error) {
    // "already known" and "nonce too low" are answers about the past; the next pass reads the receipt.
    log.debug({ purpose: send.purpose, err: error }, 'broadcast refused')
  }
}
