import { sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import {
  completions,
  connections,
  credentials,
  participations,
  pastedTransactions,
  spaces,
  submissions,
  walletSends,
} from '#drizzle/schema/index.ts'

/**
 * Makes what one account did and owns another's, when it is moved into that one (room `accounts`). A quest counts once: where both completed it, place and CUBE
 * stay with the account that went; where only one did, the other's attempt ends. Every table that names accounts is decided in
 * `tests/server/accounts/mergedTables.ts`.
 */
export async function moveDeeds(connection: Connection, from: string, into: string): Promise<void> {
  await moveHandedIn(connection, from, into)
  await connection.execute(sql`
    delete from ${participations} p where p.completed_at is null and (
      (p.account_id = ${from} and exists (select 1 from ${participations} o where o.account_id = ${into} and o.quest_id = p.quest_id)) or
      (p.account_id = ${into} and exists (
        select 1 from ${participations} o where o.account_id = ${from} and o.quest_id = p.quest_id and o.completed_at is not null)))`)
  await connection.execute(sql`
    update ${completions} c set account_id = ${into}
    where c.account_id = ${from} and not exists (select 1 from ${completions} o where o.account_id = ${into} and o.quest_id = c.quest_id)`)
  await connection.execute(sql`
    update ${participations} p set account_id = ${into}
    where p.account_id = ${from} and not exists (select 1 from ${participations} o where o.account_id = ${into} and o.quest_id = p.quest_id)`)
  await moveCredentials(connection, from, into)
  await connection.execute(sql`update ${spaces} set owner_id = ${into} where owner_id = ${from}`)
  await connection.execute(sql`
    update ${connections} c set account_id = ${into}
    where c.account_id = ${from} and not exists (select 1 from ${connections} o where o.account_id = ${into} and o.service = c.service)`)
  await connection.execute(sql`
    update ${walletSends} w set account_id = ${into}
    where w.account_id = ${from} and not exists (select 1 from ${walletSends} o where o.account_id = ${into} and o.hash = w.hash)`)
}

/**
 * Of attempts that both are on, one goes on with what either handed in: of a step what only one did, so that a vote, an answer or a visit counts once, and all
 * files of CUBEs (their keys are URNs) and pasted transactions, each once.
 */
async function moveHandedIn(connection: Connection, from: string, into: string): Promise<void> {
  const attempts = sql`(
    select p.id as old, o.id as kept from ${participations} p join ${participations} o on o.quest_id = p.quest_id and o.version = p.version
    where p.account_id = ${from} and o.account_id = ${into} and p.completed_at is null and o.completed_at is null)`
  await connection.execute(sql`
    update ${submissions} s set participation_id = a.kept from ${attempts} a where s.participation_id = a.old and (
      not exists (select 1 from ${submissions} o where o.participation_id = a.kept and o.step_id = s.step_id) or
      exists (select 1 from jsonb_object_keys(s.answers) as k(urn) where k.urn like 'urn:%' and not exists (
        select 1 from ${submissions} o where o.participation_id = a.kept and o.step_id = s.step_id and jsonb_exists(o.answers, k.urn))))`)
  await connection.execute(sql`
    update ${pastedTransactions} t set participation_id = a.kept from ${attempts} a where t.participation_id = a.old and not exists (
      select 1 from ${pastedTransactions} o where o.participation_id = a.kept and o.step_id = t.step_id and o.hash = t.hash)`)
}

/** What either hid stays hidden, of a quest that both completed, too: one CUBE would tell of the other. */
async function moveCredentials(connection: Connection, from: string, into: string): Promise<void> {
  await connection.execute(sql`
    update ${credentials} k set account_id = ${into} from ${completions} c
    where c.id = k.completion_id and k.account_id = ${from} and c.account_id = ${into}`)
  await connection.execute(sql`
    update ${credentials} k set hidden = true from ${credentials} o
    where o.hidden and o.quest_id = k.quest_id and (
      (k.account_id = ${from} and o.account_id = ${into}) or (k.account_id = ${into} and o.account_id = ${from}))`)
}
