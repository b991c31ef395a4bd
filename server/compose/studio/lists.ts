import { downloadList } from '#server/quests/lists/downloadList.ts'
import { removeList } from '#server/quests/lists/removeList.ts'
import type { StudioDeps } from '../studio.ts'

/** Lists of a space, as those see them who write its rules. */
export const composeStudioLists = ({ quests }: StudioDeps) => ({
  remove: (input: Parameters<typeof removeList>[1]) => removeList(quests, input),
  download: (input: Parameters<typeof downloadList>[1]) => downloadList(quests, input),
})
