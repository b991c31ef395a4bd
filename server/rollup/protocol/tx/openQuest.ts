import * as z from 'zod'
import type { QuestLeaf } from '#server/rollup/protocol/circuitInputs.ts'
import { bits, kinds } from '#server/rollup/protocol/constants.gen.ts'
import { checkBits, checkField } from '#server/rollup/protocol/field.ts'
import {
  pack,
  packPools,
  packPrices,
  packSchedule,
  poolsLayout,
  pricesLayout,
  scheduleLayout,
  unpack,
} from '#server/rollup/protocol/packing.ts'
import { entryHeadLayout } from './deposit.ts'
import { accountLane, address, amount, digest, fieldElement, pool, questLane, time, token, uint16, uint32 } from './schemas.ts'

/** Inbox openQuest: the owner account's EVM wallet opens a quest at an index of its choice and funds its pools from the vault. */
export const openQuestTx = z.strictObject({
  kind: z.literal('openQuest'),
  /** The owner. */
  account: accountLane,
  sender: address,
  quest: questLane,
  /** Quest index + 1 of the quest it follows; 0 = none. */
  previous: questLane,
  issuerKeyX: fieldElement,
  issuerKeyY: fieldElement,
  opensAt: time,
  closesAt: time,
  supply: uint32,
  points: uint32,
  category: uint16,
  /** Seconds after issuance; 0 = never. */
  expiresAfter: time,
  revocable: z.boolean(),
  rewardToken: token,
  rewardPerMint: amount,
  feePerMint: amount,
  rulesHash: digest,
  pool,
  feePool: pool,
})
export type OpenQuestTx = z.output<typeof openQuestTx>

const placeLayout = [
  ['quest', bits.quest],
  ['previous', bits.quest],
] as const

/** The leaf that the tx opens. */
export function questOf(tx: OpenQuestTx): QuestLeaf {
  const [minted, claimed, revokedUnclaimed, groupNonce] = [0n, 0n, 0n, 0n]
  return {
    owner: BigInt(tx.account),
    previous: BigInt(tx.previous),
    issuerKeyX: tx.issuerKeyX,
    issuerKeyY: tx.issuerKeyY,
    opensAt: BigInt(tx.opensAt),
    closesAt: BigInt(tx.closesAt),
    supply: BigInt(tx.supply),
    points: BigInt(tx.points),
    category: BigInt(tx.category),
    expiresAfter: BigInt(tx.expiresAfter),
    revocable: tx.revocable ? 1n : 0n,
    rewardToken: BigInt(tx.rewardToken),
    rewardPerMint: tx.rewardPerMint,
    feePerMint: tx.feePerMint,
    rulesHash: tx.rulesHash,
    minted,
    claimed,
    revokedUnclaimed,
    groupNonce,
    pool: tx.pool,
    feePool: tx.feePool,
  }
}

/** The eight words of an openQuest. Throws `rollup.malformed` when a field does not fit its lane. */
export function encodeOpenQuest(tx: OpenQuestTx): bigint[] {
  const leaf = questOf(tx)
  return [
    pack(entryHeadLayout, { kind: BigInt(kinds.openQuest), account: BigInt(tx.account), sender: tx.sender }),
    pack(placeLayout, { quest: BigInt(tx.quest), previous: BigInt(tx.previous) }),
    checkField('issuerKeyX', tx.issuerKeyX),
    checkField('issuerKeyY', tx.issuerKeyY),
    packSchedule(leaf),
    packPrices(leaf),
    checkBits('rulesHash', tx.rulesHash, bits.digest),
    packPools(leaf),
  ]
}

/** Throws `rollup.malformed`. */
export function decodeOpenQuest(words: readonly bigint[]): OpenQuestTx {
  const [head = 0n, place = 0n, issuerKeyX = 0n, issuerKeyY = 0n, schedule = 0n, prices = 0n, rulesHash = 0n, pools = 0n] = words
  const { account, sender } = unpack(entryHeadLayout, head)
  const { quest, previous } = unpack(placeLayout, place)
  const times = unpack(scheduleLayout, schedule)
  const { rewardToken, rewardPerMint, feePerMint } = unpack(pricesLayout, prices)
  return {
    kind: 'openQuest',
    account: Number(account),
    sender,
    quest: Number(quest),
    previous: Number(previous),
    issuerKeyX,
    issuerKeyY,
    opensAt: Number(times.opensAt),
    closesAt: Number(times.closesAt),
    supply: Number(times.supply),
    points: Number(times.points),
    category: Number(times.category),
    expiresAfter: Number(times.expiresAfter),
    revocable: times.revocable === 1n,
    rewardToken: Number(rewardToken),
    rewardPerMint,
    feePerMint,
    rulesHash: checkBits('rulesHash', rulesHash, bits.digest),
    ...unpack(poolsLayout, pools),
  }
}
