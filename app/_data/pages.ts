import { cache } from 'react'
import type { Inputs, Outputs } from '#server/api/types.ts'
import { readEnv } from '#server/shared/env.ts'
import { caller } from './caller.ts'
import { orNull } from './orNull.ts'
import { chainNames } from './site.ts'
import type { BatchView, QuestQuery } from './views.ts'

/** A page of published quests. A cursor that is none of this list begins at its front. */
export async function listQuests(asked: QuestQuery) {
  const api = await caller()
  return (await orNull(api.quests.list(asked))) ?? api.quests.list({ ...asked, cursor: null })
}

export const questFacets = async ({ cursor: _, limit: _of, sort: _by, ...filter }: QuestQuery) => (await caller()).quests.facets(filter)

export const home = cache(async () => (await caller()).discover.home())
export const spaceBySlug = cache(async (slug: string) => orNull((await caller()).spaces.bySlug({ slug })))
export const collectionBySlug = cache(async (slug: string) => orNull((await caller()).discover.collection({ slug })))
export const seasonBySlug = cache(async (slug: string) => orNull((await caller()).discover.season({ slug })))

export const questBySlug = cache(async (slug: string) => orNull((await caller()).quests.bySlug({ slug })))
export const drawBySlug = cache(async (slug: string) => orNull((await caller()).quests.draw({ slug })))
export const questProgress = async (slug: string) => (await caller()).quests.progress({ slug })
export const slotStats = cache(async () => (await caller()).explorer.stats())
export const personByHandle = cache(async (handle: string) => orNull((await caller()).people.byHandle({ handle })))
export const personStanding = cache(async (accountId: string) => (await caller()).reputation.standing({ accountId }))
export const personScore = async (input: Inputs['reputation']['score']) => (await caller()).reputation.score(input)

/** Credentials of a member, newest first; a cursor that is none of this list begins at the newest. */
export async function personTimeline(accountId: string, cursor: string | null): Promise<Outputs['credentials']['timeline']> {
  const { credentials } = await caller()
  const page = await orNull(credentials.timeline({ accountId, cursor, limit: 24 }))
  return page ?? credentials.timeline({ accountId, limit: 24 })
}

/** Null where the address names no board: an unknown space, or a cursor of another one. */
export const leaderboard = async (input: Inputs['reputation']['leaderboard']) => orNull((await caller()).reputation.leaderboard(input))

export const batchByNumber = cache(async (number: number) => orNull((await caller()).explorer.batch({ number })))
export const credentialByIndex = cache(async (index: number) => orNull((await caller()).explorer.credential({ index })))
/** The signed-in member's money: in the primary wallet's slot account, or in another wallet's. Null when that wallet is not the member's. */
export const myMoney = cache(async (wallet?: string) => orNull((await caller()).money.overview({ wallet })))
/** Whatever a text can mean. */
export const searchEverything = async (q: string) => (await caller()).search.everything({ q, limit: 12 })
/** What the member was told, newest first. */
export const myNotices = async (cursor: string | null) =>
  (await orNull((await caller()).news.list({ cursor, limit: 20 }))) ?? { items: [], nextCursor: null }
export const myPushKey = async () => (await (await caller()).news.pushKey()).key
export const myNoticeSettings = async () => (await caller()).news.settings()
export const mySessions = async () => (await caller()).session.list()
/** Changes of the member's wallets: those that wait, and those of late. */
export const myWalletChanges = async () => (await caller()).wallets.changes()
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
