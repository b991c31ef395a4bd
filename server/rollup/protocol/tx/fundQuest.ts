import * as z from 'zod'
import { bits } from '#server/rollup/protocol/constants.gen.ts'
import { pack, unpack } from '#server/rollup/protocol/packing.ts'
import { fromLane, ledgerFields, type PayloadCodec, toLane } from './entry.ts'
import { pool, questLane } from './schemas.ts'

/** Pays into a quest's pools: rewards in its reward token, fees in token 0. Anyone may. */
export const fundQuestTx = z.strictObject({
  kind: z.literal('fundQuest'),
  ...ledgerFields,
  quest: questLane,
  toPool: pool,
  toFeePool: pool,
})
export type FundQuestTx = z.output<typeof fundQuestTx>

const layout = [
  ['toPool', bits.pool],
  ['toFeePool', bits.pool],
] as const

export const fundQuestCodec: PayloadCodec<FundQuestTx> = {
  used: 2,
  encode: (tx) => [toLane('quest', tx.quest, bits.quest), pack(layout, tx)],
  decode: ([quest, pools = 0n]) => ({ quest: fromLane('quest', quest, bits.quest), ...unpack(layout, pools) }),
}
