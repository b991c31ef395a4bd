import * as z from 'zod'
import type { SlotAccess } from '#server/compose/slotAccess.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { genesisRoot } from '#server/rollup/state/slotState.ts'
import { define, type RpcDefinition } from './define.ts'
import { nextNonce, numberOf, stateAt } from './heads.ts'
import { RpcError } from './jsonRpc.ts'
import { address, blockTag, hash32, quantity, toQuantity } from './quantities.ts'
import { blockView, genesisView, transactionReceiptView, transactionView } from './views.ts'

const call = z.record(z.string(), z.unknown())
const hexQuantity = z.string().regex(/^0x[0-9a-f]+$/)
const nullable = z.record(z.string(), z.unknown()).nullable()
const mostBlocks = 10_000

/** As much of Ethereum's own RPC as makes its tools at home here. Batches are blocks; accounts are their wallets. */
export function ethMethods(access: SlotAccess): RpcDefinition[] {
  const { views, slot } = access
  const block = async (row: Awaited<ReturnType<typeof views.batch>>, full: boolean | undefined) => {
    if (!row) return null
    const hashes = await views.txHashes(row.number)
    return blockView(row, full ? (await Promise.all(hashes.map(transaction))).filter((tx) => tx !== null) : hashes)
  }
  const place = async (hash: string) => {
    const tx = await views.txByHash(hash)
    if (tx?.kind !== 'ledger' || tx.status === 'refused') return null
    const batch = tx.batch === null ? null : await views.batch(tx.batch)
    const account = tx.account === null ? null : await access.account(tx.account, await views.newestBatch())
    const from = account && account.leaf.evm !== 0n ? `0x${account.leaf.evm.toString(16).padStart(40, '0')}` : null
    return { tx, batch, from, to: slot.rollup }
  }
  const transaction = async (hash: string) => {
    const found = await place(hash)
    return found && transactionView(found)
  }
  const plain = (name: string, summary: string, answer: () => Promise<string> | string) =>
    define(name, { summary, params: {}, result: z.string() }, async () => answer())
  return [
    plain('eth_chainId', 'The chain that the slot settles on.', () => toQuantity(slot.chainId)),
    plain('net_version', 'The same in decimals.', () => String(slot.chainId)),
    plain('web3_clientVersion', 'What answers.', () => 'cairn/0.1.0'),
    plain('eth_blockNumber', 'Number of the newest batch.', async () => toQuantity(await views.newestBatch())),
    plain('eth_gasPrice', 'A slot has no gas: 0.', () => '0x0'),
    plain('eth_maxPriorityFeePerGas', 'A slot has no gas: 0.', () => '0x0'),
    define('eth_syncing', { summary: 'Never: the tables are the slot.', params: {}, result: z.literal(false) }, async () => false),
    define(
      'eth_estimateGas',
      { summary: 'A slot has no gas: 0.', params: { call, block: blockTag.optional() }, result: hexQuantity },
      async () => '0x0',
    ),
    define(
      'eth_call',
      { summary: 'Refused: the slot runs no contracts.', params: { call, block: blockTag.optional() }, result: z.string() },
      async () => {
        throw new RpcError(-32000, 'The slot runs no contracts: nothing can be called.')
      },
    ),
    define(
      'eth_getCode',
      { summary: 'No account of a slot has code.', params: { address, block: blockTag.optional() }, result: z.literal('0x') },
      async () => '0x',
    ),
    define(
      'eth_getBlockByNumber',
      {
        summary: 'A batch as a block; null when there is none.',
        params: { block: blockTag, full: z.boolean().optional() },
        result: nullable,
      },
      async ({ block: tag, full }) => {
        const number = await numberOf(access, tag)
        return number === 0 ? genesisView(genesisRoot(fastHasher)) : block(await views.batch(number), full)
      },
    ),
    define(
      'eth_getBlockByHash',
      {
        summary: 'A batch by its hash, which is its state root; null when there is none.',
        params: { hash: hash32, full: z.boolean().optional() },
        result: nullable,
      },
      async ({ hash, full }) => {
        const genesis = genesisRoot(fastHasher)
        return BigInt(hash) === genesis ? genesisView(genesis) : block(await views.batchByRoot(BigInt(hash)), full)
      },
    ),
    define(
      'eth_getBalance',
      { summary: 'Coins of the account of a wallet.', params: { address, block: blockTag.optional() }, result: hexQuantity },
      async ({ address: wallet, block: tag }) => {
        const number = await stateAt(access, tag ?? 'latest')
        const account = await views.accountOf(`eip155:${wallet}`)
        return toQuantity(account === null ? 0n : await access.balance(account, 0, number))
      },
    ),
    define(
      'eth_getTransactionCount',
      {
        summary: 'Next nonce of the account of a wallet; `pending` counts what waits for a batch.',
        params: { address, block: blockTag.optional() },
        result: hexQuantity,
      },
      async ({ address: wallet, block: tag }) => {
        const number = await stateAt(access, tag ?? 'latest')
        const account = await views.accountOf(`eip155:${wallet}`)
        return toQuantity(account === null ? 0 : await nextNonce(access, account, { batch: number, pending: tag === 'pending' }))
      },
    ),
    define(
      'eth_getTransactionByHash',
      { summary: 'A ledger tx; null when it is not known or was refused.', params: { hash: hash32 }, result: nullable },
      ({ hash }) => transaction(hash),
    ),
    define(
      'eth_getTransactionReceipt',
      {
        summary: 'Receipt of a ledger tx that is in a batch; null before. `cairn_getReceipt` says more.',
        params: { hash: hash32 },
        result: nullable,
      },
      async ({ hash }) => {
        const found = await place(hash)
        return found?.batch ? transactionReceiptView({ ...found, batch: found.batch }) : null
      },
    ),
    define(
      'eth_getLogs',
      {
        summary: `The slot emits no logs; at most ${mostBlocks} blocks may be asked for.`,
        params: { filter: z.looseObject({ fromBlock: z.union([blockTag, quantity]).optional(), toBlock: blockTag.optional() }) },
        result: z.array(z.unknown()),
      },
      async ({ filter }) => {
        const [from, to] = await Promise.all([numberOf(access, filter.fromBlock ?? 'latest'), numberOf(access, filter.toBlock ?? 'latest')])
        if (from > to || to - from >= mostBlocks)
          throw new RpcError(-32602, 'Invalid params', { position: 0, expected: `a range of at most ${mostBlocks} blocks` })
        return []
      },
    ),
  ]
}
