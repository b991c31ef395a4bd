import { parseGwei } from 'viem'
import { l2Sends } from '#drizzle/schema/rollup.ts'
import { systemClock } from '#server/shared/clock.ts'
import type { Drill } from './drill.ts'
import { duringLife } from './duringLife.ts'

const mostGwei = 50

/** L2's base fee rises, first to what is still allowed, so that what is in flight gets stuck and is replaced, then above it, so that all waits. */
export const feeSpike: Drill = {
  name: 'fee-spike',
  about: 'L2’s base fee rises within what the publisher may pay and then above it, and falls again',
  run: ({ quick }) =>
    duringLife(
      'fee-spike',
      { quick, processes: (slot) => slot.addAll({ publisher: { CAIRN_MAX_FEE_GWEI: String(mostGwei) } }) },
      async (slot, life) => {
        const seconds = quick ? 5 : 25
        const hold = async (gwei: string, forSeconds: number) => {
          const until = systemClock.now() + forSeconds * 1000
          while (systemClock.now() < until) {
            await slot.client.request({
              method: 'anvil_setNextBlockBaseFeePerGas' as never,
              params: [`0x${parseGwei(gwei).toString(16)}`] as never,
            })
            await systemClock.sleep(150)
          }
        }
        await hold('1', 3)
        const busy = life.turn()
        await hold('1', 3)
        await hold('30', seconds)
        await hold('80', seconds)
        await hold('1', 3)
        await busy
        const rows = await slot.db.select().from(l2Sends)
        const dearest = rows.reduce((most, { maxFeePerGas }) => (BigInt(maxFeePerGas ?? 0) > most ? BigInt(maxFeePerGas ?? 0) : most), 0n)
        if (dearest > parseGwei(String(mostGwei)))
          throw new Error(`a transaction offered ${dearest} wei a unit of gas, ${mostGwei} gwei is the most`)
        const replaced = rows.filter(({ hashes }) => hashes.length > 1).length
        return {
          broke: [`the base fee was 30 gwei and then 80 gwei for ${seconds} s each, ${mostGwei} gwei are allowed`],
          figures: { 'transactions replaced': replaced, 'most offered, gwei': Number(dearest / 10n ** 9n) },
        }
      },
    ),
}
