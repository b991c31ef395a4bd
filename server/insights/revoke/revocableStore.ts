import { sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import type { CredentialState } from '#server/credentials/credentialViews.ts'
import { stateOf } from '#server/credentials/explorerStore.ts'
import { treeIds } from '#server/rollup/state/nodeStore.ts'
import type { Text } from '#server/verify/verdict.ts'
import type { CredentialName } from './credentialName.ts'

/** A credential as somebody sees it who is about to take it back: which one it is, and whether it can be. Its holder is on its page. */
export type Revocable = {
  id: string
  index: number | null
  serial: number | null
  quest: { slug: string; title: Text }
  state: CredentialState
  /** The quest promised that its credentials stay. */
  stays: boolean
  revocation: 'asked' | 'done' | null
}

export type RevocableStore = { find(spaceId: string, name: CredentialName): Promise<Revocable | null> }

type Row = Pick<Revocable, 'id' | 'serial' | 'stays'> & {
  slot_index: number | null
  slug: string
  title: Text
  status: Parameters<typeof stateOf>[0]['status']
  batch_status: string | null
  revoked: boolean
  asked: boolean
}

export const createRevocableStore = (connection: Connection): RevocableStore => ({
  async find(spaceId, name) {
    const { rows } = await connection.execute<Row>(sql`
      select c.id, c.slot_index, c.serial, q.slug, v.definition -> 'title' as title, t.status, b.status as batch_status,
        coalesce((select l.fields ->> 'revocable' = '0' from rollup_leaves l
          where l.tree = ${treeIds.quests} and l.index = q.slot_index order by l.batch desc limit 1), false) as stays,
        exists (select 1 from rollup_leaves l
          where l.tree = ${treeIds.credentials} and l.index = c.slot_index and l.fields ? 'revoked') as revoked,
        exists (select 1 from revocations r where r.credential_id = c.id) as asked
      from credentials c
      join quests q on q.id = c.quest_id
      join quest_versions v on v.quest_id = q.id and v.version = q.published_version
      join rollup_txs t on t.id = c.tx_id
      left join rollup_batches b on b.number = t.batch
      where q.space_id = ${spaceId} and ${'id' in name ? sql`c.id = ${name.id}::uuid` : sql`c.slot_index = ${name.index}::bigint`}
      limit 1`)
    const [row] = rows
    if (!row) return null
    const { slot_index: index, slug, title, status, batch_status: batchStatus, revoked, asked, ...rest } = row
    return {
      ...{ ...rest, index, quest: { slug, title }, state: stateOf({ status, batchStatus }) },
      revocation: revoked ? 'done' : asked ? 'asked' : null,
    }
  },
})
