import type { Database } from '#drizzle/client.ts'
import { transact } from '#drizzle/transact.ts'
import { createCoverStore, type PictureSize } from '#server/quests/covers/coverStore.ts'
import { type CoverDeps, keepCover } from '#server/quests/covers/keepCover.ts'
import { makeSizes } from '#server/quests/covers/makeSizes.ts'
import { createAuditStore } from '#server/spaces/auditStore.ts'
import { oneAtATime } from '../oneAtATime.ts'

/** Pictures of spaces' quests. */
export function composeCovers({ db, now }: { db: Database; now(): number }) {
  const deps: CoverDeps = {
    transact: (work) => transact(db, (connection) => work({ covers: createCoverStore(connection), audit: createAuditStore(connection) })),
    makeSizes,
    now,
  }
  const covers = createCoverStore(db)
  return {
    keep: oneAtATime((input: Parameters<typeof keepCover>[1]) => keepCover(deps, input)),
    read: (hash: string, size: PictureSize) => covers.read(hash, size),
  }
}
