import { cache } from 'react'
import { readEnv } from '#server/shared/env.ts'
import { isCairnError } from '#server/shared/errors.ts'
import { caller } from './caller.ts'
import { chainNames } from './site.ts'
import type { BatchView, QuestCard } from './views.ts'

/** Null where the API says "not found" or "that is no such name": the page answers 404. */
async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer
  } catch (error) {
    const cause = error instanceof Error && isCairnError(error.cause) ? error.cause : error
    if (isCairnError(cause) && (cause.code === 'not-found' || cause.code === 'input.invalid')) return null
    throw error
  }
}

type QuestFilter = {
  q?: string
  category?: string | null
  difficulty?: number | null
  chain?: string | null
  cursor?: string | null
  limit?: number
}

/** A page of published quests, narrowed; walks on through the list until the page is full. */
export async function listQuests({
  limit = 24,
  cursor = null,
  ...filter
}: QuestFilter): Promise<{ items: QuestCard[]; nextCursor: string | null }> {
  const api = await caller()
  const items: QuestCard[] = []
  let at: string | null = cursor
  // Narrowing reads at most ten pages of fifty per view; `more` goes on from there.
  for (let round = 0; round < 10; round++) {
    const narrowed = Object.values(filter).some(Boolean)
    const page = await api.quests.list({ cursor: at, limit: narrowed ? 50 : limit })
    items.push(...page.items.filter((quest) => matches(quest, filter)))
    at = page.nextCursor
    if (at === null || items.length >= limit) break
  }
  return { items, nextCursor: at }
}

/** What published quests can be narrowed by: only what some quest has. */
export const questFacets = cache(async () => {
  const { items } = await (await caller()).quests.list({ limit: 50 })
  return {
    categories: new Set<string>(items.map((quest) => quest.category)),
    difficulties: new Set<number>(items.map((quest) => quest.difficulty)),
    chains: new Set(items.flatMap((quest) => quest.chains)),
  }
})

function matches(quest: QuestCard, { q, category, difficulty, chain }: QuestFilter): boolean {
  if (category && quest.category !== category) return false
  if (difficulty && quest.difficulty !== difficulty) return false
  if (chain && !quest.chains.includes(chain)) return false
  if (!q) return true
  const text = [quest.title.en, quest.title.ja, quest.summary.en, quest.summary.ja, quest.space.name].join('\n').toLowerCase()
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

export const questBySlug = cache(async (slug: string) => orNull((await caller()).quests.bySlug({ slug })))
export const questProgress = async (slug: string) => (await caller()).quests.progress({ slug })
export const slotStats = cache(async () => (await caller()).explorer.stats())
export const personByHandle = cache(async (handle: string) => orNull((await caller()).people.byHandle({ handle })))
export const batchByNumber = cache(async (number: number) => orNull((await caller()).explorer.batch({ number })))
export const credentialByIndex = cache(async (index: number) => orNull((await caller()).explorer.credential({ index })))
/** The signed-in member's money. */
export const myMoney = cache(async () => (await caller()).money.overview())
export const mySessions = async () => (await caller()).session.list()
export const myConnections = async () => (await caller()).connections.list()

export async function listBatches({
  limit,
  cursor = null,
}: {
  limit: number
  cursor?: string | null
}): Promise<{ items: BatchView[]; nextCursor: string | null }> {
  return (await orNull((await caller()).explorer.batches({ limit, cursor }))) ?? { items: [], nextCursor: null }
}

/** What sealing adds before a batch's clock starts. Milliseconds. */
const usualWaitToSealMs = 1500

/** Usual milliseconds from acceptance to finality: the median of recent final batches; undefined while there is none. */
export const usualSettleMs = cache(async (): Promise<number | undefined> => {
  const { items } = await listBatches({ limit: 20 })
  const took = items
    .flatMap((batch) => (batch.finalAt ? [Date.parse(batch.finalAt) - Date.parse(batch.sealedAt)] : []))
    .sort((a, b) => a - b)
  const middle = took[Math.floor(took.length / 2)]
  return middle === undefined ? undefined : middle + usualWaitToSealMs
})

/** L2 as wallets are told of it. */
export async function l2Network() {
  const { CAIRN_L2_CHAIN_ID: chainId, CAIRN_L2_RPC: rpc } = readEnv()
  return { chainId, rpc, name: (await chainNames())[`eip155:${chainId}`] ?? 'L2' }
}

/** Where "verify in this browser" reads the settled root. */
export const l2Address = (): string => readEnv().CAIRN_L2_RPC
