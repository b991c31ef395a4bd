import { and, eq, inArray, or, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { accounts, credentials, quests, questVersions, rollupWallets, wallets } from '#drizzle/schema/index.ts'
import type { Text } from '#server/verify/verdict.ts'
import { shownTo } from '../shownStore.ts'
import type { Names } from './names.ts'
import type { TxRefs } from './readTx.ts'
import type { QuestRef, SlotMember } from './txViews.ts'

export async function readNames(connection: Connection, refs: readonly TxRefs[]): Promise<Names> {
  const all = <T>(pick: (ref: TxRefs) => T | null) => [...new Set(refs.flatMap((ref) => pick(ref) ?? []))]
  const indices = [...new Set([...all(({ account }) => account), ...all(({ other }) => other)])]
  const [members, ofQuests, ofCredentials] = await Promise.all([
    readMembers(
      connection,
      indices,
      all(({ wallet }) => wallet),
    ),
    readQuestRefs(
      connection,
      all(({ quest }) => quest),
    ),
    readCredentialQuests(
      connection,
      all(({ credential }) => credential),
    ),
  ])
  const byIndex = new Map(members.map((member) => [member.index, member]))
  const byWallet = new Map(members.map((member) => [member.wallet, member]))
  return {
    member: (index) => (index === null ? null : (byIndex.get(index) ?? { index, handle: null, wallet: null, member: false })),
    holder: (wallet) => byWallet.get(wallet) ?? { index: null, handle: null, wallet, member: false },
    quest: (index) => ofQuests.get(index) ?? { index, slug: null, title: null },
    credentialQuest: (index) => ofCredentials.get(index)?.quest ?? null,
    isHidden: (index) => ofCredentials.get(index)?.quest === null,
  }
}

async function readMembers(connection: Connection, indices: number[], ids: string[]): Promise<SlotMember[]> {
  if (indices.length + ids.length === 0) return []
  const rows = await connection
    .select({ index: rollupWallets.account, handle: accounts.handle, wallet: rollupWallets.wallet, accountId: accounts.id })
    .from(rollupWallets)
    .leftJoin(wallets, eq(wallets.address, rollupWallets.wallet))
    .leftJoin(accounts, eq(accounts.id, wallets.accountId))
    .where(or(inArray(rollupWallets.account, indices), inArray(rollupWallets.wallet, ids)))
  return rows.map(({ accountId, ...member }) => ({ ...member, member: accountId !== null }))
}

const title = sql<Text>`${questVersions.definition} -> 'title'`
const published = and(eq(questVersions.questId, quests.id), eq(questVersions.version, quests.publishedVersion))

async function readQuestRefs(connection: Connection, indices: number[]): Promise<Map<number, QuestRef>> {
  if (indices.length === 0) return new Map()
  const rows = await connection
    .select({ index: quests.slotIndex, slug: quests.slug, title })
    .from(quests)
    .innerJoin(questVersions, published)
    .where(inArray(quests.slotIndex, indices))
  return new Map(rows.flatMap(({ index, ...quest }) => (index === null ? [] : [[index, { index, ...quest }] as const])))
}

/** Null for the quest of one that is hidden: lists are the same for everyone. */
async function readCredentialQuests(connection: Connection, held: number[]): Promise<Map<number, { quest: QuestRef | null }>> {
  if (held.length === 0) return new Map()
  const rows = await connection
    .select({ credential: credentials.slotIndex, shown: sql<boolean>`${shownTo(null)}`, index: quests.slotIndex, slug: quests.slug, title })
    .from(credentials)
    .innerJoin(quests, eq(quests.id, credentials.questId))
    .innerJoin(questVersions, published)
    .where(inArray(credentials.slotIndex, held))
  return new Map(
    rows.flatMap(({ credential, shown, index, ...quest }) =>
      credential === null || index === null ? [] : [[credential, { quest: shown ? { index, ...quest } : null }] as const],
    ),
  )
}
