import { CairnError } from '#server/shared/errors.ts'
import { refuseForeignCover } from '../covers/keepCover.ts'
import type { Definition } from '../definition.ts'
import { refuseForeignRule } from '../foreignRule.ts'
import { refuseCycle, refuseUnpublished } from '../prerequisites/refuseCycle.ts'
import { malformed, type Problem, refuseFirst } from '../problem.ts'
import type { QuestDeps, QuestWork } from '../questWork.ts'
import type { Document, PublishedTerms } from './document.ts'
import type { Entered } from './enterDraft.ts'
import { type DraftReading, readQuestDraft, toProblem } from './readQuestDraft.ts'
import { refusedChanges, refusedTerms } from './versionChange.ts'

/** A draft as launching would read it, with what only the database knows: lists, other quests, its own slug, and what a later version may not change. */
export async function checkDraft(deps: QuestDeps, work: QuestWork, { draft, quest, published }: Entered): Promise<DraftReading> {
  const { slug, document, acknowledged, spaceId } = draft
  const reading = readQuestDraft(deps, { slug, document, acknowledged, opened: published !== null })
  const taken = quest === null && (await work.quests.findBySlug(slug)) !== null
  const { definition, terms } = reading
  const more: Problem[] = [
    ...(taken ? [{ field: 'slug', found: slug, expected: 'a free slug' }] : []),
    ...(definition ? await lookedUp(deps, work, { slug, spaceId, definition }) : []),
    ...(definition && published ? refusedChanges(published, definition) : []),
    ...(terms && quest && published ? refusedTerms(quest, { ...terms, ...unsaid(document, quest) }) : []),
  ]
  return { ...reading, problems: [...reading.problems, ...more] }
}

/** Drafts of quests that were launched before rewards stood in them say nothing of any: what the quest pays holds. */
const unsaid = (document: Document, { rewardPerMint, feePerMint }: PublishedTerms) => ({
  ...(document.rewardPerMint === undefined ? { rewardPerMint } : {}),
  ...(document.feePerMint === undefined ? { feePerMint } : {}),
})

type Looked = { slug: string; spaceId: string; definition: Definition }

async function lookedUp(deps: QuestDeps, work: QuestWork, { slug, spaceId, definition }: Looked): Promise<Problem[]> {
  const asked = [
    ...definition.steps.map(
      ({ rule }, i) =>
        () =>
          refuseForeignRule(deps, work, rule, { at: `definition.steps.${i}.rule`, spaceId }),
    ),
    () => refuseForeignCover(work, { spaceId, definition }),
    () => refuseUnpublished(work.requirements, definition),
    () => refuseCycle(work.requirements, { slug, definition }),
  ]
  const problems: Problem[] = []
  for (const ask of asked) await ask().catch((error: unknown) => problems.push(toProblem(error)))
  return problems
}

/** What may be handed in and launched: whole, and with every warning acknowledged. Throws `quest.malformed`, `draft.unacknowledged`. */
export function requireWhole({ problems, warnings, definition, terms }: DraftReading) {
  refuseFirst(problems)
  const open = warnings.find(({ acknowledged }) => !acknowledged)
  if (open)
    throw new CairnError('draft.unacknowledged', 'A warning has not been acknowledged.', {
      meta: { field: open.path, found: open.code, expected: 'a rule without it, or an author who says that it is known' },
    })
  // Without a problem both are there.
  if (!definition || !terms) throw malformed('definition', 'a definition')
  return { definition, terms }
}
