import { encodeFunctionData } from 'viem'
import * as z from 'zod'
import { inboxAbi } from '#contracts/abi/inbox.gen.ts'
import type { Connection, Database } from '#drizzle/client.ts'
import type { L2Client, SlotAddresses } from '#server/rollup/l2/slotReader.ts'
import type { Log } from '#server/shared/log.ts'
import { owe } from './sendStore.ts'
import { slotAccountOf, waitingQuestOpenings } from './settlementStore.ts'

const uint = z.string().regex(/^(0|[1-9]\d*)$/)

/** Payload of an `openQuest` tx: amounts and field elements as decimal strings, times in unix seconds. */
export const questOpeningSchema = z.object({
  /** Wallet id of the owner; its slot account owns the quest. */
  owner: z.string(),
  quest: z.number().int().min(0),
  /** Index + 1 of the quest it follows; 0 = none. */
  previous: z.number().int().min(0),
  issuerKey: z.object({ x: uint, y: uint }),
  opensAt: z.number().int(),
  closesAt: z.number().int(),
  supply: z.number().int().min(1),
  points: z.number().int().min(0),
  category: z.number().int().min(0),
  expiresAfter: z.number().int().min(0),
  revocable: z.boolean(),
  rewardPerMint: uint,
  feePerMint: uint,
  rulesHash: uint,
  pool: uint,
  feePool: uint,
})

export type QuestOpening = z.infer<typeof questOpeningSchema>

export type QuestOpeningDeps = {
  db: Database
  client: L2Client
  slot: SlotAddresses
  log: Log
  /** Hands the slot the opening of an account that has none yet. */
  openAccount(connection: Connection, wallet: string): Promise<void>
}

/**
 * Turns accepted quest openings into inbox calls by the owner's key (the platform's). The owner's slot account is opened first;
 * the tx is placed when the sequencer consumes the inbox item. True when something was owed.
 */
export async function openQuests({ db, client, slot, log, openAccount }: QuestOpeningDeps): Promise<boolean> {
  let moved = false
  for (const row of await waitingQuestOpenings(db)) {
    const opening = questOpeningSchema.parse(row.payload)
    const account = await slotAccountOf(db, opening.owner)
    if (account === null) {
      await openAccount(db, opening.owner)
      continue
    }
    const fee = await client.readContract({ address: slot.inbox, abi: inboxAbi, functionName: 'fee' })
    await owe(db, { purpose: `openQuest:${opening.quest}`, sender: 'platform', to: slot.inbox, data: openingData(account, opening), value: fee })
    log.debug({ quest: opening.quest, account, requestId: row.requestId }, 'quest opening owed')
    moved = true
  }
  return moved
}

function openingData(account: number, opening: QuestOpening) {
  const { owner: _owner, issuerKey, ...terms } = opening
  const args = {
    ...terms,
    account,
    issuerKeyX: BigInt(issuerKey.x),
    issuerKeyY: BigInt(issuerKey.y),
    rewardToken: 0,
    rewardPerMint: BigInt(opening.rewardPerMint),
    feePerMint: BigInt(opening.feePerMint),
    rulesHash: BigInt(opening.rulesHash),
    pool: BigInt(opening.pool),
    feePool: BigInt(opening.feePool),
  }
  return encodeFunctionData({ abi: inboxAbi, functionName: 'openQuest', args: [args] })
}
