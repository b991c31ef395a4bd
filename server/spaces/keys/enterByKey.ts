import { CairnError } from '#server/shared/errors.ts'
import type { EnteredSpace } from '../enterSpace.ts'
import type { FoundKey, KeyStore } from './keyStore.ts'
import { isKeyText, keyHash } from './keyText.ts'
import { rightOf, roleAllows, type Scope } from './scope.ts'

export type EnterByKeyDeps = { keys: Pick<KeyStore, 'find' | 'touch'>; now(): number }

/** Whoever calls with a key: what they do is done in the name of the key's maker. */
export type KeyCaller = { space: EnteredSpace; accountId: string; keyId: string }

/** Uses are noted at most this often. */
const notedEveryMs = 60_000

/** The key that a text is, whatever it may do. Throws `key.invalid`, `key.revoked`, `key.expired`. */
export async function findKey({ keys, now }: EnterByKeyDeps, text: string): Promise<FoundKey> {
  if (!isKeyText(text))
    throw new CairnError('key.invalid', 'This is no key of ours.', {
      meta: { field: 'authorization', found: 'a text whose checksum does not hold', expected: 'a key as it was shown' },
    })
  const found = await keys.find(keyHash(text))
  if (!found)
    throw new CairnError('key.invalid', 'There is no such key.', { meta: { field: 'authorization', expected: 'a key of a space' } })
  const { key } = found
  if (key.revokedAt !== null)
    throw new CairnError('key.revoked', 'This key was revoked.', { meta: { field: 'authorization', found: key.revokedAt.toISOString() } })
  const at = now()
  if (key.expiresAt.getTime() <= at)
    throw new CairnError('key.expired', 'This key has run out.', { meta: { field: 'authorization', found: key.expiresAt.toISOString() } })
  const noted = at - notedEveryMs
  if (key.lastUsedAt === null || key.lastUsedAt.getTime() < noted) await keys.touch(key.id, new Date(at), new Date(noted))
  return found
}

/**
 * The space that a key opens for what a route asks. The maker's role is looked at each time: what it lost, the key lost. Throws `not-found` (another space than
 * the key's), `key.scope`, `auth.forbidden`.
 */
export function enterByKey({ key, space, role }: FoundKey, { slug, scope }: { slug: string; scope: Scope }): KeyCaller {
  if (space.slug !== slug)
    throw new CairnError('not-found', 'There is no such space.', { meta: { field: 'space', found: slug.slice(0, 80) } })
  if (!key.scopes.includes(scope))
    throw new CairnError('key.scope', 'This key was not made for that.', {
      meta: { field: 'authorization', found: key.scopes.join(' '), expected: scope },
    })
  if (role === null || !roleAllows(role, scope))
    throw new CairnError('auth.forbidden', 'Who made this key may not do that any more.', {
      meta: { field: 'authorization', found: role ?? 'no role', expected: `a role that may ${rightOf(scope)}` },
    })
  return { space: { ...space, role }, accountId: key.accountId, keyId: key.id }
}
