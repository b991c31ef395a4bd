import { appealStop } from '#server/platform/appeal.ts'
import { createStopStore } from '#server/platform/stopStore.ts'
import { platformDeps } from '../platform.ts'
import type { StudioDeps } from '../studio.ts'

/** What the platform decided of a space and its quests, and the owner's word against it. */
export function composeStops({ db, now }: StudioDeps) {
  const deps = platformDeps({ db, now })
  const read = createStopStore(db)
  return {
    list: (spaceId: string) => read.ofSpace(spaceId),
    appeal: (input: Parameters<typeof appealStop>[1]) => appealStop(deps, input),
  }
}
