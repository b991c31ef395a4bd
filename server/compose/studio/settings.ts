import type { Database } from '#drizzle/client.ts'
import { transact } from '#drizzle/transact.ts'
import { createListingStore } from '#server/quests/discover/listingStore.ts'
import { relistSpace } from '#server/quests/discover/listPublished.ts'
import type { GuardedFetch } from '#server/shared/outbound/guardedFetchClient.ts'
import { createAuditStore } from '#server/spaces/auditStore.ts'
import { changeSettings, type SettingsDeps } from '#server/spaces/changeSettings.ts'
import { createDomainStore } from '#server/spaces/domainStore.ts'
import { createProfileStore } from '#server/spaces/profileStore.ts'
import { claimDomain, type DomainDeps, proveDomain, removeDomain, toDomainView } from '#server/spaces/proveDomain.ts'
import { alikesReview, nameReview } from '../platform.ts'
import type { StudioDeps } from '../studio.ts'

type DomainParts = { db: Database; fetch: GuardedFetch; random(bytes: number): Uint8Array; now(): number }

export const domainDeps = ({ db, fetch, random, now }: DomainParts): DomainDeps => ({
  transact: (work) =>
    transact(db, (connection) =>
      work({
        domains: createDomainStore(connection),
        audit: createAuditStore(connection),
        reviewAlikes: alikesReview(connection, now),
      }),
    ),
  readDomains: createDomainStore(db),
  fetch,
  random,
  now,
})

/** What a space says of itself, and the domain that it proves. */
export function composeSettings(parts: StudioDeps) {
  const { db, now } = parts
  const deps: SettingsDeps = {
    transact: (work) =>
      transact(db, (connection) =>
        work({
          profiles: createProfileStore(connection),
          audit: createAuditStore(connection),
          relist: (spaceId, name) => relistSpace(createListingStore(connection), spaceId, name),
          reviewName: nameReview(connection, now),
        }),
      ),
  }
  const domains = domainDeps(parts)
  const readProfiles = createProfileStore(db)
  return {
    read: async ({ spaceId, slug }: { spaceId: string; slug: string }) => {
      const [profile, domain] = await Promise.all([readProfiles.read(spaceId), domains.readDomains.read(spaceId)])
      return profile && { ...profile, domain: domain && toDomainView(domain, slug) }
    },
    change: (input: Parameters<typeof changeSettings>[1]) => changeSettings(deps, input),
    claimDomain: (input: Parameters<typeof claimDomain>[1]) => claimDomain(domains, input),
    proveDomain: (input: Parameters<typeof proveDomain>[1]) => proveDomain(domains, input),
    removeDomain: (input: Parameters<typeof removeDomain>[1]) => removeDomain(domains, input),
  }
}
