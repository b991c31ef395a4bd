import { sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import type { NoticeKind } from '#drizzle/schema/news.ts'
import type { ChangeEvent } from '#server/accounts/changeWallets.ts'
import type { ChangeRow } from '#server/accounts/walletChangeStore.ts'
import { tell, tellSelected } from './noticeStore.ts'

/** A wallet was added; one that left and comes back is told of again. */
export const tellLinked = (connection: Connection, accountId: string, wallet: string) =>
  tellSelected(
    connection,
    sql`select w.account_id, 'wallet.linked', 'wallet:' || w.address || ':' || extract(epoch from w.linked_at), null::uuid,
        jsonb_build_object('wallet', w.address)
      from wallets w where w.address = ${wallet} and w.account_id = ${accountId}::uuid`,
  )

/** What of a change's life its owner must hear; votes show on its page, and what ends as void was done by another change. */
const changeKinds: Readonly<Partial<Record<ChangeEvent, NoticeKind>>> = {
  announced: 'wallet.announced',
  removed: 'wallet.removed',
  primary: 'wallet.primary',
  stopped: 'wallet.stopped',
  withdrawn: 'wallet.stopped',
}

/** A change of the account's wallets was announced, was carried out or will not be. */
export async function tellWalletChange(connection: Connection, change: ChangeRow, event: ChangeEvent): Promise<void> {
  const kind = changeKinds[event]
  if (kind === undefined) return
  const { id, accountId, wallet, announcedBy: by, effectiveAt } = change
  const ended = kind === 'wallet.stopped' ? { reason: event } : {}
  const facts = { wallet, by, change: change.kind, effectiveAt: effectiveAt.toISOString(), ...ended }
  await tell(connection, [{ accountId, kind, key: `change:${id}:${event}`, facts }])
}

/** The account `from`, of which `wallet` is one, was moved into this one. */
export const tellMerged = (connection: Connection, accountId: string, { from, wallet }: { from: string; wallet: string }) =>
  tell(connection, [{ accountId, kind: 'account.merged', key: `merged:${from}`, facts: { wallet } }])

/** A browser signed in that the account's other sessions do not know. The very first one is no news. */
export const tellSignedIn = (connection: Connection, sessionId: string) =>
  tellSelected(
    connection,
    sql`select s.account_id, 'session.new', 'session:' || s.id, null::uuid,
        jsonb_build_object('wallet', s.wallet, 'userAgent', s.user_agent)
      from sessions s where s.id = ${sessionId}::uuid
        and exists (select from sessions o where o.account_id = s.account_id and o.id <> s.id)
        and not exists (select from sessions o where o.account_id = s.account_id and o.id <> s.id and o.user_agent = s.user_agent)`,
  )
