import { shortHex } from '#server/verify/kinds/wording.ts'

/** What traces say in many rows. */
export const failed = 'this transaction failed'
export const onlyAllows = ({ address }: { address: string }) =>
  `only allows ${shortHex(address)} to use your tokens: nothing was done with them yet`
export const notYours = 'no transaction of your linked wallets on App chain A has this hash'
export const byUnlinked = /^sent by your wallet, but done by the smart account 0x[0-9a-f]{4}…[0-9a-f]{4}, which is not linked$/
const beforeQuest = /^done at \d{4}-\d\d-\d\d \d\d:\d\d UTC, but only transactions from \d{4}-\d\d-\d\d \d\d:\d\d UTC on count$/
/** Done before the quest began, and what is then said of the pasted transaction. */
export const early = { early: true, pasted: true, says: beforeQuest } as const
