import { CairnError } from '#server/shared/errors.ts'
import type { AuditStore } from '../auditStore.ts'
import type { SpaceRole } from '../role.ts'
import type { KeyStore, ListedKey } from './keyStore.ts'
import { keyBytes, keyHash, shownPrefix, writeKey } from './keyText.ts'
import { roleAllows, type Scope } from './scope.ts'

export type KeyWork = { keys: KeyStore; audit: AuditStore }
export type KeyDeps = {
  transact<T>(work: (work: KeyWork) => Promise<T>): Promise<T>
  readKeys: KeyStore
  now(): number
  random(bytes: number): Uint8Array
}

/** Keys of a space that count at one time. */
export const mostKeys = 20
/** A key lives at most a year: one that nobody makes anew is one that nobody remembers. */
export const mostDays = 366
const dayMs = 24 * 3_600_000
/** So long a revoked key stays in the list. */
const shownRevokedMs = 30 * dayMs

/**
 * A key as its space sees it; times are ISO 8601. `paused`: scopes that its maker's role does not include now. `lastUsedAt` is right to a minute.
 */
export type KeyView = {
  id: string
  name: string
  prefix: string
  scopes: Scope[]
  paused: Scope[]
  by: string | null
  state: 'active' | 'expired' | 'revoked'
  createdAt: string
  expiresAt: string
  lastUsedAt: string | null
  revokedAt: string | null
}

export async function listKeys({ readKeys, now }: Pick<KeyDeps, 'readKeys' | 'now'>, spaceId: string): Promise<KeyView[]> {
  const rows = await readKeys.list(spaceId, new Date(now() - shownRevokedMs))
  return rows.map((row) => keyView(row, now()))
}

export type MakeKeyInput = { spaceId: string; accountId: string; role: SpaceRole; name: string; scopes: Scope[]; days: number }

/** Makes a key; it is in this answer and in no other. Throws `auth.forbidden` (a scope beyond the maker's role), `conflict` (too many). */
export function makeKey(deps: KeyDeps, input: MakeKeyInput): Promise<{ id: string; key: string; prefix: string; expiresAt: string }> {
  const { spaceId, accountId, role, name, scopes, days } = input
  const beyond = scopes.find((scope) => !roleAllows(role, scope))
  if (beyond !== undefined)
    throw new CairnError('auth.forbidden', 'A key may do no more than who makes it.', {
      meta: { field: 'scopes', found: beyond, expected: `scopes of the role ${role}` },
    })
  const createdAt = new Date(deps.now())
  const expiresAt = new Date(createdAt.getTime() + days * dayMs)
  const key = writeKey(deps.random(keyBytes))
  const prefix = shownPrefix(key)
  return deps.transact(async ({ keys, audit }) => {
    const active = await keys.countActive(spaceId, createdAt)
    if (active >= mostKeys)
      throw new CairnError('conflict', 'This space has no room for another key.', {
        meta: { field: 'name', found: active, expected: `at most ${mostKeys} keys that count` },
      })
    const row = await keys.add({ spaceId, accountId, name, prefix, hash: keyHash(key), scopes, createdAt, expiresAt })
    const after = { name, scopes, expiresAt: expiresAt.toISOString() }
    await audit.add({ spaceId, accountId, action: 'key.made', subject: prefix, after })
    return { id: row.id, key, prefix, expiresAt: expiresAt.toISOString() }
  })
}

/** Ends a key at once. Throws `not-found`; one that is revoked already stays as it is. */
export function revokeKey(deps: KeyDeps, { spaceId, accountId, id }: { spaceId: string; accountId: string; id: string }) {
  return deps.transact(async ({ keys, audit }) => {
    const row = await keys.lock(spaceId, id)
    if (!row) throw new CairnError('not-found', 'There is no such key.', { meta: { field: 'id', found: id } })
    if (row.revokedAt === null) {
      await keys.revoke(id, new Date(deps.now()))
      await audit.add({ spaceId, accountId, action: 'key.revoked', subject: row.prefix, before: { name: row.name, scopes: row.scopes } })
    }
    return { id }
  })
}

function keyView(row: ListedKey, now: number): KeyView {
  // Written by `makeKey` only.
  const scopes = row.scopes as Scope[]
  return {
    ...{ id: row.id, name: row.name, prefix: row.prefix, scopes, by: row.by },
    paused: scopes.filter((scope) => !roleAllows(row.role, scope)),
    state: row.revokedAt !== null ? 'revoked' : row.expiresAt.getTime() <= now ? 'expired' : 'active',
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
  }
}
