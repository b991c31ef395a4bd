import { transact } from '#drizzle/transact.ts'
import { createAccessStore } from '#server/spaces/accessStore.ts'
import { createAuditStore } from '#server/spaces/auditStore.ts'
import { makeSpace, type SpaceDeps } from '#server/spaces/makeSpace.ts'
import { nameReview } from '../platform.ts'
import type { StudioDeps } from '../studio.ts'

/** Spaces, as those who work for them see them. */
export function composeStudioSpaces({ db, now }: StudioDeps) {
  const access = createAccessStore(db)
  const deps: SpaceDeps = {
    transact: (work) =>
      transact(db, (connection) =>
        work({
          access: createAccessStore(connection),
          audit: createAuditStore(connection),
          reviewName: nameReview(connection, now),
        }),
      ),
    now,
  }
  return {
    list: (accountId: string) => access.spacesOf(accountId),
    make: (input: Parameters<typeof makeSpace>[1]) => makeSpace(deps, input),
  }
}
