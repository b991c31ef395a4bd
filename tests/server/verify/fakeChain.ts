import { type Hex, toHex } from 'viem'
import { appA } from '#chains/definitions/app-a.ts'
import { RetryableChainError } from '#chains/errors.ts'
import type { Block, BlockWithCalls, Call, EvmReader, Head, Log, LogQuery, Receipt } from '#chains/reader.ts'
import { entryPoint7, operationLog, safeLog } from './kinds/calls/encode.ts'

/** One transaction as a test writes it. `acts`: smart accounts that it executes, the Safe way or by the entry point. */
export type Sent = {
  from: Hex
  to: Hex | null
  input?: Hex
  value?: bigint
  failed?: boolean
  acts?: { wallet: Hex; how: 'safe' | 'operation' }[]
}

type Mined = Block & { sent: (Sent & { hash: Hex })[] }

/** A chain in memory that grows, finalizes and reorgs. */
export function createFakeChain() {
  const blocks: Mined[] = []
  let finalized = 0
  let fork = 0
  const mine = (...sent: Sent[]) => {
    const number = BigInt(blocks.length)
    const hash = toHex(number * 1_000_000n + BigInt(fork) * 1000n, { size: 32 })
    blocks.push({
      number,
      hash,
      parentHash: blocks.at(-1)?.hash ?? '0x',
      time: 1000 + blocks.length,
      sent: sent.map((one, index) => ({ ...one, hash: toHex(BigInt(hash) + BigInt(index) + 1n, { size: 32 }) })),
    })
  }
  mine()
  return {
    blocks,
    mine,
    finalize: (to: number) => {
      finalized = Math.max(finalized, Math.min(to, blocks.length - 1))
    },
    reorg: (depth: number) => {
      const keep = Math.max(finalized + 1, blocks.length - depth)
      const gone = blocks.length - keep
      blocks.length = keep
      fork++
      for (let index = 0; index < gone; index++) mine()
    },
    finalized: () => finalized,
  }
}
export type FakeChain = ReturnType<typeof createFakeChain>

/** An endpoint of that chain; `history`: how many blocks back it still has state (all by default). Counts what it is asked. */
export function readFakeChain(
  chain: FakeChain,
  { operator = 'own', history = Number.POSITIVE_INFINITY }: { operator?: string; history?: number } = {},
) {
  const asked = { states: 0, blocks: [] as bigint[], logs: 0, receipts: 0 }
  const refuse = (reason: 'pruned' | 'behind') => new RetryableChainError(reason, { chain: appA.id, operator, detail: '' })
  const at = (number: bigint) => chain.blocks[Number(number)] ?? null
  const plain = (block: Mined): Block => ({ number: block.number, hash: block.hash, parentHash: block.parentHash, time: block.time })
  const find = (hash: string) => {
    for (const block of chain.blocks)
      for (const [index, sent] of block.sent.entries()) if (sent.hash === hash) return { block, sent, index }
    return null
  }
  const nonce = (address: string, upTo: bigint) =>
    chain.blocks.slice(0, Number(upTo) + 1).reduce((sum, { sent }) => sum + sent.filter(({ from }) => from === address).length, 0)
  const never = () => Promise.reject(new Error('not asked'))
  const reader: EvmReader = {
    vm: 'evm',
    chain: appA,
    operator,
    async head(): Promise<Head> {
      const [latest, final] = [chain.blocks.at(-1), chain.blocks[chain.finalized()]]
      if (!latest || !final) throw refuse('behind')
      return { latest: plain(latest), safe: plain(final), finalized: plain(final) }
    },
    async block(number) {
      const block = at(number)
      return block && plain(block)
    },
    blocks: (numbers) => Promise.all(numbers.map((number) => reader.block(number))),
    async blocksWithCalls(numbers) {
      asked.blocks.push(...numbers)
      return numbers.map((number): BlockWithCalls | null => {
        const block = at(number)
        return block && { ...plain(block), calls: block.sent.map(toCall) }
      })
    },
    async state(reads, number) {
      if (Number(number) < chain.blocks.length - history) throw refuse('pruned')
      asked.states += reads.length
      return reads.map((read) => {
        if (read.what === 'nonce') return toHex(nonce(read.address, number))
        const acted = chain.blocks.some(({ sent }) =>
          sent.some(({ acts }) => acts?.some(({ wallet }) => 'address' in read && wallet === read.address)),
        )
        return acted ? '0x60' : '0x'
      })
    },
    async calls(hashes) {
      return hashes.map((hash) => {
        const found = find(hash)
        return found && { ...toCall(found.sent), block: { number: found.block.number, hash: found.block.hash } }
      })
    },
    async receipts(hashes) {
      asked.receipts += hashes.length
      return hashes.map((hash): Receipt | null => {
        const found = find(hash)
        if (!found) return null
        const { block, sent } = found
        const created = sent.to === null ? '0x00000000000000000000000000000000000c0de0' : null
        return { block: { number: block.number, hash: block.hash }, success: sent.failed !== true, created, logs: logsOf(block, sent) }
      })
    },
    async logs(query) {
      asked.logs++
      return chain.blocks
        .slice(Number(query.fromBlock), Number(query.toBlock) + 1)
        .flatMap((block) => block.sent.flatMap((sent) => logsOf(block, sent)))
        .filter((log) => fits(log, query))
    },
    sealedBlocks: never,
    headers: never,
    balances: never,
    transaction: never,
    requests: () => 0,
  }
  return { reader, asked }
}

function toCall({ hash, from, to, input = '0x', value = 0n }: Sent & { hash: Hex }): Call {
  return { hash, from, to, input, value }
}

function logsOf(block: Mined, { hash, acts = [] }: Sent & { hash: Hex }): Log[] {
  return acts.map(({ wallet, how }, index) => {
    const { address, topics, data } =
      how === 'safe' ? safeLog(wallet, true, index) : operationLog(entryPoint7, { sender: wallet, nonce: 1n }, true, index)
    return { block: { number: block.number, hash: block.hash }, txHash: hash, index, address, topics, data }
  })
}

const fits = (log: Log, { addresses, topics }: LogQuery) =>
  (addresses.length === 0 || addresses.includes(log.address)) &&
  topics.every((wanted, index) => wanted === null || wanted.includes(log.topics[index] ?? ''))
