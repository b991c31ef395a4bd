import fc from 'fast-check'
import { newAccount } from '#server/rollup/protocol/constants.gen.ts'
import { P } from '#server/rollup/protocol/field.ts'
import type { BatchContent, InboxTx } from '#server/rollup/protocol/words.ts'

export const fieldElement = fc.bigInt({ min: 0n, max: P - 1n })
const uint = (bits: number) => fc.bigInt({ min: 0n, max: (1n << BigInt(bits)) - 1n })
const lane = (bits: number) => fc.nat({ max: 2 ** bits - 1 })
const time = fc.maxSafeNat().map((value) => value % 2 ** 40)

const deposit: fc.Arbitrary<InboxTx> = fc
  .record({
    kind: fc.constant('deposit' as const),
    account: fc.oneof(lane(26), fc.constant(newAccount)),
    sender: uint(160),
    token: lane(8),
    amount: uint(96),
    wallet: fieldElement,
  })
  .map((tx) => ({ ...tx, wallet: tx.account === newAccount ? tx.wallet : 0n }))

const openQuest: fc.Arbitrary<InboxTx> = fc.record({
  kind: fc.constant('openQuest' as const),
  account: lane(26),
  sender: uint(160),
  quest: lane(21),
  previous: lane(21),
  issuerKeyX: fieldElement,
  issuerKeyY: fieldElement,
  opensAt: time,
  closesAt: time,
  supply: uint(32).map(Number),
  points: uint(32).map(Number),
  category: lane(16),
  expiresAfter: time,
  revocable: fc.boolean(),
  rewardToken: lane(8),
  rewardPerMint: uint(96),
  feePerMint: uint(96),
  rulesHash: uint(248),
  pool: uint(112),
  feePool: uint(112),
})

const group = (most: number) =>
  fc.record({
    quest: lane(21),
    accounts: fc.array(lane(26), { maxLength: most }),
    evidenceRoot: fieldElement,
    validUntil: time,
    signature: fc.record({ s: fieldElement, e: fieldElement }),
  })

/** Any content that the small circuit's words can hold, rules aside. */
export const smallContent: fc.Arbitrary<BatchContent> = fc.record({
  leader: fc.nat({ max: 3 ** 16 - 1 }),
  // The index after the batch is a number, too.
  oldInboxIndex: fc.nat({ max: Number.MAX_SAFE_INTEGER - 1000 }),
  opens: fc.array(fieldElement, { maxLength: 9 }),
  groups: fc.oneof(fc.tuple(group(27)), fc.tuple(group(9), group(18)), fc.constant([])),
  inbox: fc.array(fc.oneof(deposit, openQuest), { maxLength: 3 }),
})
