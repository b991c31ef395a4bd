import { sql } from 'drizzle-orm'
import type { Database } from '#drizzle/client.ts'

/** One digest over every row of every table: what a refusal leaves as it was. */
export async function tableDigest(db: Database): Promise<string> {
  const { rows: tables } = await db.execute<{ name: string }>(sql`
    select quote_ident(table_name) as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`)
  if (tables.length < 10) throw new Error('these are not the tables of the project')
  const digests: string[] = []
  for (const { name } of tables) {
    const { rows } = await db.execute<{ digest: string }>(
      sql`select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest from ${sql.raw(name)} t`,
    )
    digests.push(`${name} ${rows[0]?.digest}`)
  }
  return digests.join('\n')
}
