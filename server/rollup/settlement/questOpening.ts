import { encodeFunctionData } from 'viem'
import * as z from 'zod'
import { inboxAbi } from '#contracts/abi/inbox.gen.ts'
import type { Connection, Database } from '#drizzle/client.ts'
import type { L2Client, SlotAddresses } from '#server/rollup/l2/slotReader.ts'
import type { Log } from '#server/shared/log.ts'
import { owe, sendsByPurpose } from './sendStore.ts'
import { refuseOpening, slotAccountOf, waitingQuestOpenings } from './settlementStore.ts'

const wei = z
  .string()
  .regex(/^[1-9][0-9]{0,28}$/)
  .transform(BigInt)

const word = z.string().regex(/^0x[0-9a-f]{64}$/)

/** Payload of an `openQuest` tx. Times in unix seconds; `rulesHash` is 31 bytes, hex. */
export const questOpeningSchema = z.object({
  questIndex: z.number().int().min(0),
  /** Index of the quest that it follows; absent = none. */
  previous: z.number().int().min(0).optional(),
  rulesHash: z.string().regex(/^0x[0-9a-f]{62}$/),
  opensAt: z.number().int(),
  closesAt: z.number().int(),
  supply: z.number().int().min(1),
  points: z.number().int().min(0),
  category: z.number().int().min(0),
  expiresAfterSeconds: z.number().int().min(0),
  /** Of an issuer outside of the platform; absent = the platform's. */
  issuerKey: z.object({ x: word, y: word }).optional(),
  /** What each mint reserves, in wei, and what the quest's pool begins with; absent = nothing. */
  reward: z.object({ perMint: wei, pool: wei }).optional(),
})

export type QuestOpeningDeps = {
  db: Database
  client: L2Client
  slot: SlotAddresses
  log: Log
  /** Wallet id of the platform: its slot account owns the quests, its key calls the inbox. */
  owner: string
  /** The platform's issuer key: of quests that name no other. */
  issuerKey: { x: bigint; y: bigint }
  /** Hands the slot the opening of an account that has none yet. */
  openAccount(connection: Connection, wallet: string): Promise<void>
}

/**
 * Turns accepted quest openings into inbox calls by the platform's key. The owner's slot account is opened first;
 * the tx is placed when the sequencer consumes the inbox item. True when something was owed.
 */
export async function openQuests(deps: QuestOpeningDeps): Promise<boolean> {
  const { db, client, slot, log, owner } = deps
  const rows = await waitingQuestOpenings(db)
  if (rows.length === 0) return false
  const account = await slotAccountOf(db, owner)
  if (account === null) {
    await deps.openAccount(db, owner)
    return false
  }
  const purposes = rows.map(({ payload }) => purposeOf(questOpeningSchema.parse(payload).questIndex))
  const known = new Map((await sendsByPurpose(db, purposes)).map((send) => [send.purpose, send]))
  const fee = await client.readContract({ address: slot.inbox, abi: inboxAbi, functionName: 'fee' })
  let moved = false
  for (const row of rows) {
    const opening = questOpeningSchema.parse(row.payload)
    const send = known.get(purposeOf(opening.questIndex))
    if (send?.status === 'reverted') await refuseOpening(db, row.id, 'inbox.refused')
    if (send) continue
    if (opening.reward) await oweFunding(deps, account, { quest: opening.questIndex, amount: opening.reward.pool, fee })
    const data = openingData(deps, account, opening)
    await owe(db, { purpose: purposeOf(opening.questIndex), sender: 'platform', to: slot.inbox, data, value: fee })
    log.info({ quest: opening.questIndex, account, requestId: row.requestId }, 'quest opening owed')
    moved = true
  }
  return moved
}

const purposeOf = (quest: number) => `openQuest:${quest}`

/**
 * The opening takes the pool from the owner's vault, so the owner pays it in first. Both go through one nonce lane, and the slot takes inbox
 * items in order: the money is there when the opening is applied.
 */
async function oweFunding({ db, slot }: QuestOpeningDeps, account: number, pool: { quest: number; amount: bigint; fee: bigint }) {
  const data = encodeFunctionData({ abi: inboxAbi, functionName: 'deposit', args: [account, 0n] })
  await owe(db, { purpose: `fundQuest:${pool.quest}`, sender: 'platform', to: slot.inbox, data, value: pool.amount + pool.fee })
}

function openingData(
  { issuerKey: own }: QuestOpeningDeps,
  account: number,
  { questIndex, previous, expiresAfterSeconds, rulesHash, reward, issuerKey, ...terms }: z.infer<typeof questOpeningSchema>,
) {
  const args = {
    ...terms,
    account,
    quest: questIndex,
    // The slot counts from 1 here: 0 = none.
    previous: previous === undefined ? 0 : previous + 1,
    issuerKeyX: issuerKey ? BigInt(issuerKey.x) : own.x,
    issuerKeyY: issuerKey ? BigInt(issuerKey.y) : own.y,
    expiresAfter: expiresAfterSeconds,
    revocable: true,
    rewardToken: 0,
    rewardPerMint: reward?.perMint ?? 0n,
    feePerMint: 0n,
    rulesHash: BigInt(rulesHash),
    pool: reward?.pool ?? 0n,
    feePool: 0n,
  }
  return encodeFunctionData({ abi: inboxAbi, functionName: 'openQuest', args: [args] })
}
