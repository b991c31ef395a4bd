import * as z from 'zod'
import { bits } from '#server/rollup/protocol/constants.gen.ts'
import { fromLane, ledgerFields, type PayloadCodec, toLane } from './entry.ts'
import { questLane } from './schemas.ts'

/** The owner ends a quest and takes back what its pools hold; rewards that credentials have earned stay reserved. */
export const closeQuestTx = z.strictObject({ kind: z.literal('closeQuest'), ...ledgerFields, quest: questLane })
export type CloseQuestTx = z.output<typeof closeQuestTx>

export const closeQuestCodec: PayloadCodec<CloseQuestTx> = {
  used: 1,
  encode: (tx) => [toLane('quest', tx.quest, bits.quest)],
  decode: ([quest]) => ({ quest: fromLane('quest', quest, bits.quest) }),
}
