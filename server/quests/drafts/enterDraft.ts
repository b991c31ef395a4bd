import { CairnError } from '#server/shared/errors.ts'
import { requireRight } from '#server/spaces/enterSpace.ts'
import type { SpaceRight } from '#server/spaces/role.ts'
import type { Definition } from '../definition.ts'
import type { QuestRow } from '../questStore.ts'
import type { QuestDeps, QuestWork } from '../questWork.ts'
import { windowOf } from '../recurrence/recurrence.ts'
import type { DraftRow } from './draftStore.ts'
import { type Act, type Life, lifeAfter, rightOf, runAt, stateOf } from './lifecycle.ts'

/** Which draft, and who asks. The space was entered by the api; the right is asked for again inside each transaction. */
export type DraftName = { accountId: string; spaceId: string; slug: string }

/** `published`: what members see of the quest now. */
export type Entered = { draft: DraftRow; quest: QuestRow | null; published: Definition | null; life: Life }

type Now = Pick<QuestDeps, 'now'>

/** The draft, held until the transaction ends, for somebody with the right. Throws `auth.forbidden`, `not-found`. */
export async function enterDraft(deps: Now, work: QuestWork, { accountId, spaceId, slug }: DraftName, right: SpaceRight): Promise<Entered> {
  await requireRight(work.access, { spaceId, accountId, right, field: 'space' })
  const draft = await work.drafts.lock(spaceId, slug)
  if (!draft) throw new CairnError('not-found', 'There is no such quest in this space.', { meta: { field: 'slug', found: slug } })
  return { draft, ...(await lifeOf(deps, work, draft)) }
}

/** The same for an act, with where it leads. Throws `draft.state` where it cannot be done now. */
export async function enterFor(deps: Now, work: QuestWork, name: DraftName, act: Act): Promise<Entered & { next: Life }> {
  const entered = await enterDraft(deps, work, name, rightOf(act))
  const next = lifeAfter(entered.life, act)
  if (next) return { ...entered, next }
  const { life } = entered
  throw new CairnError('draft.state', 'This cannot be done now.', {
    meta: {
      field: 'state',
      found: life.archived ? 'archived' : `${stateOf(life)}, text: ${life.stage}`,
      expected: `a state that allows ${act}`,
    },
  })
}

async function lifeOf({ now }: Now, { quests }: QuestWork, draft: DraftRow): Promise<Omit<Entered, 'draft'>> {
  const quest = draft.questId === null ? null : await quests.findById(draft.questId)
  const version = quest?.publishedVersion ? await quests.findVersion(quest.id, quest.publishedVersion) : null
  const published = version?.definition ?? null
  const clocked = quest && { status: quest.status, opensAt: quest.opensAt, endsAt: endOf(quest, published) }
  return { quest, published, life: { stage: draft.stage, run: runAt(clocked, now()), archived: draft.archivedAt !== null } }
}

/** When a quest closes for good. */
const endOf = (quest: QuestRow, published: Definition | null): Date =>
  published?.recurrence ? windowOf(published.recurrence, quest, published.recurrence.periods - 1).closesAt : quest.closesAt
