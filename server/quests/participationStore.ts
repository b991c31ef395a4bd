import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import {
  accounts,
  connections,
  evidence,
  participations,
  pastedTransactions,
  quests,
  questVersions,
  stepVerdicts,
  submissions,
  wallets,
} from '#drizzle/schema/index.ts'
import { chainsSeen, reasonOf } from '#server/verify/reason.ts'
import type { Verdict } from '#server/verify/verdict.ts'
import type { Definition } from './definition.ts'
import type { SubmissionRow } from './submissionStore.ts'

export type ParticipationRow = typeof participations.$inferSelect
export type StepVerdictRow = { stepId: string; verdict: Verdict; evidenceDigest: string | null; judgedAt: Date }
/** What the follower is told of. */
export type Changed = { participation: string } | { account: string }

/** A participation that is not complete, with what its steps are judged by. */
export type OpenParticipation = {
  id: string
  accountId: string
  version: number
  startedAt: Date
  slug: string
  opensAt: Date
  closesAt: Date
  definition: Definition
  spaceId: string
  handle: string | null
  wallets: string[]
  /** Accounts at other services, such as `github:583231`. */
  connected: string[]
  verdicts: StepVerdictRow[]
  /** Newest first. */
  submissions: SubmissionRow[]
  pasted: { stepId: string; hash: string }[]
}

/** A participation that verdicts are written to, held until the transaction ends. */
export type HeldParticipation = Pick<OpenParticipation, 'id' | 'accountId' | 'slug' | 'definition' | 'verdicts'>

export type VerdictToSave = StepVerdictRow & { participationId: string }

export type ParticipationStore = {
  find(questId: string, accountId: string): Promise<ParticipationRow | null>
  findById(id: string): Promise<ParticipationRow | null>
  lock(id: string): Promise<ParticipationRow | null>
  /** Those of these participations that are not complete, locked. */
  holdOpen(ids: readonly string[]): Promise<HeldParticipation[]>
  /** The member's participation, made when absent; `created` tells which. */
  start(row: {
    questId: string
    accountId: string
    version: number
    requestId: string | null
    referral?: string | null
  }): Promise<{ row: ParticipationRow; created: boolean }>
  /** Remembers the request of the member's last click. */
  setRequestId(id: string, requestId: string): Promise<void>
  complete(id: string, at: Date): Promise<void>
  verdicts(participationId: string): Promise<StepVerdictRow[]>
  /** One row a step. */
  saveVerdicts(rows: readonly VerdictToSave[]): Promise<void>
  saveEvidence(rows: readonly { digest: string; bundle: unknown }[]): Promise<void>
  /** Participations to be judged (all, or of these ids), oldest start first. */
  open(ids?: readonly string[]): Promise<OpenParticipation[]>
  /** Wallet ids that the account has linked. */
  wallets(accountId: string): Promise<string[]>
  /** The open participations of these accounts. */
  openOf(accountIds: readonly string[]): Promise<string[]>
  /** Tells the follower, once the transaction commits, what changed: a participation, an account, or anything. */
  wake(changed?: Changed): Promise<void>
}

export function createParticipationStore(connection: Connection): ParticipationStore {
  const verdicts = async (participationId: string) => {
    const rows = await connection.select().from(stepVerdicts).where(eq(stepVerdicts.participationId, participationId))
    return rows.map(toVerdict)
  }
  return {
    async find(questId, accountId) {
      const [row] = await connection
        .select()
        .from(participations)
        .where(and(eq(participations.questId, questId), eq(participations.accountId, accountId)))
      return row ?? null
    },
    async findById(id) {
      const [row] = await connection.select().from(participations).where(eq(participations.id, id))
      return row ?? null
    },
    async lock(id) {
      const [row] = await connection.select().from(participations).where(eq(participations.id, id)).for('update')
      return row ?? null
    },
    async holdOpen(ids) {
      if (ids.length === 0) return []
      const rows = await connection
        .select({ participation: participations, slug: quests.slug })
        .from(participations)
        .innerJoin(quests, eq(quests.id, participations.questId))
        .where(and(isNull(participations.completedAt), sql`${participations.id} in ${idList(ids)}`))
        .orderBy(asc(participations.id))
        .for('update', { of: participations })
      if (rows.length === 0) return []
      const definitions = await readDefinitions(connection, rows)
      const held = idList(rows.map(({ participation }) => participation.id))
      const judged = await connection.select().from(stepVerdicts).where(sql`${stepVerdicts.participationId} in ${held}`)
      const verdictsOf = Map.groupBy(judged, (row) => row.participationId)
      return rows.flatMap(({ participation: { id, accountId, ...version }, slug }) => {
        const definition = definitions.get(versionKey(version))
        return definition ? [{ id, accountId, slug, definition, verdicts: (verdictsOf.get(id) ?? []).map(toVerdict) }] : []
      })
    },
    async start(row) {
      const [created] = await connection.insert(participations).values(row).onConflictDoNothing().returning()
      if (created) return { row: created, created: true }
      const known = await this.find(row.questId, row.accountId)
      if (!known) throw new Error('a participation that was just there is gone')
      return { row: known, created: false }
    },
    async setRequestId(id, requestId) {
      await connection.update(participations).set({ requestId }).where(eq(participations.id, id))
    },
    async complete(id, at) {
      await connection.update(participations).set({ completedAt: at }).where(eq(participations.id, id))
    },
    verdicts,
    async saveVerdicts(rows) {
      if (rows.length === 0) return
      await connection
        .insert(stepVerdicts)
        .values(
          rows.map(({ participationId, stepId, verdict: { status, trace, captured = null }, evidenceDigest, judgedAt }) => ({
            ...{ participationId, stepId, status, trace, captured, evidenceDigest, judgedAt },
            ...{ reason: reasonOf(trace), chains: chainsSeen(trace) },
          })),
        )
        .onConflictDoUpdate({
          target: [stepVerdicts.participationId, stepVerdicts.stepId],
          set: {
            status: sql`excluded.status`,
            trace: sql`excluded.trace`,
            captured: sql`excluded.captured`,
            reason: sql`excluded.reason`,
            chains: sql`excluded.chains`,
            evidenceDigest: sql`excluded.evidence_digest`,
            judgedAt: sql`excluded.judged_at`,
          },
        })
    },
    async saveEvidence(rows) {
      if (rows.length === 0) return
      await connection
        .insert(evidence)
        // In one order everywhere: two transactions that wait for each other's rows would be a deadlock.
        .values(rows.toSorted((a, b) => (a.digest < b.digest ? -1 : 1)))
        .onConflictDoNothing()
    },
    open: (ids) => readOpen(connection, ids),
    async wallets(accountId) {
      const rows = await connection.select({ address: wallets.address }).from(wallets).where(eq(wallets.accountId, accountId))
      return rows.map(({ address }) => address)
    },
    async openOf(accountIds) {
      const rows = await connection
        .select({ id: participations.id })
        .from(participations)
        .where(and(inArray(participations.accountId, [...accountIds]), isNull(participations.completedAt)))
      return rows.map(({ id }) => id)
    },
    async wake(changed) {
      await connection.execute(sql`select pg_notify('cairn_steps', ${changed ? JSON.stringify(changed) : ''})`)
    },
  }
}

const toVerdict = (row: typeof stepVerdicts.$inferSelect): StepVerdictRow => ({
  stepId: row.stepId,
  // Written by `saveVerdict` only, from a verdict's own trace.
  verdict: { status: row.status, trace: row.trace as Verdict['trace'], ...(row.captured === null ? {} : { captured: row.captured }) },
  evidenceDigest: row.evidenceDigest,
  judgedAt: row.judgedAt,
})

async function readOpen(connection: Connection, only?: readonly string[]): Promise<OpenParticipation[]> {
  const rows = await connection
    .select({ participation: participations, quest: quests, handle: accounts.handle })
    .from(participations)
    .innerJoin(accounts, eq(accounts.id, participations.accountId))
    .innerJoin(quests, eq(quests.id, participations.questId))
    .where(
      and(
        isNull(participations.completedAt),
        // Paused and ended ones take nobody new in; whoever is on one may finish until it closes.
        sql`(${quests.status} = 'live' or (${quests.status} in ('paused', 'ended') and ${quests.closesAt} > now()))`,
        isNull(accounts.mergedInto),
        // A period that is over gives no place any more, and there are new ones without end.
        sql`(${quests.period} is null or ${quests.closesAt} > now())`,
        only ? sql`${participations.id} in ${idList(only)}` : undefined,
      ),
    )
    .orderBy(asc(participations.startedAt))
  if (rows.length === 0) return []
  const ids = idList(rows.map((row) => row.participation.id))
  const accountIds = idList(rows.map((row) => row.participation.accountId))
  const [definitions, held, judged, handedIn, pasted, connected] = await Promise.all([
    readDefinitions(connection, rows),
    connection
      .select()
      .from(wallets)
      .where(sql`${wallets.accountId} in ${accountIds}`)
      .orderBy(desc(wallets.primary), asc(wallets.linkedAt)),
    connection.select().from(stepVerdicts).where(sql`${stepVerdicts.participationId} in ${ids}`),
    connection.select().from(submissions).where(sql`${submissions.participationId} in ${ids}`).orderBy(desc(submissions.createdAt)),
    connection
      .select()
      .from(pastedTransactions)
      .where(sql`${pastedTransactions.participationId} in ${ids}`)
      .orderBy(asc(pastedTransactions.createdAt), asc(pastedTransactions.hash)),
    connection.select().from(connections).where(sql`${connections.accountId} in ${accountIds}`).orderBy(asc(connections.service)),
  ])
  const walletsOf = Map.groupBy(held, (row) => row.accountId)
  const verdictsOf = Map.groupBy(judged, (row) => row.participationId)
  const submissionsOf = Map.groupBy(handedIn, (row) => row.participationId)
  const pastedOf = Map.groupBy(pasted, (row) => row.participationId)
  const connectedOf = Map.groupBy(connected, (row) => row.accountId)
  return rows.flatMap(({ participation, quest, handle }): OpenParticipation[] => {
    const definition = definitions.get(versionKey(participation))
    if (!definition) return []
    return [
      {
        id: participation.id,
        accountId: participation.accountId,
        version: participation.version,
        startedAt: participation.startedAt,
        slug: quest.slug,
        opensAt: quest.opensAt,
        closesAt: quest.closesAt,
        definition,
        spaceId: quest.spaceId,
        handle,
        wallets: (walletsOf.get(participation.accountId) ?? []).map((row) => row.address),
        verdicts: (verdictsOf.get(participation.id) ?? []).map(toVerdict),
        connected: (connectedOf.get(participation.accountId) ?? []).map(({ service, userId }) => `${service}:${userId}`),
        submissions: submissionsOf.get(participation.id) ?? [],
        pasted: pastedOf.get(participation.id) ?? [],
      },
    ]
  })
}

const idList = (ids: readonly string[]) => sql`(select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)`

const versionKey = ({ questId, version }: { questId: string; version: number }) => `${questId}|${version}`

/** The definitions of these participations, each once: many members share one. */
async function readDefinitions(
  connection: Connection,
  rows: readonly { participation: ParticipationRow }[],
): Promise<Map<string, Definition>> {
  const wanted = new Map(rows.map(({ participation }) => [versionKey(participation), participation]))
  const pairs = sql.join(
    [...wanted.values()].map(({ questId, version }) => sql`(${questId}::uuid, ${version}::integer)`),
    sql`, `,
  )
  const found = await connection.select().from(questVersions).where(sql`(${questVersions.questId}, ${questVersions.version}) in (${pairs})`)
  return new Map(found.map((row) => [versionKey(row), row.definition as Definition]))
}
