import { type Abi, decodeFunctionData, encodeAbiParameters, encodeEventTopics, encodeFunctionResult, type Hex } from 'viem'
import { getAbiItem } from 'viem/utils'
import { describe, expect, it } from 'vitest'
import { localL2 } from '#chains/definitions/local-l2.ts'
import type { Block, EvmReader, Head, Log } from '#chains/reader.ts'
import { rollupAbi } from '#contracts/abi/rollup.gen.ts'
import { createSlotHistory } from '#server/credentials/slotHistoryClient.ts'
import { CubeFileTooOld } from '#server/verify/cubeFiles.ts'
import { createBlockTimes } from '#server/verify/evidence/blockTimeClient.ts'

const rollup: Hex = `0x${'ab'.repeat(20)}`
const hash = (n: number): Hex => `0x${n.toString(16).padStart(64, '0')}`
const block = (n: bigint): Block => ({
  number: n,
  hash: hash(Number(n)),
  parentHash: hash(Number(n) - 1),
  time: 1_800_000_000 + 2 * Number(n),
})
const headAt = (n: bigint): Head => ({ latest: block(n), safe: block(n), finalized: block(n - 5n) })

/** A slot whose batch n ended with root n, proposed in block `at(n)` by words that nobody can read; the rollup keeps the newest 256 roots. */
function fakeSlot({ batches, at = (n) => BigInt(n) + 10n, head = at(batches) + 20n, logs = true }: FakeSlot) {
  const asked = { state: 0, logs: [] as bigint[] }
  const answer = (data: Hex): Hex => {
    const { functionName, args = [] } = decodeFunctionData({ abi: rollupAbi as Abi, data })
    const n = Number(args[0] ?? 0)
    const known = n <= batches && n > batches - 256
    const time = BigInt(block(at(n)).time)
    const result =
      functionName === 'finalHead'
        ? { root: hash(batches), number: BigInt(batches), timestamp: 0n, inboxIndex: 0n }
        : functionName === 'finalRoot'
          ? [known, known ? hash(n) : hash(0), known ? time : 0n]
          : [2, hash(1), hash(1_000_000 + n), time, 0n]
    return encodeFunctionResult({ abi: rollupAbi as Abi, functionName, result: result as never })
  }
  const claim = getAbiItem({ abi: rollupAbi, name: 'BatchProposed' }).inputs[2]
  const logOf = (n: number, claimHash = hash(1_000_000 + n)): Log => ({
    block: { number: at(n), hash: hash(Number(at(n))) },
    txHash: hash(n),
    index: 0,
    address: rollup,
    topics: encodeEventTopics({ abi: rollupAbi, eventName: 'BatchProposed', args: { number: BigInt(n), claimHash } }) as string[],
    data: encodeAbiParameters(
      [claim],
      [
        {
          ...{ number: BigInt(n), circuit: 1, timestamp: BigInt(block(at(n)).time), inboxFrom: 0n, inboxTo: 0n, oldRoot: hash(n - 1) },
          ...{ newRoot: hash(n), wordsHash: hash(5), dataCommit: hash(0), effects: 0n, lengths: 0n, evaluation: 0n },
        },
      ],
    ),
  })
  const reader = {
    vm: 'evm',
    chain: localL2,
    operator: 'fake',
    state: async (reads: { data: Hex }[]) => {
      asked.state += reads.length
      return reads.map(({ data }) => answer(data))
    },
    block: async (n: bigint) => block(n),
    logs: async ({ fromBlock, toBlock }: { fromBlock: bigint; toBlock: bigint }) => {
      asked.logs.push(toBlock - fromBlock + 1n)
      const all = Array.from({ length: batches }, (_, i) => i + 1).filter((n) => at(n) >= fromBlock && at(n) <= toBlock)
      // Each was proposed before, with another claim, and pruned.
      return logs ? all.flatMap((n) => [logOf(n, hash(7)), logOf(n)]) : []
    },
    calls: async (hashes: string[]) =>
      hashes.map((txHash) => ({ hash: txHash, from: rollup, to: rollup, input: '0x', value: 0n, block: block(1n) })),
  } as unknown as EvmReader
  const history = createSlotHistory({ reader, times: createBlockTimes(reader as never), rollup })
  const now = headAt(head)
  return { asked, history, slot: history.at(now.finalized, now), head: now }
}
type FakeSlot = { batches: number; at?: (n: number) => bigint; head?: bigint; logs?: boolean }

describe('a slot as one endpoint knows it', () => {
  it('knows the newest roots by one read, without a log', async () => {
    const { slot, asked } = fakeSlot({ batches: 300 })
    expect(await slot.finalRoot(hash(290), 290)).toMatchObject({ batch: 290 })
    expect(await slot.finalRoot(hash(291), 290)).toBeNull()
    expect(await slot.finalRoot(hash(301), 301)).toBeNull()
    expect(await slot.revokedSince(1, 300)).toBe('none')
    expect(asked.logs).toEqual([])
  })

  it('finds a root that the rollup no longer keeps by the proposal that became final, and remembers it', async () => {
    const { slot, history, head, asked } = fakeSlot({ batches: 300 })
    expect(await slot.finalRoot(hash(20), 20)).toMatchObject({ batch: 20 })
    expect(await slot.finalRoot(hash(21), 20)).toBeNull()
    expect(asked.logs).toHaveLength(1)
    expect(await history.at(head.finalized, head).finalRoot(hash(20), 20)).toMatchObject({ batch: 20 })
    expect(asked.logs).toHaveLength(1)
    history.clear()
    expect(await slot.finalRoot(hash(20), 20)).toMatchObject({ batch: 20 })
    expect(asked.logs).toHaveLength(2)
  })

  it('reads later batches once, from the block of the first, and never calls one that it cannot read harmless', async () => {
    const { slot, asked } = fakeSlot({ batches: 300 })
    expect(await slot.revokedSince(1, 290)).toBe('unknown')
    expect(asked.logs).toEqual([25n])
    expect(await slot.revokedSince(2, 292)).toBe('unknown')
    expect(asked.logs).toHaveLength(1)
  })

  it('keeps nothing of what a node did not find, nor of what is not final', async () => {
    const silent = fakeSlot({ batches: 300, logs: false })
    expect(await silent.slot.revokedSince(1, 299)).toBe('unknown')
    expect(await silent.slot.revokedSince(1, 299)).toBe('unknown')
    expect(silent.asked.logs).toHaveLength(2)
    const { history, head, asked } = fakeSlot({ batches: 300 })
    const newest = history.at(head.latest, head)
    expect(await newest.finalRoot(hash(20), 20)).toMatchObject({ batch: 20 })
    expect(await newest.finalRoot(hash(20), 20)).toMatchObject({ batch: 20 })
    expect(asked.logs).toHaveLength(2)
  })

  it('does not look through more than it may: batches, or blocks', async () => {
    const many = fakeSlot({ batches: 3000 })
    await expect(many.slot.revokedSince(1, 10)).rejects.toBeInstanceOf(CubeFileTooOld)
    expect(many.asked.logs).toEqual([])
    const slow = fakeSlot({ batches: 300, at: (n) => BigInt(n) * 100_000n })
    await expect(slow.slot.revokedSince(1, 200)).rejects.toBeInstanceOf(CubeFileTooOld)
    await expect(slow.slot.finalRoot(hash(20), 20)).rejects.toBeInstanceOf(CubeFileTooOld)
    expect(await slow.slot.revokedSince(1, 298)).toBe('unknown')
  })

  it('says that a contract is no slot', async () => {
    const nothing = { ...localL2 }
    const reader = {
      vm: 'evm',
      chain: nothing,
      operator: 'fake',
      state: async (reads: unknown[]) => reads.map(() => '0x'),
    } as unknown as EvmReader
    const history = createSlotHistory({ reader, times: createBlockTimes(reader as never), rollup })
    await expect(history.at(block(5n), headAt(10n)).finalRoot(hash(1), 1)).rejects.toMatchObject({ reason: 'refused', retryable: false })
  })
})
