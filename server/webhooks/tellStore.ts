import { and, eq, inArray, isNull, ne, type SQL, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import {
  accounts,
  completions,
  credentials,
  participations,
  quests,
  questVersions,
  rollupTxs,
  spaces,
  wallets,
} from '#drizzle/schema/index.ts'
import type { Definition } from '#server/quests/definition.ts'
import type { Moment } from '#server/quests/moments.ts'
import { decodeLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import { isListening, type NewEvent, newEvent, writeEvents } from './outboxStore.ts'
import { accountOfWallet } from './payloads.ts'

/** Tells spaces of what happens to their quests, in the caller's transaction. Prizes are given, not done: their quests are not told of. */
export async function tellMoments(connection: Connection, moments: readonly Moment[]) {
  if (moments.length === 0) return
  const when = new Date()
  const told: NewEvent[] = []
  const ofQuests = moments.filter((moment) => 'questId' in moment)
  if (ofQuests.length > 0) told.push(...(await questEvents(connection, ofQuests, when)))
  const ofParticipations = moments.filter((moment) => 'participationId' in moment)
  if (ofParticipations.length > 0) told.push(...(await participationEvents(connection, ofParticipations, when)))
  const completed = moments.flatMap((moment) => ('credentialId' in moment ? [moment.credentialId] : []))
  if (completed.length > 0) told.push(...(await completionEvents(connection, completed, when)))
  await writeEvents(connection, told, when)
}

/** A batch is final: so are its credentials, and what it took back. In the caller's transaction. */
export async function tellFinalCredentials(connection: Connection, batch: number) {
  const when = new Date()
  const minted = await readCredentials(connection, and(eq(rollupTxs.batch, batch), eq(rollupTxs.kind, 'mint')))
  const reasons = await revokedIn(connection, batch)
  const revoked = reasons.size === 0 ? [] : await readCredentials(connection, inArray(credentials.slotIndex, [...reasons.keys()]))
  const told = [
    ...minted.flatMap((row) => {
      const sealed = sealedOf(row)
      return sealed ? [newEvent({ ...about(row), type: 'credential.final', when }, { ...memberOf(row), credential: sealed, batch })] : []
    }),
    ...revoked.flatMap((row) => {
      const sealed = sealedOf(row)
      const reason = reasons.get(row.slotIndex ?? -1)
      if (!sealed || reason === undefined) return []
      return [newEvent({ ...about(row), type: 'credential.revoked', when }, { ...memberOf(row), credential: sealed, batch, reason })]
    }),
  ]
  await writeEvents(connection, told, when)
}

/** Quests whose time ran out within two days, told once. Safe to repeat, from any number of processes. */
export async function tellEnded(connection: Connection): Promise<number> {
  const ended = await connection
    .select({ id: quests.id })
    .from(quests)
    .where(
      and(
        inArray(quests.status, ['live', 'paused', 'ended']),
        sql`${quests.closesAt} between now() - interval '2 days' and now()`,
        isNull(quests.prizeOf),
        isListening(quests.spaceId),
        sql`not exists (select from webhook_events w where w.space_id = ${quests.spaceId} and w.key = 'quest.ended:' || ${quests.id})`,
      ),
    )
    .limit(500)
  await tellMoments(
    connection,
    ended.map(({ id }) => ({ type: 'quest.ended', questId: id })),
  )
  return ended.length
}

const questFacts = {
  spaceId: quests.spaceId,
  space: { slug: spaces.slug, name: spaces.name },
  slug: quests.slug,
  version: questVersions.version,
  rulesHash: questVersions.rulesHash,
  definition: questVersions.definition,
}
type QuestFacts = { space: { slug: string; name: string }; slug: string; version: number; rulesHash: string; definition: unknown }

// Written by the room `quests` only, from a parsed definition.
const definitionOf = (row: Pick<QuestFacts, 'definition'>) => row.definition as Definition
const questOf = (row: QuestFacts) => ({ slug: row.slug, title: definitionOf(row).title, version: row.version, rulesHash: row.rulesHash })
const memberOf = (row: QuestFacts & { wallet: string; handle: string | null }) => ({
  space: row.space,
  quest: questOf(row),
  member: { wallet: accountOfWallet(row.wallet), handle: row.handle },
})

async function questEvents(connection: Connection, moments: readonly Extract<Moment, { questId: string }>[], when: Date) {
  const rows = await connection
    .select({
      ...questFacts,
      ...{ id: quests.id, opensAt: quests.opensAt, closesAt: quests.closesAt, supply: quests.supply, completed: quests.completed },
    })
    .from(quests)
    .innerJoin(spaces, eq(spaces.id, quests.spaceId))
    .innerJoin(questVersions, and(eq(questVersions.questId, quests.id), eq(questVersions.version, quests.publishedVersion)))
    .where(
      and(
        among(quests.id, moments, ({ questId }) => questId),
        isNull(quests.prizeOf),
        isListening(quests.spaceId),
      ),
    )
  return moments.flatMap(({ type, questId }) =>
    rows
      .filter(({ id }) => id === questId)
      .map((row) => {
        const { opensAt, closesAt, supply, completed } = row
        const times = { opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() }
        return newEvent(
          { spaceId: row.spaceId, type, about: questId, when },
          { space: row.space, quest: { ...questOf(row), ...times, supply, completed } },
        )
      }),
  )
}

async function participationEvents(connection: Connection, moments: readonly Extract<Moment, { participationId: string }>[], when: Date) {
  const rows = await connection
    .select({ ...questFacts, id: participations.id, startedAt: participations.startedAt, wallet: wallets.address, handle: accounts.handle })
    .from(participations)
    .innerJoin(quests, eq(quests.id, participations.questId))
    .innerJoin(spaces, eq(spaces.id, quests.spaceId))
    .innerJoin(questVersions, and(eq(questVersions.questId, quests.id), eq(questVersions.version, participations.version)))
    .innerJoin(accounts, eq(accounts.id, participations.accountId))
    .innerJoin(wallets, and(eq(wallets.accountId, accounts.id), eq(wallets.primary, true)))
    .where(
      and(
        among(participations.id, moments, ({ participationId }) => participationId),
        isNull(quests.prizeOf),
        isListening(quests.spaceId),
      ),
    )
  const byId = new Map(rows.map((row) => [row.id, row]))
  return moments.flatMap((moment): NewEvent[] => {
    const row = byId.get(moment.participationId)
    if (!row) return []
    const data = { ...memberOf(row), participation: { id: row.id, startedAt: row.startedAt.toISOString() } }
    const said = { spaceId: row.spaceId, when }
    if (moment.type === 'participation.started') return [newEvent({ ...said, type: moment.type, about: row.id }, data)]
    const { stepId, evidenceDigest } = moment
    const title = definitionOf(row).steps.find(({ id }) => id === stepId)?.title
    if (!title) return []
    return [
      newEvent({ ...said, type: moment.type, about: `${row.id}:${stepId}` }, { ...data, step: { id: stepId, title, evidenceDigest } }),
    ]
  })
}

async function completionEvents(connection: Connection, ids: readonly string[], when: Date) {
  const rows = await readCredentials(
    connection,
    and(
      among(credentials.id, ids, (id) => id),
      isNull(quests.prizeOf),
    ),
  )
  return rows.map((row) =>
    newEvent(
      { ...about(row), type: 'quest.completed', when },
      { ...memberOf(row), credential: { id: row.id, evidenceDigest: row.evidenceDigest } },
    ),
  )
}

/** Credentials with what they are told of by. `wallet`: the one that the slot mints to. */
const readCredentials = (connection: Connection, where: SQL | undefined) =>
  connection
    .select({
      ...questFacts,
      ...{ id: credentials.id, slotIndex: credentials.slotIndex, serial: credentials.serial, issuedAt: credentials.issuedAt },
      ...{ evidenceDigest: credentials.evidenceDigest, handle: accounts.handle },
      wallet: sql<string>`${rollupTxs.payload} ->> 'wallet'`,
    })
    .from(credentials)
    .innerJoin(rollupTxs, eq(rollupTxs.id, credentials.txId))
    .innerJoin(completions, eq(completions.id, credentials.completionId))
    .innerJoin(quests, eq(quests.id, credentials.questId))
    .innerJoin(spaces, eq(spaces.id, quests.spaceId))
    .innerJoin(questVersions, and(eq(questVersions.questId, quests.id), eq(questVersions.version, completions.version)))
    .innerJoin(accounts, eq(accounts.id, credentials.accountId))
    .where(and(where, isListening(quests.spaceId)))
type CredentialRow = Awaited<ReturnType<typeof readCredentials>>[number]

const about = ({ spaceId, id }: CredentialRow) => ({ spaceId, about: id })

/** Null while it is in no batch. */
const sealedOf = ({ id, evidenceDigest, slotIndex, serial, issuedAt }: CredentialRow) =>
  slotIndex === null ? null : { id, evidenceDigest, index: slotIndex, serial, issuedAt: issuedAt?.toISOString() ?? null }

/** Leaves that the batch revoked, with the reasons that their issuers gave. */
async function revokedIn(connection: Connection, batch: number): Promise<Map<number, number>> {
  const rows = await connection
    .select({ words: rollupTxs.words })
    .from(rollupTxs)
    .where(and(eq(rollupTxs.batch, batch), eq(rollupTxs.entry, 'revoke'), ne(rollupTxs.status, 'refused')))
  return new Map(
    rows.flatMap(({ words }) => {
      const tx = words && decodeLedgerTx(words)
      return tx?.kind === 'revoke' ? [[tx.credential, tx.reason] as const] : []
    }),
  )
}

/** One parameter, however many. */
const among = <T>(
  column: typeof quests.id | typeof participations.id | typeof credentials.id,
  many: readonly T[],
  of: (one: T) => string,
) => sql`${column} = any(${sql.param([...new Set(many.map(of))])}::uuid[])`
