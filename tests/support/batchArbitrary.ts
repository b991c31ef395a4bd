import fc from 'fast-check'
import { newAccount } from '#server/rollup/protocol/constants.gen.ts'
import { P } from '#server/rollup/protocol/field.ts'
import type { InboxTx } from '#server/rollup/protocol/tx/inboxTx.ts'
import type { LedgerTx, SignedLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import type { BatchContent } from '#server/rollup/protocol/words.ts'

export const fieldElement = fc.bigInt({ min: 0n, max: P - 1n })
const uint = (bits: number) => fc.bigInt({ min: 0n, max: (1n << BigInt(bits)) - 1n })
const lane = (bits: number) => fc.nat({ max: 2 ** bits - 1 })
const time = fc.maxSafeNat().map((value) => value % 2 ** 40)

const number = uint(32).map(Number)
const signature = fc.record({ s: fieldElement, e: fieldElement })

const item = { account: lane(26), authoriser: fieldElement }
const signer = { account: lane(26), nonce: number, fee: uint(96) }
const payment = { token: lane(8), amount: uint(96), recipient: uint(160) }
const key = { keyX: fieldElement, keyY: fieldElement }
const terms = {
  quest: lane(21),
  previous: lane(21),
  issuerKeyX: fieldElement,
  issuerKeyY: fieldElement,
  opensAt: time,
  closesAt: time,
  supply: number,
  points: number,
  category: lane(16),
  expiresAfter: time,
  revocable: fc.boolean(),
  rewardToken: lane(8),
  rewardPerMint: uint(96),
  feePerMint: uint(96),
  rulesHash: uint(248),
  pool: uint(112),
  feePool: uint(112),
}
const kind = <K extends string>(name: K) => fc.constant(name)

const deposit = fc
  .record({
    kind: kind('deposit'),
    ...item,
    account: fc.oneof(lane(26), fc.constant(newAccount)),
    token: lane(8),
    amount: uint(96),
    wallet: fieldElement,
  })
  .map((tx) => ({ ...tx, wallet: tx.account === newAccount ? tx.wallet : 0n }))

/** Any inbox item that ten words can hold. */
export const inboxItem: fc.Arbitrary<InboxTx> = fc.oneof(
  deposit,
  fc.record({ kind: kind('openQuest'), ...item, ...terms }),
  fc.record({ kind: kind('setKey'), ...item, ...key, identity: fieldElement, second: fieldElement }),
  fc.record({ kind: kind('activateKey'), ...item }),
  fc.record({ kind: kind('cancelKey'), ...item, byLinked: fc.boolean() }),
  fc.record({ kind: kind('forcedWithdraw'), ...item, ...payment }),
)

const unsigned: fc.Arbitrary<LedgerTx> = fc.oneof(
  fc.record({ kind: kind('transfer'), ...signer, to: lane(26), token: lane(8), amount: uint(96) }),
  fc.record({ kind: kind('withdraw'), ...signer, ...payment }),
  fc.record({ kind: kind('ledgerOpenQuest'), ...signer, ...terms }),
  fc.record({ kind: kind('fundQuest'), ...signer, quest: lane(21), toPool: uint(112), toFeePool: uint(112) }),
  fc.record({ kind: kind('closeQuest'), ...signer, quest: lane(21) }),
  fc.record({ kind: kind('setIssuer'), ...signer, quest: lane(21), ...key }),
  fc.record({ kind: kind('revoke'), credential: number, reason: number }),
  fc.record({ kind: kind('claimReward'), ...signer, credential: number }),
  fc.record({ kind: kind('linkWallet'), ...signer, wallet: fieldElement, place: lane(8) }),
  fc.record({ kind: kind('unlinkWallet'), ...signer, place: lane(8) }),
  fc.record({ kind: kind('mergeInto'), ...signer, target: lane(26), targetSignature: signature }),
)
/** Any ledger tx that ten words can hold; its signatures are any numbers. */
export const ledgerTx: fc.Arbitrary<SignedLedgerTx> = fc.tuple(unsigned, signature).map(([tx, by]) => ({ ...tx, signature: by }))

const group = (most: number) =>
  fc.record({
    quest: lane(21),
    accounts: fc.array(lane(26), { maxLength: most }),
    evidenceRoot: fieldElement,
    validUntil: time,
    signature,
  })

/** Any content that the small circuit's words can hold, rules aside. */
export const smallContent: fc.Arbitrary<BatchContent> = fc
  .record({
    leader: fc.nat({ max: 3 ** 16 - 1 }),
    // The index after the batch is a number, too.
    oldInboxIndex: fc.nat({ max: Number.MAX_SAFE_INTEGER - 1000 }),
    opens: fc.array(fieldElement, { maxLength: 9 }),
    groups: fc.oneof(fc.tuple(group(27)), fc.tuple(group(9), group(18)), fc.constant([])),
    ledger: fc.array(ledgerTx, { maxLength: 3 }),
    inbox: fc.array(inboxItem, { maxLength: 3 }),
  })
  .map((content) => ({ ...content, inbox: content.inbox.slice(0, 3 - content.ledger.length) }))
