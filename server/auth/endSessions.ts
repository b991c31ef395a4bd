import type { SessionStore } from './sessionStore.ts'

/** What ending sessions works with inside one transaction. */
export type SessionWork = {
  sessions: SessionStore
  publish(event: { topic: string; kind: string; payload: Record<string, unknown> }): Promise<void>
}

/** Which sessions of an account: one, all but one, those that a wallet signed; all without any of these. */
export type SessionChoice = { id?: string; except?: string; wallet?: string }

/** The event after which streams of the account look whether their own session was meant. */
export const sessionEnded = 'session.ended'

/** Ends sessions of an account, and has their streams end with them. Answers how many there were. */
export async function endSessions({ sessions, publish }: SessionWork, accountId: string, choice: SessionChoice = {}): Promise<number> {
  const ended = await sessions.end(accountId, choice)
  if (ended > 0) await publish({ topic: `account:${accountId}`, kind: sessionEnded, payload: { ended } })
  return ended
}
