import { CairnError } from '#server/shared/errors.ts'
import type { AuditStore } from './auditStore.ts'
import { readLinks, readWebUrl } from './links.ts'
import type { SpaceNames } from './makeSpace.ts'
import { requireSeen } from './names.ts'
import type { KeptProfile, ProfileStore } from './profileStore.ts'

export type SettingsWork = {
  profiles: ProfileStore
  audit: AuditStore
  /** The quests of the space are found by its name, too. */
  relist(spaceId: string, name: string): Promise<void>
  /** Holds a space back whose new name looks like that of a space which proved its domain. */
  reviewName(space: SpaceNames): Promise<void>
}
export type SettingsDeps = { transact<T>(work: (work: SettingsWork) => Promise<T>): Promise<T> }

export type SettingsInput = { spaceId: string; slug: string; accountId: string; profile: KeptProfile }

/**
 * Changes what a space says of itself. `profile.version` is the version that was read. Throws `input.invalid` naming the field, `conflict` when somebody else
 * saved in between: nothing of theirs is overwritten.
 */
export async function changeSettings(deps: SettingsDeps, { spaceId, slug, accountId, profile }: SettingsInput): Promise<KeptProfile> {
  requireSeen(profile.names.en, 'names.en')
  if (profile.names.ja !== null) requireSeen(profile.names.ja, 'names.ja')
  const next: KeptProfile = {
    ...profile,
    website: profile.website === null ? null : readWebUrl(profile.website, 'website').href,
    links: readLinks(profile.links),
  }
  return deps.transact(async (work) => {
    const before = await work.profiles.read(spaceId)
    if (!before) throw new CairnError('not-found', 'There is no such space.', { meta: { field: 'space', found: slug } })
    if (before.version !== next.version || !(await work.profiles.save(spaceId, next)))
      throw new CairnError('conflict', 'Somebody else has changed these settings.', {
        meta: { field: 'version', found: next.version, expected: before.version },
      })
    const { version: _, ...was } = before
    const { version, ...is } = next
    await work.audit.add({ spaceId, accountId, action: 'settings.changed', subject: slug, before: was, after: is })
    if (was.names.en !== is.names.en) await work.relist(spaceId, is.names.en)
    if (was.names.en !== is.names.en || was.names.ja !== is.names.ja)
      await work.reviewName({ id: spaceId, slug, names: [is.names.en, ...(is.names.ja === null ? [] : [is.names.ja])], accountId })
    return { ...is, version: version + 1 }
  })
}
