import { CairnError } from '#server/shared/errors.ts'
import type { Text } from '#server/verify/verdict.ts'
import type { QuestRow, QuestStore } from '../questStore.ts'
import type { DrawRow, DrawStore, Page } from './drawStore.ts'
import { type Prize, tiersOf } from './prize.ts'

/** Times as ISO 8601, hashes as hex, amounts in wei as decimals. */
export type DrawView = {
  slug: string
  title: Text
  mode: Prize['mode']
  /** The quest's index in the slot: part of every ticket. */
  questIndex: number
  closesAt: string
  drawsAt: string
  /** Places and what each brings, best tier first; `slug`: the quest that pays it. */
  tiers: { slug: string; places: number; perWinner: string }[]
  commitment: string | null
  drawn: DrawnView | null
}

export type DrawnView = {
  at: string
  seed: string | null
  block: { number: number; hash: string }
  entrants: number
  winners: number
  /** How many of them have their prize. */
  paid: number
  /** The first of them. */
  first: WinnerView[]
}

/** `credential`: the CUBE that won, by its index in the slot. */
export type WinnerView = { rank: number; tier: number; credential: number; ticket: string | null; paid: boolean }

export type DrawReadDeps = { readQuests: QuestStore; readDraws: DrawStore }

/** Winners that a page shows. */
const shown = 100
export const mostInPage = 10_000

/** A quest's draw as its page shows it. Throws `not-found` for a quest without one. */
export async function readDraw(deps: DrawReadDeps, { slug }: { slug: string }): Promise<DrawView> {
  const { quest, draw } = await findDraw(deps, slug)
  const version = await deps.readQuests.findVersion(quest.id, quest.publishedVersion ?? 1)
  const prize = version?.definition.prize
  if (!version || !prize || quest.slotIndex === null) throw noDraw(slug)
  const paying = await deps.readQuests.prizesOf(quest.id)
  return {
    slug,
    title: version.definition.title,
    mode: prize.mode,
    questIndex: quest.slotIndex,
    closesAt: quest.closesAt.toISOString(),
    drawsAt: draw.drawsAt.toISOString(),
    tiers: tiersOf(prize).map(({ places, perWinner }, i) => ({ slug: paying[i]?.slug ?? '', places, perWinner: String(perWinner) })),
    commitment: draw.commitment,
    drawn: await toDrawn(deps, draw, paying),
  }
}

async function toDrawn({ readDraws }: DrawReadDeps, draw: DrawRow, paying: readonly QuestRow[]): Promise<DrawnView | null> {
  const { drawnAt, blockNumber, blockHash, entrants } = draw
  if (drawnAt === null || blockNumber === null || blockHash === null || entrants === null) return null
  const first = await readDraws.winners(draw.questId, { after: -1, limit: shown })
  return {
    at: drawnAt.toISOString(),
    seed: draw.seed,
    block: { number: blockNumber, hash: blockHash },
    entrants,
    winners: Math.min(
      entrants,
      paying.reduce((sum, { supply }) => sum + supply, 0),
    ),
    paid: paying.reduce((sum, { completed }) => sum + completed, 0),
    first: first.map(({ rank, tier, slotIndex, ticket, awardedAt }) => ({
      ...{ rank, tier, credential: slotIndex, ticket, paid: awardedAt !== null },
    })),
  }
}

/** A part of the list of entrants: the CUBEs in final batches, by their index in the slot. `next`: what to go on after; null at the end. */
export async function readEntrants(deps: DrawReadDeps, { slug, ...page }: Page & { slug: string }) {
  const { quest } = await findDraw(deps, slug)
  const rows = await deps.readDraws.entrants(quest.id, page)
  const items = rows.map(({ index }) => ({ credential: index }))
  return { items, next: rows.length < page.limit ? null : (items.at(-1)?.credential ?? null) }
}

/** A part of the list of winners, best first. */
export async function readWinners(deps: DrawReadDeps, { slug, ...page }: Page & { slug: string }) {
  const { quest } = await findDraw(deps, slug)
  const rows = await deps.readDraws.winners(quest.id, page)
  const items = rows.map(({ rank, tier, slotIndex, ticket }) => ({ rank, tier, credential: slotIndex, ticket }))
  return { items, next: rows.length < page.limit ? null : (items.at(-1)?.rank ?? null) }
}

async function findDraw({ readQuests, readDraws }: DrawReadDeps, slug: string): Promise<{ quest: QuestRow; draw: DrawRow }> {
  const quest = await readQuests.findBySlug(slug)
  const draw = quest && (await readDraws.find(quest.id))
  if (!draw) throw noDraw(slug)
  return { quest, draw }
}

const noDraw = (slug: string) =>
  new CairnError('not-found', 'This quest gives no prizes.', { meta: { field: 'slug', found: slug.slice(0, 80) } })
