import { decode } from 'next-auth/jwt'
import { cookieNames, parseCookies, readSessionToken } from './cookies.ts'
import type { SessionStore } from './sessionStore.ts'

/** Who is signed in: the account and the wallet that signed. */
export type Session = { id: string; accountId: string; wallet: string }

export type SessionDeps = { sessions: SessionStore; secret: string; origin: string; now(): number }

/**
 * The session of a request, in any process: opens the sealed cookie and asks for its row, so a signed-out or revoked session is none at once.
 * Null without one. Throws `input.invalid` on an absurd cookie header.
 */
export async function getSession(deps: SessionDeps, cookieHeader: string | null): Promise<Session | null> {
  const token = readSessionToken(parseCookies(cookieHeader), cookieNames(deps.origin).session)
  const sessionId = token === null ? null : await openToken(deps.secret, token)
  return sessionId === null ? null : findSession(deps, sessionId)
}

/** The session by its row id; null when revoked or expired. */
export async function findSession(deps: Pick<SessionDeps, 'sessions' | 'now'>, id: string): Promise<Session | null> {
  const now = new Date(deps.now())
  const row = await deps.sessions.find(id, now)
  if (!row) return null
  if (now.getTime() - row.lastSeenAt.getTime() > 60_000) await deps.sessions.touch(id, now)
  return { id: row.id, accountId: row.accountId, wallet: row.wallet }
}

async function openToken(secret: string, token: string): Promise<string | null> {
  try {
    const claims = await decode({ token, secret })
    return typeof claims?.sid === 'string' && /^[0-9a-f-]{36}$/.test(claims.sid) ? claims.sid : null
  } catch {
    // Sealed with another secret, altered or expired: not a session.
    return null
  }
}
