import * as z from 'zod'
import type { QuestLeaf } from '#server/rollup/protocol/circuitInputs.ts'
import { bits } from '#server/rollup/protocol/constants.gen.ts'
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
import { inboxFields, ledgerFields, type PayloadCodec } from './entry.ts'
import { amount, digest, fieldElement, pool, questLane, time, token, uint16, uint32 } from './schemas.ts'

/** What a quest's owner chooses when opening it. */
const questFields = {
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
}

/** Inbox openQuest: a wallet of the owner account opens a quest at an index of its choice and funds its pools from the account's vaults. */
export const openQuestTx = z.strictObject({ kind: z.literal('openQuest'), ...inboxFields, ...questFields })
export type OpenQuestTx = z.output<typeof openQuestTx>

/** The same, signed with the owner account's key. */
export const ledgerOpenQuestTx = z.strictObject({ kind: z.literal('ledgerOpenQuest'), ...ledgerFields, ...questFields })
export type LedgerOpenQuestTx = z.output<typeof ledgerOpenQuestTx>

type Opening = OpenQuestTx | LedgerOpenQuestTx

const placeLayout = [
  ['quest', bits.quest],
  ['previous', bits.quest],
] as const

/** The leaf that the tx opens. */
export function questOf(tx: Opening): QuestLeaf {
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

/** Seven payload words, the same in both kinds. */
export const openQuestCodec: PayloadCodec<OpenQuestTx> & PayloadCodec<LedgerOpenQuestTx> = {
  used: 7,
  encode(tx: Opening) {
    const leaf = questOf(tx)
    return [
      pack(placeLayout, { quest: BigInt(tx.quest), previous: BigInt(tx.previous) }),
      checkField('issuerKeyX', tx.issuerKeyX),
      checkField('issuerKeyY', tx.issuerKeyY),
      packSchedule(leaf),
      packPrices(leaf),
      checkBits('rulesHash', tx.rulesHash, bits.digest),
      packPools(leaf),
    ]
  },
  decode([place = 0n, issuerKeyX = 0n, issuerKeyY = 0n, schedule = 0n, prices = 0n, rulesHash = 0n, pools = 0n]) {
    const { quest, previous } = unpack(placeLayout, place)
    const times = unpack(scheduleLayout, schedule)
    const { rewardToken, rewardPerMint, feePerMint } = unpack(pricesLayout, prices)
    return {
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
  },
}
