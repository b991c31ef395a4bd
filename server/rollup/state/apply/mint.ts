import type { QuestLeaf } from '#server/rollup/protocol/circuitInputs.ts'
import { accountsPerWord, trees } from '#server/rollup/protocol/constants.gen.ts'
import { accountWordsOf, type MintGroup, mintGroupMessage } from '#server/rollup/protocol/tx/mint.ts'
import { verify } from '#server/rollup/state/fastSchnorr.ts'
import { ok, type Result, refused } from '#server/shared/result.ts'
import type { SlotState } from '../slotState.ts'
import type { TxContext } from './context.ts'

export type MintRefusal =
  | 'mint.empty'
  | 'mint.no-quest'
  | 'mint.not-open'
  | 'mint.closed'
  | 'mint.expired'
  | 'mint.over-supply'
  | 'mint.pool-short'
  | 'mint.fee-pool-short'
  | 'mint.unknown-account'
  | 'mint.full'
  | 'mint.bad-signature'

export type Minted = { account: number; index: number; serial: number }

/** Appends one credential a member, nine to an aligned subtree, and moves reward and fee out of the quest's pools. The fee is the leader's. */
export function applyMint(state: SlotState, group: MintGroup, context: TxContext): Result<{ minted: Minted[]; fee: bigint }, MintRefusal> {
  const quest = state.quest(group.quest)
  if (quest === null) return refused('mint.no-quest')
  const refusal = ruleBroken(state, quest, group, context)
  if (refusal !== undefined) return refused(refusal)

  const count = BigInt(group.accounts.length)
  const fee = count * quest.feePerMint
  const first = state.credentialCount
  const minted = group.accounts.map((account, i) => ({ account, index: first + i, serial: Number(quest.minted) + i }))
  for (const { account, index, serial } of minted) {
    state.setCredential(index, {
      account: BigInt(account),
      quest: BigInt(group.quest),
      serial: BigInt(serial),
      issuedAt: BigInt(context.timestamp),
      flags: 0n,
      evidenceRoot: group.evidenceRoot,
    })
  }
  state.credentialCount += accountsPerWord * accountWordsOf(group.accounts.length)
  state.setQuest(group.quest, {
    ...quest,
    minted: quest.minted + count,
    groupNonce: quest.groupNonce + 1n,
    pool: quest.pool - count * quest.rewardPerMint,
    feePool: quest.feePool - fee,
  })
  return ok({ minted, fee })
}

function ruleBroken(state: SlotState, quest: QuestLeaf, group: MintGroup, context: TxContext): MintRefusal | undefined {
  const count = BigInt(group.accounts.length)
  const now = BigInt(context.timestamp)
  if (count === 0n) return 'mint.empty'
  if (now < quest.opensAt) return 'mint.not-open'
  if (now > quest.closesAt) return 'mint.closed'
  if (context.timestamp > group.validUntil) return 'mint.expired'
  if (quest.minted + count > quest.supply) return 'mint.over-supply'
  if (quest.pool < count * quest.rewardPerMint) return 'mint.pool-short'
  if (quest.feePool < count * quest.feePerMint) return 'mint.fee-pool-short'
  if (group.accounts.some((account) => account >= state.accountCount)) return 'mint.unknown-account'
  if (state.credentialCount + accountsPerWord * accountWordsOf(group.accounts.length) > trees.credentials.capacity) return 'mint.full'
  const message = mintGroupMessage(state.hasher, { ...group, domain: context.domain, groupNonce: quest.groupNonce })
  const issuer = { x: quest.issuerKeyX, y: quest.issuerKeyY }
  return verify(state.hasher, issuer, message, group.signature) ? undefined : 'mint.bad-signature'
}
