import { CairnError } from '#server/shared/errors.ts'
import { type HandInInput, lockStep, noSuchStep, noteHandIn } from './handIn.ts'
import type { QuestDeps } from './questWork.ts'
import { formParams } from './stepForm.ts'

/** What a link's token says; sealed by the edge that hands it out, good for one opening by one member within an hour. Milliseconds. */
export type VisitTicket = { id: string; participationId: string; stepId: string; until: number }

const lifetimeMs = 3_600_000
/** Openings of one step that are kept. */
const maxOpenings = 20

/** A ticket for the link of a visit step. Throws like `lockStep`. */
export function issueVisit(deps: QuestDeps, input: HandInInput): Promise<VisitTicket> {
  return deps.transact(async (work) => {
    const open = await lockStep(deps, work, input)
    if (!formParams(open.step.rule, 'visit')) throw noSuchStep(input.stepId)
    return { id: deps.newId(), participationId: open.participation.id, stepId: input.stepId, until: deps.now() + lifetimeMs }
  })
}

/**
 * Notes that the member opened the link, and answers where it leads: to the page that the quest's own version names, never to one from the request.
 * A ticket that was used before still leads there, and counts no more. Throws `auth.forbidden` for another member's ticket, `input.invalid` for an old one.
 */
export function openVisit(deps: QuestDeps, input: { accountId: string; ticket: VisitTicket }): Promise<{ url: string; counted: boolean }> {
  const { ticket, accountId } = input
  return deps.transact(async (work) => {
    const participation = await work.participations.lock(ticket.participationId)
    if (participation?.accountId !== accountId)
      throw new CairnError('auth.forbidden', 'This link was made for another member.', { meta: { field: 'ticket' } })
    if (ticket.until < deps.now())
      throw new CairnError('input.invalid', 'This link has expired. Open it from the quest again.', {
        meta: { field: 'ticket', expected: 'a link of the last hour' },
      })
    const version = await work.quests.findVersion(participation.questId, participation.version)
    const quest = await work.quests.findById(participation.questId)
    const step = version?.definition.steps.find(({ id }) => id === ticket.stepId)
    const visit = step && formParams(step.rule, 'visit')
    if (!quest || !step || !visit) throw noSuchStep(ticket.stepId)
    const before = await work.submissions.list(participation.id, ticket.stepId)
    if (participation.completedAt || before.length >= maxOpenings) return { url: visit.url, counted: false }
    const createdAt = new Date(deps.now())
    const counted = await work.submissions.add({
      participationId: participation.id,
      stepId: ticket.stepId,
      answers: { opened: createdAt.toISOString() },
      correct: null,
      createdAt,
      ticket: ticket.id,
    })
    const hand = { accountId, slug: quest.slug, stepId: ticket.stepId }
    if (counted) await noteHandIn(work, { quest, participation, step }, { input: hand, kind: 'visit.opened' })
    return { url: visit.url, counted }
  })
}

/**
 * The member is back on the quest's page. Too early is no failure: nothing is kept, and the answer says how long is left.
 * Throws `conflict` when the link was not opened.
 */
export function finishVisit(deps: QuestDeps, input: HandInInput): Promise<{ secondsLeft: number }> {
  return deps.transact(async (work) => {
    const open = await lockStep(deps, work, input)
    const visit = formParams(open.step.rule, 'visit')
    if (!visit) throw noSuchStep(input.stepId)
    const before = await work.submissions.list(open.participation.id, input.stepId)
    const opened = before[0]?.answers.opened
    if (opened === undefined) throw new CairnError('conflict', 'Open the link first.', { meta: { field: 'stepId', found: input.stepId } })
    const seconds = Math.floor((deps.now() - Date.parse(opened)) / 1000)
    const left = (visit.dwellSeconds ?? 0) - seconds
    if (left > 0) return { secondsLeft: left }
    if (before[0]?.answers.seconds === undefined) {
      const answers = { opened, seconds: String(Math.min(seconds, 999_999_999)) }
      const createdAt = new Date(deps.now())
      await work.submissions.add({ participationId: open.participation.id, stepId: input.stepId, answers, correct: null, createdAt })
      await noteHandIn(work, open, { input, kind: 'visit.finished' })
    }
    return { secondsLeft: 0 }
  })
}
