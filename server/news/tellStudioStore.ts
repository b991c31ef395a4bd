import { sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { tellSelected } from './noticeStore.ts'

/** Whoever holds the wallet now is told that a space offers a place. A wallet that signs in later finds it in the studio. */
export const tellInvited = (connection: Connection, invitation: { id: string; spaceId: string; wallet: string; role: string }) =>
  tellSelected(
    connection,
    sql`select w.account_id, 'space.invited', 'invited:' || ${invitation.id}::text, null::uuid,
        jsonb_build_object('space', s.slug, 'spaceName', s.name, 'role', ${invitation.role}::text)
      from wallets w, spaces s where w.address = ${invitation.wallet} and s.id = ${invitation.spaceId}::uuid`,
  )

/** A stop of the platform, as those who run the space are told of it. */
export type ToldStop = { id: string; spaceId: string; questId: string | null; kind: 'held' | 'delisted' }

/** The space, or one of its quests, is in no list any more: its owners and admins are told. */
export const tellStopped = (connection: Connection, stop: ToldStop) =>
  tellRunners(connection, stop, { kind: 'space.delisted', says: stop.kind })

/** The platform answered the appeal against a delisting. */
export const tellAnswered = (connection: Connection, stop: ToldStop, outcome: 'lifted' | 'stays') =>
  tellRunners(connection, stop, { kind: 'space.answered', says: outcome })

type Said = { kind: 'space.delisted' | 'space.answered'; says: string }

const tellRunners = (connection: Connection, { id, spaceId, questId }: ToldStop, { kind, says }: Said) =>
  tellSelected(
    connection,
    sql`select m.account_id, ${kind}::text, ${`${kind}:${id}:${says}`}::text, ${questId}::uuid,
        jsonb_build_object('space', s.slug, 'spaceName', s.name, 'reason', ${says}::text)
      from space_members m join spaces s on s.id = m.space_id where s.id = ${spaceId}::uuid and m.role in ('owner', 'admin')`,
  )
