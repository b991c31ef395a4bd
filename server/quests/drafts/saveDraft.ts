import { CairnError } from '#server/shared/errors.ts'
import { requireRight } from '#server/spaces/enterSpace.ts'
import { slugTaken } from '../createQuest.ts'
import type { QuestDeps, QuestWork } from '../questWork.ts'
import { slugPattern } from '../slug.ts'
import { applyChanges, type Changes, changedParts, type Document, emptyDocument, foundBy, same } from './document.ts'
import type { DraftRow } from './draftStore.ts'
import { type DraftName, enterDraft, enterFor } from './enterDraft.ts'
import { acknowledge } from './readQuestDraft.ts'

/** Drafts of one space that were never launched. */
const mostDrafts = 200

/** Makes an empty draft. Throws `quest.malformed` (the slug), `conflict` (it is taken, or the space has too many), `auth.forbidden`. */
export const makeDraft = (deps: QuestDeps, input: DraftName) => deps.transact((work) => addDraft(deps, work, input, emptyDocument))

/** Makes a draft of what another one of the space says now. A quiz of it gets a salt of its own. Throws as `makeDraft`, and `not-found`. */
export const cloneDraft = (deps: QuestDeps, { as, ...name }: DraftName & { as: string }) =>
  deps.transact(async (work) => {
    const { draft } = await enterDraft(deps, work, name, 'author')
    return addDraft(deps, work, { ...name, slug: as, from: draft.slug }, withoutSalts(draft.document))
  })

async function addDraft(deps: QuestDeps, work: QuestWork, input: DraftName & { from?: string }, document: Document) {
  const { accountId, spaceId, slug, from } = input
  await requireRight(work.access, { spaceId, accountId, right: 'author', field: 'space' })
  if (!slugPattern.test(slug))
    throw new CairnError('quest.malformed', 'This slug cannot be used.', {
      meta: { field: 'slug', found: slug, expected: 'a–z, 0–9 and inner dashes, 3 to 64' },
    })
  const open = await work.drafts.countOpen(spaceId)
  if (open >= mostDrafts)
    throw new CairnError('conflict', 'This space keeps no more drafts.', {
      meta: { field: 'space', found: open, expected: `at most ${mostDrafts}` },
    })
  if (await work.quests.findBySlug(slug)) throw slugTaken(slug)
  const at = new Date(deps.now())
  const row = { spaceId, slug, document, found: foundBy(slug, document), editedBy: accountId, editedAt: at, createdAt: at }
  const draft = await work.drafts.add(row)
  if (!draft) throw slugTaken(slug)
  await work.audit.add({ spaceId, accountId, action: 'draft.made', subject: slug, ...(from === undefined ? {} : { after: { from } }) })
  return { slug: draft.slug, revision: draft.revision }
}

function withoutSalts(document: Document): Document {
  const strip = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(strip)
    if (value === null || typeof value !== 'object') return value
    const members = Object.entries(value).map(([name, member]) => [name, strip(member)] as const)
    if (!('kind' in value) || value.kind !== 'quiz' || !('params' in value)) return Object.fromEntries(members)
    return Object.fromEntries(members.map(([name, member]) => [name, name === 'params' ? withoutSalt(member) : member]))
  }
  return { ...document, definition: strip(document.definition) as Document['definition'] }
}

const withoutSalt = (params: unknown): unknown =>
  params !== null && typeof params === 'object' ? Object.fromEntries(Object.entries(params).filter(([name]) => name !== 'salt')) : params

export type SaveInput = DraftName & {
  /** The revision that the changes were made on. */
  revision: number
  changes: Changes
  /** Warnings that the author knows of from now on. */
  acknowledge?: readonly { code: string; path: string }[] | undefined
  /** Those that are open again. */
  takeBack?: readonly { code: string; path: string }[] | undefined
}

/**
 * Saves changes of a draft; a review that was open or done lapses, because it was of another text. Throws `draft.stale` with what is there now when
 * somebody else saved in between, `draft.state`, `auth.forbidden`, and what `applyChanges` throws.
 */
export function saveDraft(deps: QuestDeps, input: SaveInput): Promise<{ revision: number }> {
  return deps.transact(async (work) => {
    const { draft, next } = await enterFor(deps, work, input, 'save')
    if (draft.revision !== input.revision) throw await stale(work, draft, input.revision)
    const document = applyChanges(draft.document, input.changes)
    const acknowledged = acknowledge(document, draft.acknowledged, { more: input.acknowledge ?? [], less: input.takeBack ?? [] })
    const parts = changedParts(draft.document, document)
    if (parts.length === 0 && same(acknowledged, draft.acknowledged)) return { revision: draft.revision }
    const [revision, editedAt] = [draft.revision + 1, new Date(deps.now())]
    const logged = isNews(draft, input.accountId, editedAt)
    await work.drafts.update(draft.id, {
      ...{ document, acknowledged, revision, stage: next.stage, editedAt },
      ...{ found: foundBy(draft.slug, document), editedBy: input.accountId, submittedBy: null },
      ...(logged ? { loggedAt: editedAt } : {}),
    })
    if (logged)
      await work.audit.add({
        ...{ spaceId: draft.spaceId, accountId: input.accountId, action: 'draft.saved', subject: draft.slug },
        before: { revision: draft.revision, stage: draft.stage },
        after: { revision, stage: next.stage, parts },
      })
    return { revision }
  })
}

/** Somebody who types saves every few seconds. One entry says so until another one takes over, a review lapses, or so long has passed. */
const quietMs = 10 * 60_000

const isNews = (draft: DraftRow, accountId: string, at: Date) =>
  draft.editedBy !== accountId || draft.stage !== 'draft' || draft.loggedAt === null || at.getTime() - draft.loggedAt.getTime() >= quietMs

export async function stale(work: QuestWork, { revision, document, editedBy }: DraftRow, known: number): Promise<CairnError> {
  const by = editedBy === null ? null : await work.drafts.nameOf(editedBy)
  return new CairnError('draft.stale', 'Somebody saved this draft since you read it.', {
    meta: { field: 'revision', found: known, expected: revision, current: { revision, document, by } },
  })
}
