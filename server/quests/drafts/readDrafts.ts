import { mayIn } from '#server/spaces/role.ts'
import type { QuestDeps } from '../questWork.ts'
import { checkDraft } from './checkDraft.ts'
import { type Document, titleIn } from './document.ts'
import type { DraftListInput, ListedDraft } from './draftListStore.ts'
import type { ReviewRow, SavedAddress } from './draftStore.ts'
import { type DraftName, enterDraft } from './enterDraft.ts'
import { type Act, actsFrom, type QuestState, rightOf, type Stage, stateOf } from './lifecycle.ts'
import type { DraftReading } from './readQuestDraft.ts'

export type DraftView = {
  slug: string
  state: QuestState
  /** How far the text is: of a quest that runs, that of its next version. */
  stage: Stage
  archived: boolean
  revision: number
  document: Document
  problems: DraftReading['problems']
  warnings: DraftReading['warnings']
  /** What can be done now, by whoever has the right. */
  acts: Act[]
  /** Those that the reader themselves can do. */
  may: Act[]
  /** Whether the reader may launch against the saved wallets. */
  mayInsist: boolean
  /** The reader handed this text in: somebody else approves it. */
  waitsForOther: boolean
  editedBy: string | null
  editedAt: string
  /** The server's clock when this was read. */
  readAt: string
  /** The quest that was launched: `status` says more than `state` while its leaf is on its way. */
  quest: { status: string; version: number; completed: number; supply: number } | null
  reviews: (Omit<ReviewRow, 'at'> & { at: string })[]
  addresses: AddressView[]
}

export type AddressView = Omit<SavedAddress, 'lastAt'> & { lastAt: string | null }
export const addressView = ({ lastAt, ...row }: SavedAddress): AddressView => ({ ...row, lastAt: lastAt?.toISOString() ?? null })

const mostReviews = 50

/** A draft with all that is wrong with it and what was said of it. Throws `not-found`, `auth.forbidden`. */
export const readDraftOf = (deps: QuestDeps, input: DraftName): Promise<DraftView> =>
  deps.transact(async (work) => {
    const entered = await enterDraft(deps, work, input, 'read')
    const { draft, quest, life } = entered
    const { problems, warnings } = await checkDraft(deps, work, entered)
    const role = await work.access.roleIn(draft.spaceId, input.accountId)
    const own = draft.submittedBy === input.accountId && role !== 'owner'
    const acts = actsFrom(life)
    return {
      ...{ slug: draft.slug, state: stateOf(life), stage: life.stage, archived: life.archived, revision: draft.revision },
      ...{ document: draft.document, problems, warnings, acts },
      may: acts.filter((act) => mayIn(role, rightOf(act)) && !(own && act === 'approve')),
      mayInsist: mayIn(role, 'own'),
      waitsForOther: own && acts.includes('approve') && mayIn(role, 'review'),
      editedBy: draft.editedBy === null ? null : await work.drafts.nameOf(draft.editedBy),
      editedAt: draft.editedAt.toISOString(),
      readAt: new Date(deps.now()).toISOString(),
      quest:
        quest?.publishedVersion == null
          ? null
          : { status: quest.status, version: quest.publishedVersion, completed: quest.completed, supply: quest.supply },
      reviews: (await work.drafts.reviews(draft.id, mostReviews)).map(({ at, ...row }) => ({ ...row, at: at.toISOString() })),
      addresses: (await work.drafts.addresses(draft.id)).map(addressView),
    }
  })

export type DraftCard = {
  slug: string
  title: { en: string | null; ja: string | null }
  state: QuestState
  stage: Stage
  /** Places taken and places in all; null before the launch. */
  places: { completed: number; supply: number } | null
  editedAt: string
  editedBy: string | null
}

export type DraftPosition = { editedAt: string; id: string }

type ListInput = Omit<DraftListInput, 'at' | 'limit'> & { accountId: string; limit: number }

/** Quests of a space, the one that was worked on last first. */
export async function listQuestDrafts(
  deps: Pick<QuestDeps, 'transact' | 'now'> & { list(input: DraftListInput): Promise<ListedDraft[]> },
  { accountId: _, limit, ...input }: ListInput,
): Promise<{ items: DraftCard[]; next: DraftPosition | null }> {
  await deps.transact((work) => work.drafts.adopt(input.spaceId))
  const rows = await deps.list({ ...input, limit: limit + 1, at: new Date(deps.now()) })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    items: page.map(({ slug, document, state, stage, supply, completed, editedAt, editedBy }) => ({
      ...{ slug, title: titleIn(document), state, stage, editedAt: editedAt.toISOString(), editedBy },
      places: supply === null || completed === null || state === stage ? null : { completed, supply },
    })),
    next: rows.length > limit && last ? { editedAt: last.key, id: last.id } : null,
  }
}
