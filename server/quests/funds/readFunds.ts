import type { QuestLeaf } from '#server/rollup/protocol/circuitInputs.ts'
import { decodeLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import { toQuestLeaf } from '#server/rollup/state/leafFields.ts'
import type { Text } from '#server/verify/verdict.ts'
import type { QuestDeps } from '../questWork.ts'
import { fundedPlaces } from './estimate.ts'
import type { FundTx, FundViewStore, PaidQuest } from './fundViewStore.ts'

/** Why a quest's pools cannot be taken back now; null when they can. */
export type NotYet = 'open' | 'minting' | 'drawing' | 'not-there' | 'closing' | 'empty' | 'not-owner' | null

/** A quest that pays something. Amounts in wei, decimal. */
export type QuestFunds = {
  slug: string
  title: Text
  /** The quest whose winners this one pays. */
  prizeOf: string | null
  status: 'publishing' | 'live' | 'paused' | 'ended'
  /** What became of the opening that was signed; null when the platform opened it. `refusal`: why the slot did not take it. */
  opening: { status: string; refusal: string | null } | null
  opensAt: string
  closesAt: string
  supply: number
  completed: number
  rewardPerMint: string
  /** What each completion costs beside that: the slot's part and the shares. */
  feePerMint: string
  /** What stands in the slot; null while it has no leaf. */
  leaf: QuestPools | null
  /** Completions that can still be paid; null = nothing is paid for them. */
  lasts: number | null
  notYet: NotYet
}

export type QuestPools = {
  quest: number
  pool: string
  feePool: string
  /** The slot's part of the fee for each completion. */
  feePerMint: string
  /** Of credentials that were minted and not claimed yet. */
  reserved: string
  claimed: string
  /** Fees of what was minted. */
  fees: string
}

/** Something that the vault's holder signed for a quest. */
export type FundMove = {
  tx: string
  kind: 'opened' | 'added' | 'closed'
  quest: { slug: string; title: Text } | null
  /** What went into pools, or came back, in wei; null while that is not known. */
  amount: string | null
  status: string
  refusal: string | null
  batch: number | null
  at: string
  finalAt: string | null
}

export type SpaceFunds = {
  vault: { slotAccount: number; handle: string | null; wallet: string; mine: boolean; available: string } | null
  quests: QuestFunds[]
  moves: FundMove[]
}

export type FundsDeps = Pick<QuestDeps, 'transact' | 'now'> & { views: FundViewStore }

const mostMoves = 50

/** The money of a space: its vault, its quests' pools and how long they last, what was signed. */
export async function readFunds(deps: FundsDeps, { spaceId, accountId }: { spaceId: string; accountId: string }): Promise<SpaceFunds> {
  const vault = await deps.transact(async (work) => {
    const known = await work.funds.vault(spaceId)
    return known && { ...known, available: (await work.slot.available(known.slotAccount, [0])).get(0) ?? 0n }
  })
  const rows = await deps.views.paidQuests(spaceId)
  const leaves = await deps.views.leaves(rows.map(({ quest }) => quest.slotIndex ?? -1))
  const txs = vault ? await deps.views.txs(vault.slotAccount, mostMoves) : []
  const closing = closingLeaves(txs)
  const bySlot = new Map(rows.map((row) => [row.quest.slotIndex ?? -1, row]))
  return {
    vault: vault && {
      ...{ slotAccount: vault.slotAccount, mine: vault.accountId === accountId, available: String(vault.available) },
      ...(await deps.views.holder(vault.accountId, vault.slotAccount)),
    },
    quests: rows.map((row, i) => {
      const fields = leaves[i]
      const leaf = fields ? toQuestLeaf(fields) : null
      return questFunds(row, leaf, { now: deps.now(), closing: closing.has(row.quest.slotIndex ?? -1), owner: vault?.slotAccount ?? null })
    }),
    moves: txs.flatMap((tx) => moveOf(tx, bySlot) ?? []),
  }
}

/** Leaves whose closing waits for a batch. */
export const closingLeaves = (txs: readonly FundTx[]): Set<number> =>
  new Set(
    txs.flatMap(({ words, status }) => {
      const tx = status === 'accepted' ? decodeLedgerTx(words) : null
      return tx?.kind === 'closeQuest' ? [tx.quest] : []
    }),
  )

type At = { now: number; closing: boolean; owner: number | null }

export function questFunds(row: PaidQuest, leaf: QuestLeaf | null, at: At): QuestFunds {
  const { quest, definition, prizeOf, opening } = row
  const funded = leaf && fundedPlaces(leaf)
  return {
    ...{ slug: quest.slug, title: definition.title, prizeOf, opening },
    status: quest.status === 'draft' ? 'publishing' : quest.status,
    ...{ opensAt: quest.opensAt.toISOString(), closesAt: quest.closesAt.toISOString(), supply: quest.supply, completed: quest.completed },
    ...{ rewardPerMint: String(quest.rewardPerMint), feePerMint: String(quest.feePerMint) },
    leaf: leaf && poolsOf(quest.slotIndex ?? -1, leaf),
    lasts: funded === null ? null : lastsFor(funded, quest),
    notYet: notYet(row, leaf, at),
  }
}

/** Places are never more than there are, and those that are taken and not minted yet will be paid, too. */
export const lastsFor = (funded: bigint, { completed, supply }: { completed: number; supply: number }): number => {
  const left = funded - BigInt(completed)
  const places = BigInt(supply - completed)
  return Number(left < 0n ? 0n : left < places ? left : places)
}

const poolsOf = (quest: number, leaf: QuestLeaf): QuestPools => ({
  quest,
  ...{ pool: String(leaf.pool), feePool: String(leaf.feePool), feePerMint: String(leaf.feePerMint) },
  reserved: String((leaf.minted - leaf.claimed - leaf.revokedUnclaimed) * leaf.rewardPerMint),
  claimed: String(leaf.claimed * leaf.rewardPerMint),
  fees: String(leaf.minted * leaf.feePerMint),
})

/** Closing takes back what nobody can earn any more: never before all who completed the quest are minted, and all who won have their prize. */
export function notYet({ quest, minting, drawing }: PaidQuest, leaf: QuestLeaf | null, { now, closing, owner }: At): NotYet {
  if (!leaf) return 'not-there'
  if (owner === null || leaf.owner !== BigInt(owner)) return 'not-owner'
  if (leaf.pool === 0n && leaf.feePool === 0n) return 'empty'
  if (closing) return 'closing'
  if (minting > 0) return 'minting'
  const given = quest.prizeOf === null ? quest.closesAt.getTime() < now : !drawing
  return given || quest.completed >= quest.supply ? null : quest.prizeOf === null ? 'open' : 'drawing'
}

function moveOf({ hash, words, ...tx }: FundTx, bySlot: ReadonlyMap<number, PaidQuest>): FundMove | null {
  const signed = decodeLedgerTx(words)
  if (signed.kind !== 'ledgerOpenQuest' && signed.kind !== 'fundQuest' && signed.kind !== 'closeQuest') return null
  const row = bySlot.get(signed.quest)
  // A vault may be that of several spaces, and its holder may open quests elsewhere.
  if (!row) return null
  const amount =
    signed.kind === 'ledgerOpenQuest' ? signed.pool + signed.feePool : signed.kind === 'fundQuest' ? signed.toPool + signed.toFeePool : null
  return {
    ...{ tx: hash, kind: kinds[signed.kind], quest: { slug: row.quest.slug, title: row.definition.title } },
    ...{ amount: amount === null ? null : String(amount), status: tx.finalAt ? 'final' : tx.status, refusal: tx.refusal, batch: tx.batch },
    ...{ at: tx.at.toISOString(), finalAt: tx.finalAt?.toISOString() ?? null },
  }
}

const kinds = { ledgerOpenQuest: 'opened', fundQuest: 'added', closeQuest: 'closed' } as const
