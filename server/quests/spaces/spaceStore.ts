import { and, count, countDistinct, desc, eq, exists, gt, ilike, isNull, notLike, or, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import {
  accounts,
  completions,
  credentials,
  platformCases,
  quests,
  rollupBatches,
  rollupTxs,
  spaceDomains,
  spaces,
} from '#drizzle/schema/index.ts'
import { memberName } from '#server/accounts/memberNameStore.ts'
import { visible } from '../discover/filterStore.ts'
import { type ListingStop, listed, stopOfSpace } from '../listedStore.ts'
import { reportCounts } from './lowSpaceStore.ts'
import type { SpaceFacts } from './quality.ts'

export type SpaceRow = { id: string; slug: string; name: string; createdAt: Date; owner: string | null }

/** `quests`: those that are listed; the rest is counted over all that are or were published. A recurring quest is one. */
export type SpaceNumbers = Omit<SpaceFacts, 'createdAt'> & { quests: number; members: number }

/** `after`: instant and id, as text. */
export type SpaceChoice = { q: string | null; after: { at: string; id: string } | null; limit: number }

export type SpaceStore = {
  /** With the handle of its owner. */
  find(slug: string): Promise<SpaceRow | null>
  numbers(spaceId: string): Promise<SpaceNumbers>
  /** Newest first, below `after`; `q`: in the name or slug. Personal spaces only when they have published something. */
  list(choice: SpaceChoice): Promise<SpaceRow[]>
  /** Why it is in no list; null when it is. */
  stop(spaceId: string): Promise<ListingStop | null>
}

export const createSpaceStore = (connection: Connection): SpaceStore => ({
  async find(slug) {
    const [row] = await connection
      .select({ id: spaces.id, slug: spaces.slug, name: spaces.name, createdAt: spaces.createdAt, owner: accounts.handle })
      .from(spaces)
      .innerJoin(accounts, eq(accounts.id, spaces.ownerId))
      .where(eq(spaces.slug, slug))
    return row ?? null
  },
  list: ({ q, after, limit }) =>
    connection
      .select({ id: spaces.id, slug: spaces.slug, name: spaces.name, createdAt: spaces.createdAt, owner: memberName })
      .from(spaces)
      .innerJoin(accounts, eq(accounts.id, spaces.ownerId))
      .where(
        and(
          or(
            notLike(spaces.slug, 'm-%'),
            exists(
              connection
                .select()
                .from(quests)
                .where(and(eq(quests.spaceId, spaces.id), visible)),
            ),
          ),
          q === null ? undefined : or(ilike(spaces.name, `%${likeText(q)}%`), ilike(spaces.slug, `%${likeText(q)}%`)),
          after === null ? undefined : sql`(${spaces.createdAt}, ${spaces.id}) < (${after.at}::timestamptz, ${after.id}::uuid)`,
        ),
      )
      .orderBy(desc(spaces.createdAt), desc(spaces.id))
      .limit(limit),
  async numbers(spaceId) {
    const ofSpace = and(eq(quests.spaceId, spaceId), visible, isNull(quests.prizeOf))
    const [published, completed, rewards, proven, upheld] = await Promise.all([
      connection
        .select({ quests: countDistinct(sql`coalesce(${quests.familyId}, ${quests.id})`) })
        .from(quests)
        .where(and(ofSpace, listed)),
      connection
        .select({ completions: count(), members: countDistinct(completions.accountId) })
        .from(completions)
        .innerJoin(quests, eq(quests.id, completions.questId))
        .where(ofSpace),
      countRewards(connection, spaceId),
      connection
        .select({ host: spaceDomains.host })
        .from(spaceDomains)
        .where(and(eq(spaceDomains.spaceId, spaceId), eq(spaceDomains.status, 'proven'))),
      connection
        .select({ count: count() })
        .from(platformCases)
        .where(and(eq(platformCases.spaceId, spaceId), reportCounts)),
    ])
    return {
      quests: published[0]?.quests ?? 0,
      completions: completed[0]?.completions ?? 0,
      members: completed[0]?.members ?? 0,
      rewards,
      domain: proven[0]?.host ?? null,
      upheld: upheld[0]?.count ?? 0,
    }
  },
  stop: (spaceId) => stopOfSpace(connection, spaceId),
})

/** Text that stands for itself in a LIKE pattern. */
const likeText = (text: string) => text.replaceAll(/[\\%_]/g, '\\$&')

/** A batch that is final makes all in it final, whichever of its rows was written first. */
async function countRewards(connection: Connection, spaceId: string): Promise<SpaceFacts['rewards']> {
  const refused = sql`${rollupTxs.status} = 'refused'`
  const final = sql`(${rollupTxs.status} = 'final' or ${rollupBatches.status} = 'final')`
  const [row] = await connection
    .select({
      due: sql`count(*) filter (where not ${refused} and not coalesce(${final}, false))`.mapWith(Number),
      final: sql`count(*) filter (where ${final})`.mapWith(Number),
      refused: sql`count(*) filter (where ${refused})`.mapWith(Number),
    })
    .from(credentials)
    .innerJoin(quests, eq(quests.id, credentials.questId))
    .innerJoin(rollupTxs, eq(rollupTxs.id, credentials.txId))
    .leftJoin(rollupBatches, eq(rollupBatches.number, rollupTxs.batch))
    .where(and(eq(quests.spaceId, spaceId), gt(quests.rewardPerMint, 0n)))
  return { due: row?.due ?? 0, final: row?.final ?? 0, refused: row?.refused ?? 0 }
}
