import { depositCases } from './txCases/deposit.ts'
import { mintCases } from './txCases/mint.ts'
import { openAccountCases } from './txCases/openAccount.ts'
import { openQuestCases } from './txCases/openQuest.ts'

/** The hand-written cases of every tx. */
export const txCases = { openAccount: openAccountCases, mint: mintCases, deposit: depositCases, openQuest: openQuestCases }
