import type { SlotAccess } from '#server/compose/slotAccess.ts'
import { bytes32, toQuantity } from './quantities.ts'

type Views = SlotAccess['views']
type Batch = NonNullable<Awaited<ReturnType<Views['batch']>>>
type Tx = NonNullable<Awaited<ReturnType<Views['txById']>>>
type Withdrawal = Awaited<ReturnType<Views['withdrawals']>>[number]
type Account = NonNullable<Awaited<ReturnType<SlotAccess['account']>>>

const iso = (time: Date | null) => time?.toISOString() ?? null

/** Leaf fields as decimal strings. */
export const leafView = (leaf: Readonly<Record<string, bigint>>) =>
  Object.fromEntries(Object.entries(leaf).map(([name, value]) => [name, value.toString()]))

export function accountView(index: number, { leaf, links }: Account) {
  const { keyX, keyY, pendingKeyX, pendingKeyY, pendingAt, evm, solanaDigest, nonce, movedTo, identity } = leaf
  return {
    index,
    evm: evm === 0n ? null : `0x${evm.toString(16).padStart(40, '0')}`,
    solanaDigest: solanaDigest === 0n ? null : bytes32(solanaDigest),
    key: keyX === 0n && keyY === 0n ? null : { x: bytes32(keyX), y: bytes32(keyY) },
    pendingKey: pendingAt === 0n ? null : { x: bytes32(pendingKeyX), y: bytes32(pendingKeyY), at: Number(pendingAt) },
    identity: identity === 0n ? null : bytes32(identity),
    nonce: Number(nonce),
    movedTo: movedTo === 0n ? null : Number(movedTo) - 1,
    links: links.map((word) => (word === 0n ? null : bytes32(word))),
  }
}

export function receiptView({ id, key, kind, entry, status, batch, position, refusal, createdAt }: Tx) {
  return {
    ...{ id, kind, batch, position, refusal },
    status: status === 'awaiting-issuer' ? 'accepted' : status,
    acceptedAt: iso(createdAt),
    ...(kind === 'ledger' ? { txHash: key, entry } : {}),
  }
}

export function batchView(batch: Batch) {
  const { number, circuit, status, timestamp, credentials, accounts, inboxFrom, inboxTo, proposeTx, voteTx } = batch
  return {
    ...{ number, circuit, status, timestamp, credentials, accounts, inboxFrom, inboxTo, proposeTx, voteTx },
    oldRoot: bytes32(batch.oldRoot),
    newRoot: bytes32(batch.newRoot),
    dataCommit: bytes32(batch.dataCommit),
    wordsHash: bytes32(batch.wordsHash),
    sealedAt: iso(batch.sealedAt),
    proposedAt: iso(batch.proposedAt),
    provenAt: iso(batch.provenAt),
    finalAt: iso(batch.finalAt),
  }
}

/** `state`: sealed, proposed, proven, final or paid. */
export function withdrawalView(row: Withdrawal) {
  const { batch, entry, kind, account, token, recipient, payTx, status } = row
  return {
    ...{ batch, entry, kind, account, token, recipient, payTx },
    amount: String(row.amount),
    state: row.paid ? 'paid' : status === 'voted' ? 'proven' : status,
    lanes: { zk: row.provenAt === null ? 'waiting' : 'voted' },
    sealedAt: iso(row.sealedAt),
    proposedAt: iso(row.proposedAt),
    provenAt: iso(row.provenAt),
    finalAt: iso(row.finalAt),
    paidAt: iso(row.paidAt),
  }
}

const zeroHash = `0x${'0'.repeat(64)}`
const zeroAddress = `0x${'0'.repeat(40)}`

/** A batch as Ethereum tools know blocks: its hash is its state root, and its parent's hash is the root it began with. */
export function blockView(batch: Batch, transactions: readonly unknown[]) {
  return {
    number: toQuantity(batch.number),
    hash: bytes32(batch.newRoot),
    parentHash: bytes32(batch.oldRoot),
    stateRoot: bytes32(batch.newRoot),
    timestamp: toQuantity(batch.timestamp),
    size: toQuantity(batch.calldata.length / 2 - 1),
    transactionsRoot: bytes32(batch.dataCommit),
    ...emptyBlock,
    transactions,
  }
}

const emptyBlock = {
  nonce: '0x0000000000000000',
  sha3Uncles: zeroHash,
  mixHash: zeroHash,
  receiptsRoot: zeroHash,
  logsBloom: `0x${'0'.repeat(512)}`,
  miner: zeroAddress,
  extraData: '0x',
  difficulty: '0x0',
  totalDifficulty: '0x0',
  gasLimit: '0x0',
  gasUsed: '0x0',
  baseFeePerGas: '0x0',
  uncles: [],
}

/** The genesis, before the first batch. */
export const genesisView = (root: bigint) => ({
  ...{
    number: '0x0',
    hash: bytes32(root),
    parentHash: zeroHash,
    stateRoot: bytes32(root),
    timestamp: '0x0',
    size: '0x0',
    transactionsRoot: zeroHash,
  },
  ...emptyBlock,
  transactions: [],
})

type Place = { tx: Tx; batch: Batch | null; from: string | null; to: string }

/** A ledger tx as Ethereum tools know transactions: its words are the input, its fee is not gas. */
export function transactionView({ tx, batch, from, to }: Place) {
  return {
    hash: tx.key,
    blockHash: batch && bytes32(batch.newRoot),
    blockNumber: batch && toQuantity(batch.number),
    transactionIndex: batch && toQuantity(tx.position ?? 0),
    from: from ?? zeroAddress,
    to,
    input: `0x${(tx.words ?? []).map((word) => bytes32(word).slice(2)).join('')}`,
    nonce: toQuantity(tx.nonce ?? 0),
    ...{ value: '0x0', gas: '0x0', gasPrice: '0x0', type: '0x0', v: '0x0', r: '0x0', s: '0x0' },
  }
}

export function transactionReceiptView({ tx, batch, from, to }: Place & { batch: Batch }) {
  return {
    transactionHash: tx.key,
    blockHash: bytes32(batch.newRoot),
    blockNumber: toQuantity(batch.number),
    transactionIndex: toQuantity(tx.position ?? 0),
    from: from ?? zeroAddress,
    to,
    contractAddress: null,
    ...{ status: '0x1', type: '0x0', gasUsed: '0x0', cumulativeGasUsed: '0x0', effectiveGasPrice: '0x0' },
    logs: [],
    logsBloom: emptyBlock.logsBloom,
  }
}
