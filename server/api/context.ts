import type { Session } from '#server/auth/session.ts'
import type { Members } from '#server/compose/members.ts'
import type { EventHub } from './eventHub.ts'
import type { Limiter } from './limiter.ts'

/** What every procedure gets. `ip` is an address prefix (IPv4, or IPv6 /64): the unit that limits count by. */
export type ApiContext = {
  members: Members
  limiter: Limiter
  requestId: string
  ip: string
  session: Session | null
  cursors: Cursors
  /** Only on the gateway. */
  stream?: EventStream
}

export type EventStream = {
  hub: EventHub
  /** Aborted when the process stops. */
  stopped: AbortSignal
}

export type Cursors = { seal(list: string, position: unknown): string; open(list: string, cursor: string): unknown }
