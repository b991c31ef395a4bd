import { CairnError } from '#server/shared/errors.ts'
import type { AuditAction } from '#server/spaces/audit.ts'
import type { QuestRow } from '../questStore.ts'
import type { QuestDeps, QuestWork } from '../questWork.ts'
import { type DraftName, enterFor } from './enterDraft.ts'
import { stateAt, stateOf } from './lifecycle.ts'

type RunAct = 'pause' | 'resume' | 'end'

const actions = { pause: 'quest.paused', resume: 'quest.resumed', end: 'quest.ended' } as const satisfies Record<RunAct, AuditAction>

/** Nobody begins while a quest is paused; who is on it goes on and may finish. Throws `draft.state`, `auth.forbidden`, `not-found`. */
export const pauseQuest = (deps: QuestDeps, input: DraftName) => change(deps, input, 'pause')

/** Throws as `pauseQuest`. */
export const resumeQuest = (deps: QuestDeps, input: DraftName) => change(deps, input, 'resume')

/** Ends a quest before its time, for good: nobody begins any more; who is on it may finish until it closes. Throws as `pauseQuest`. */
export const endQuest = (deps: QuestDeps, input: DraftName) => change(deps, input, 'end')

function change(deps: QuestDeps, input: DraftName, act: RunAct) {
  return deps.transact(async (work) => {
    const { draft, quest, life, next } = await enterFor(deps, work, input, act)
    if (!quest) throw new CairnError('internal', 'A quest that runs has no row.')
    // A recurring quest is paused and ended with all of its periods, also those whose leaf is on its way.
    const family = await work.drafts.lockFamily(quest.id)
    const opened = await work.drafts.opened(family.flatMap(({ slotIndex }) => slotIndex ?? []))
    for (const row of family) {
      const status = statusAfter(row, act, opened)
      if (status === row.status) continue
      await work.quests.update(row.id, { status })
      await work.publish({ topic: `quest:${row.slug}`, kind: actions[act], payload: { slug: row.slug } })
      if (act === 'end') await work.tellSpace({ type: 'quest.ended', questId: row.id })
    }
    const state = stateAt(next, quest.opensAt, deps.now())
    if (act === 'resume') await work.participations.wake()
    await work.audit.add({
      ...{ spaceId: draft.spaceId, accountId: input.accountId, action: actions[act], subject: draft.slug },
      before: { state: stateOf(life) },
      after: { state },
    })
    return { slug: draft.slug, state }
  })
}

/** One whose leaf was not sealed when it was paused waits for it again. */
function statusAfter({ status, slotIndex }: QuestRow, act: RunAct, opened: ReadonlySet<number>): QuestRow['status'] {
  if (act === 'end') return 'ended'
  if (act === 'pause') return status === 'publishing' || status === 'live' ? 'paused' : status
  if (status !== 'paused') return status
  return slotIndex !== null && opened.has(slotIndex) ? 'live' : 'publishing'
}

/** Puts a draft or an ended quest away, or takes it out again: lists leave it out, nothing is deleted. Throws as `pauseQuest`. */
export const archiveQuest = (deps: QuestDeps, { archived, ...name }: DraftName & { archived: boolean }) =>
  deps.transact(async (work: QuestWork) => {
    const { draft, life } = await enterFor(deps, work, name, archived ? 'archive' : 'restore')
    await work.drafts.update(draft.id, { archivedAt: archived ? new Date(deps.now()) : null })
    await work.audit.add({
      ...{ spaceId: draft.spaceId, accountId: name.accountId, subject: draft.slug },
      action: archived ? 'quest.archived' : 'quest.restored',
      after: { state: stateOf(life) },
    })
    return { slug: draft.slug, archived }
  })
