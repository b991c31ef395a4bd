import { type Abi, decodeEventLog, decodeFunctionResult, encodeFunctionData, type Hex, toEventSelector } from 'viem'
import { getAbiItem } from 'viem/utils'
import { PermanentChainError } from '#chains/errors.ts'
import type { Block, EvmReader, Head } from '#chains/reader.ts'
import { rollupAbi } from '#contracts/abi/rollup.gen.ts'
import { CubeFileTooOld } from '#server/verify/cubeFiles.ts'
import type { BlockTimes } from '#server/verify/evidence/blockTimeClient.ts'
import { contentOf } from './verify/l2Client.ts'
import type { L2Reader } from './verify.ts'

/** Batches, and blocks of L2, that are looked through for a revocation since a file was saved: beyond that the member saves it anew. */
const mostBatches = 1024
const mostBlocks = 500_000n

const proposedTopic = toEventSelector(getAbiItem({ abi: rollupAbi, name: 'BatchProposed' }))

type Ending = { root: string; timestamp: number }
/** A batch that is final: the root it ended with, and the credentials it revoked; null when its words cannot be read. */
type FinalBatch = Ending & { revoked: ReadonlySet<number> | null }

/** One slot as one endpoint of its L2 knows it. What is final there is read once, however many files are asked about. */
export function createSlotHistory({ reader, times, rollup }: { reader: EvmReader; times: BlockTimes; rollup: Hex }) {
  const kept = new Map<number, FinalBatch>()
  /** Roots that the rollup still keeps, and the newest final batch by the block that was asked. */
  const roots = new Map<number, Ending>()
  const newest = new Map<string, Promise<number>>()
  let busy: Promise<unknown> = Promise.resolve()

  async function call<T>(
    functionName: 'finalHead' | 'finalRoot' | 'batch',
    numbers: readonly (readonly bigint[])[],
    at: Block,
  ): Promise<T[]> {
    const reads = numbers.map((args) => ({
      what: 'call' as const,
      to: rollup,
      data: encodeFunctionData({ abi: rollupAbi as Abi, functionName, args }),
    }))
    const values = await reader.state(reads, at.number)
    return reads.map((_, index) => decode<T>(functionName, values[index] ?? null))
  }

  function decode<T>(functionName: string, value: string | null): T {
    try {
      // Of the function that was asked: the ABI says of which type its answer is.
      return decodeFunctionResult({ abi: rollupAbi as Abi, functionName, data: (value ?? '0x') as Hex }) as T
    } catch (cause) {
      throw new PermanentChainError('refused', { chain: reader.chain.id, operator: reader.operator, detail: `${rollup} is no slot`, cause })
    }
  }

  /** These batches, which are final at the block. One look at a time: the next finds what it left. */
  function batches(from: number, to: number, { at, head }: { at: Block; head: Head }): Promise<(FinalBatch | null)[]> {
    const turn = busy.then(async () => {
      const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index)
      const missing = numbers.filter((number) => !kept.has(number))
      const read = missing.length === 0 ? new Map<number, FinalBatch>() : await readBatches(missing, { at, head })
      if (at.number <= head.finalized.number) for (const [number, batch] of read) kept.set(number, batch)
      return numbers.map((number) => kept.get(number) ?? read.get(number) ?? null)
    })
    busy = turn.catch(() => undefined)
    return turn
  }

  async function readBatches(numbers: readonly number[], { at, head }: { at: Block; head: Head }): Promise<Map<number, FinalBatch>> {
    if (numbers.length > mostBatches) throw new CubeFileTooOld()
    const stored = await call<readonly [number, Hex, Hex, bigint, bigint]>(
      'batch',
      numbers.map((number) => [BigInt(number)]),
      at,
    )
    const earliest = stored.reduce((least, [, , , proposedAt]) => Math.min(least, Number(proposedAt)), at.time)
    const fromBlock = await times.firstAt(earliest, head)
    if (at.number - fromBlock > mostBlocks) throw new CubeFileTooOld()
    const logs = await reader.logs({ addresses: [rollup], topics: [[proposedTopic]], fromBlock, toBlock: at.number })
    // A number may have been proposed, pruned and proposed again: the final one is the one whose hash the rollup kept.
    const proposals = numbers.flatMap((number, index) => {
      const log = logs.findLast(
        ({ topics }) => topics[1] !== undefined && Number(BigInt(topics[1])) === number && topics[2] === stored[index]?.[2],
      )
      return log ? [{ number, log, claim: claimOf(log) }] : []
    })
    const sent = await reader.calls(proposals.map(({ log }) => log.txHash))
    return new Map(
      proposals.map(({ number, claim }, index): [number, FinalBatch] => {
        const proposal = sent[index]
        const content = proposal?.to === rollup ? contentOf(proposal.input as Hex, claim) : null
        const revoked = content && new Set(content.ledger.flatMap((tx) => (tx.kind === 'revoke' ? [tx.credential] : [])))
        return [number, { root: claim.newRoot, timestamp: Number(claim.timestamp), revoked }]
      }),
    )
  }

  function newestAt(block: Block): Promise<number> {
    const asked = newest.get(block.hash) ?? call<{ number: bigint }>('finalHead', [[]], block).then(([head]) => Number(head?.number ?? 0))
    newest.set(block.hash, asked)
    asked.catch(() => newest.delete(block.hash))
    for (const oldest of newest.keys()) {
      if (newest.size <= 8) break
      newest.delete(oldest)
    }
    return asked
  }

  /** The root of a batch; null when it is not final at the block. */
  async function endingOf(batch: number, where: { at: Block; head: Head }): Promise<Ending | null> {
    const before = roots.get(batch)
    if (before) return before
    const [found, number] = await Promise.all([
      call<readonly [boolean, Hex, bigint]>('finalRoot', [[BigInt(batch)]], where.at),
      newestAt(where.at),
    ])
    const [known, root, timestamp] = found[0] ?? [false, '0x', 0n]
    if (!known) {
      if (batch === 0 || batch > number) return null
      // Older than the roots that the rollup keeps.
      const [old] = await batches(batch, batch, where)
      if (!old) throw new CubeFileTooOld()
      return old
    }
    const ending = { root, timestamp: Number(timestamp) }
    if (where.at.number <= where.head.finalized.number) roots.set(batch, ending)
    return ending
  }

  /** The slot as it is at one block that everyone agrees on. */
  function at(block: Block, head: Head): L2Reader {
    const where = { at: block, head }
    return {
      chainId: Number(reader.chain.reference),
      rollup,
      async finalRoot(root, batch) {
        const ending = await endingOf(batch, where)
        return ending?.root === root ? { batch, timestamp: ending.timestamp } : null
      },
      async revokedSince(index, batch) {
        const later = await batches(batch + 1, await newestAt(block), where)
        if (later.some((one) => one?.revoked?.has(index))) return 'revoked'
        return later.every((one) => one !== null && one.revoked !== null) ? 'none' : 'unknown'
      },
    }
  }

  function clear() {
    for (const cache of [kept, roots, newest]) cache.clear()
  }

  return { at, clear }
}

export type SlotHistory = ReturnType<typeof createSlotHistory>

type Claim = { circuit: number; timestamp: bigint; newRoot: Hex; wordsHash: Hex; lengths: bigint }

function claimOf({ topics, data }: { topics: readonly string[]; data: string }): Claim {
  const { args } = decodeEventLog({
    abi: rollupAbi,
    eventName: 'BatchProposed',
    topics: topics as [Hex, ...Hex[]],
    data: data as Hex,
  })
  return args.claim
}
