import { CairnError } from '#server/shared/errors.ts'
import type { AuditAction } from '#server/spaces/audit.ts'
import type { QuestDeps, QuestWork } from '../questWork.ts'
import { checkDraft, requireWhole } from './checkDraft.ts'
import type { ReviewAct } from './draftStore.ts'
import { type DraftName, type Entered, enterFor } from './enterDraft.ts'
import type { Life } from './lifecycle.ts'
import { stale } from './saveDraft.ts'

/** `revision`: the text that is meant; another one is refused. */
type Input = DraftName & { revision: number }

const acts = {
  submit: { review: 'submitted', action: 'draft.submitted' },
  approve: { review: 'approved', action: 'draft.approved' },
  sendBack: { review: 'sent-back', action: 'draft.sent-back' },
} as const satisfies Record<string, { review: ReviewAct; action: AuditAction }>

/** Hands a draft in for review. Throws `quest.malformed`, `draft.unacknowledged`, `draft.stale`, `draft.state`, `auth.forbidden`. */
export const submitDraft = (deps: QuestDeps, input: Input) =>
  deps.transact(async (work) => {
    const entered = await held(deps, work, input, 'submit')
    requireWhole(await checkDraft(deps, work, entered))
    return note(deps, work, entered, { input, act: 'submit', words: null, submittedBy: input.accountId })
  })

/**
 * Says that the text may be launched. Two people see each quest: whoever handed it in does not approve it, but an owner may, who answers for the space and
 * may be alone in it. Throws `draft.own`, `draft.stale`, `draft.state`, `auth.forbidden`.
 */
export const approveDraft = (deps: QuestDeps, input: Input) =>
  deps.transact(async (work) => {
    const entered = await held(deps, work, input, 'approve')
    const { draft } = entered
    if (draft.submittedBy === input.accountId && (await work.access.roleIn(draft.spaceId, input.accountId)) !== 'owner')
      throw new CairnError('draft.own', 'Somebody else approves what you hand in.', {
        meta: { field: 'accountId', found: 'who handed it in', expected: 'another reviewer, or an owner' },
      })
    return note(deps, work, entered, { input, act: 'approve', words: null, submittedBy: draft.submittedBy })
  })

/** Gives a draft back to its authors, with words. Throws as `approveDraft`. */
export const sendBackDraft = (deps: QuestDeps, input: Input & { words: string }) =>
  deps.transact(async (work) => {
    const entered = await held(deps, work, input, 'sendBack')
    return note(deps, work, entered, { input, act: 'sendBack', words: input.words, submittedBy: null })
  })

async function held(deps: QuestDeps, work: QuestWork, input: Input, act: keyof typeof acts) {
  const entered = await enterFor(deps, work, input, act)
  if (entered.draft.revision !== input.revision) throw await stale(work, entered.draft, input.revision)
  return entered
}

type Note = { input: Input; act: keyof typeof acts; words: string | null; submittedBy: string | null }

async function note(deps: QuestDeps, work: QuestWork, { draft, next }: Entered & { next: Life }, { input, act, words, submittedBy }: Note) {
  const { accountId } = input
  const { review, action } = acts[act]
  await work.drafts.update(draft.id, { stage: next.stage, submittedBy })
  const at = new Date(deps.now())
  await work.drafts.addReview({ draftId: draft.id, revision: draft.revision, accountId, act: review, words, at })
  await work.audit.add({
    ...{ spaceId: draft.spaceId, accountId, action, subject: draft.slug },
    before: { stage: draft.stage },
    after: { stage: next.stage, revision: draft.revision, ...(words === null ? {} : { words }) },
  })
  return { slug: draft.slug, stage: next.stage, revision: draft.revision }
}
