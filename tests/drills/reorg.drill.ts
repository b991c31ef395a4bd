import type { Hex } from 'viem'
import { systemClock } from '#server/shared/clock.ts'
import type { Drill } from './drill.ts'
import { duringLife } from './duringLife.ts'
import { patiently } from './life.ts'
import type { DrillSlot } from './slot.ts'

const depths = [1, 2, 7, 64]

/**
 * L2 takes blocks back. What members sent is in the new blocks again, as nodes keep what they knew; what the slot sent is lost, and the slot has
 * to notice. 64 blocks are far below what L2 called final.
 */
export const reorg: Drill = {
  name: 'reorg',
  about: 'L2 takes 1, 2, 7 and 64 blocks back while batches are on their way',
  run: ({ quick }) =>
    duringLife('reorg', { quick }, async (slot, life) => {
      const broke: string[] = []
      for (const depth of quick ? depths.slice(0, 2) : depths) {
        const busy = life.say()
        await systemClock.sleep(5000)
        await busy
        await patiently(
          'the chain is long enough',
          async () => (await slot.client.getBlockNumber()) > slot.slot.fromBlock + BigInt(depth) + 16n,
        )
        const { kept, lost } = await takeBack(slot, depth)
        broke.push(`L2 took ${depth} blocks back: ${lost} transactions of the slot lost, ${kept} of members mined again`)
        console.error(`  ${broke.at(-1)}`)
        await life.settled()
      }
      return { broke }
    }),
}

async function takeBack({ client, engineAddresses }: DrillSlot, depth: number) {
  const head = await client.getBlockNumber()
  const again: [Hex, number][] = []
  let lost = 0
  for (let offset = 0; offset < depth; offset++) {
    const block = await client.getBlock({ blockNumber: head - BigInt(depth - 1 - offset), includeTransactions: true })
    for (const { hash, from } of block.transactions) {
      if (engineAddresses.includes(from.toLowerCase())) lost++
      else again.push([(await client.request({ method: 'eth_getRawTransactionByHash' as never, params: [hash] as never })) as Hex, offset])
    }
  }
  await client.request({ method: 'anvil_reorg' as never, params: [depth, again] as never })
  await client.request({ method: 'anvil_dropAllTransactions' as never, params: [] as never })
  // The node makes the new blocks a second apart and its clock stays behind; a real chain's clock goes on.
  const now = Math.floor(systemClock.now() / 1000)
  await client.request({ method: 'evm_setNextBlockTimestamp' as never, params: [now] as never })
  return { kept: again.length, lost }
}
