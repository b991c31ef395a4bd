import { listLists, uploadList } from '#server/quests/lists/uploadList.ts'
import type { QuestDeps } from '#server/quests/questWork.ts'
import { listSecrets, removeSecret, setSecret } from '#server/quests/spaceSecrets.ts'

/** What a space keeps for its quests' rules. */
export const composeSpaces = (deps: QuestDeps) => ({
  lists: (input: Parameters<typeof listLists>[1]) => listLists(deps, input),
  uploadList: (input: Parameters<typeof uploadList>[1]) => uploadList(deps, input),
  secrets: (input: Parameters<typeof listSecrets>[1]) => listSecrets(deps, input),
  setSecret: (input: Parameters<typeof setSecret>[1]) => setSecret(deps, input),
  removeSecret: (input: Parameters<typeof removeSecret>[1]) => removeSecret(deps, input),
})
