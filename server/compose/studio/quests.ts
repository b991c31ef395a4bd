import { type DraftListInput, listDrafts } from '#server/quests/drafts/draftListStore.ts'
import { diffVersions, listVersions } from '#server/quests/drafts/history.ts'
import { launchDraft } from '#server/quests/drafts/launchDraft.ts'
import { previewDraft } from '#server/quests/drafts/previewDraft.ts'
import { addressView, listQuestDrafts, readDraftOf } from '#server/quests/drafts/readDrafts.ts'
import { approveDraft, sendBackDraft, submitDraft } from '#server/quests/drafts/reviewDraft.ts'
import { archiveQuest, endQuest, pauseQuest, resumeQuest } from '#server/quests/drafts/runQuest.ts'
import { cloneDraft, makeDraft, saveDraft } from '#server/quests/drafts/saveDraft.ts'
import { saveAddress } from '#server/quests/drafts/savedAddresses.ts'
import { backtestDraft, tryDraft } from '#server/quests/drafts/tryDraft.ts'
import { runSaved, tryQuest } from '#server/quests/drafts/tryQuest.ts'
import { questTitles } from '#server/quests/prerequisites/requirementStore.ts'
import type { QuestDeps } from '#server/quests/questWork.ts'
import type { AuthoringPort, DryRunInput } from '#server/quests/tryRule.ts'
import { describeRule } from '#server/verify/run.ts'
import { oneAtATime } from '../oneAtATime.ts'
import type { StudioDeps } from '../studio.ts'

/** `selfOf`: what a member who tries a rule on themselves brings. */
export type AuthoringDeps = QuestDeps & { authoring: AuthoringPort; selfOf(accountId: string): Promise<DryRunInput['self']> }

/** Quests of a space: written, reviewed, tried, launched, paused, ended. */
export function composeStudioQuests({ db, quests }: StudioDeps) {
  const listing = { ...quests, list: (input: DraftListInput) => listDrafts(db, input) }
  return {
    list: (input: Parameters<typeof listQuestDrafts>[1]) => listQuestDrafts(listing, input),
    get: (input: Parameters<typeof readDraftOf>[1]) => readDraftOf(quests, input),
    preview: (input: Parameters<typeof previewDraft>[1]) =>
      previewDraft({ ...quests, describe: describeRule, titles: (slugs) => questTitles(db, slugs) }, input),
    make: (input: Parameters<typeof makeDraft>[1]) => makeDraft(quests, input),
    clone: (input: Parameters<typeof cloneDraft>[1]) => cloneDraft(quests, input),
    save: (input: Parameters<typeof saveDraft>[1]) => saveDraft(quests, input),
    submit: (input: Parameters<typeof submitDraft>[1]) => submitDraft(quests, input),
    approve: (input: Parameters<typeof approveDraft>[1]) => approveDraft(quests, input),
    sendBack: (input: Parameters<typeof sendBackDraft>[1]) => sendBackDraft(quests, input),
    // Chains are asked: one launch of an account at a time.
    launch: oneAtATime((input: Parameters<typeof launchDraft>[1]) => launchDraft(quests, input)),
    pause: (input: Parameters<typeof pauseQuest>[1]) => pauseQuest(quests, input),
    resume: (input: Parameters<typeof resumeQuest>[1]) => resumeQuest(quests, input),
    end: (input: Parameters<typeof endQuest>[1]) => endQuest(quests, input),
    archive: (input: Parameters<typeof archiveQuest>[1]) => archiveQuest(quests, input),
    versions: (input: Parameters<typeof listVersions>[1]) => listVersions(quests, input),
    diff: (input: Parameters<typeof diffVersions>[1]) => diffVersions({ ...quests, describe: describeRule }, input),
    try: async (input: Omit<Parameters<typeof tryDraft>[1], 'self'>) =>
      tryDraft(quests, { ...input, self: await quests.selfOf(input.accountId) }),
    tryAll: oneAtATime((input: Parameters<typeof tryQuest>[1]) => tryQuest(quests, input)),
    runSaved: oneAtATime((input: Parameters<typeof runSaved>[1]) => runSaved(quests, input)),
    backtest: oneAtATime((input: Parameters<typeof backtestDraft>[1]) => backtestDraft(quests, input)),
    savedAddresses: async (input: Parameters<typeof readDraftOf>[1]) => (await readDraftOf(quests, input)).addresses,
    saveAddress: async (input: Parameters<typeof saveAddress>[1]) => (await saveAddress(quests, input)).map(addressView),
  }
}
