import { and, eq, sql } from 'drizzle-orm'
import type { Connection } from '#drizzle/client.ts'
import { spaceProfiles, spaces } from '#drizzle/schema/index.ts'
import type { Link } from './links.ts'

type Words = { en: string; ja: string }

/** What a space says of itself. `names.ja` null: it goes by one name. */
export type Profile = { names: { en: string; ja: string | null }; about: Words | null; website: string | null; links: Link[] }
/** `version`: 0 before the first change. */
export type KeptProfile = Profile & { version: number }

export type ProfileStore = {
  read(spaceId: string): Promise<KeptProfile | null>
  /** Replaces what was there when that is still the version which was read; false when somebody else was first. */
  save(spaceId: string, profile: KeptProfile): Promise<boolean>
}

export function createProfileStore(connection: Connection): ProfileStore {
  return {
    async read(spaceId) {
      const [row] = await connection
        .select({ name: spaces.name, profile: spaceProfiles })
        .from(spaces)
        .leftJoin(spaceProfiles, eq(spaceProfiles.spaceId, spaces.id))
        .where(eq(spaces.id, spaceId))
      if (!row) return null
      const { name, profile } = row
      return {
        names: { en: name, ja: profile?.nameJa ?? null },
        about: profile?.about ?? null,
        website: profile?.website ?? null,
        // Written by `save` only.
        links: (profile?.links ?? []) as Link[],
        version: profile?.version ?? 0,
      }
    },
    async save(spaceId, { names, about, website, links, version }) {
      const row = { nameJa: names.ja, about, website, links }
      const saved =
        version === 0
          ? await connection
              .insert(spaceProfiles)
              .values({ spaceId, ...row })
              .onConflictDoNothing()
              .returning({ version: spaceProfiles.version })
          : await connection
              .update(spaceProfiles)
              .set({ ...row, version: sql`${spaceProfiles.version} + 1` })
              .where(and(eq(spaceProfiles.spaceId, spaceId), eq(spaceProfiles.version, version)))
              .returning({ version: spaceProfiles.version })
      if (saved.length === 0) return false
      await connection.update(spaces).set({ name: names.en }).where(eq(spaces.id, spaceId))
      return true
    },
  }
}
