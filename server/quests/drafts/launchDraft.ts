import { CairnError } from '#server/shared/errors.ts'
import { requireRight } from '#server/spaces/enterSpace.ts'
import { createIn, withSalts } from '../createQuest.ts'
import type { Definition } from '../definition.ts'
import { listingOf } from '../discover/listing.ts'
import { rulesHashOf } from '../evidenceFile.ts'
import { type SignedOpener, signedOpener } from '../funds/openings.ts'
import { requireIssuer, requireSigned } from '../funds/prepareOpenings.ts'
import { publishIn } from '../publishQuest.ts'
import type { QuestRow } from '../questStore.ts'
import type { QuestDeps, QuestWork } from '../questWork.ts'
import type { AuthoringPort } from '../tryRule.ts'
import { checkDraft, requireWhole } from './checkDraft.ts'
import { changedParts, documentOf, foundBy } from './document.ts'
import { type DraftName, type Entered, enterFor } from './enterDraft.ts'
import { type Life, stateAt, stateOf } from './lifecycle.ts'
import { stale } from './saveDraft.ts'
import { type AddressRun, refuseDisagreeing, runAddresses } from './savedAddresses.ts'

type Deps = QuestDeps & { authoring: AuthoringPort }

/** `anyway`: an owner launches although the saved wallets disagree; the log says so. */
export type LaunchInput = DraftName & {
  revision: number
  anyway?: boolean | undefined
  /** What the holder of the space's vault signed to open and fund the quest: ten words a tx (`prepareOpenings`). Left out where it costs nothing. */
  signed?: readonly (readonly bigint[])[] | undefined
  requestId?: string | undefined
}

export type Launched = { slug: string; version: number; rulesHash: string; state: string; addresses: AddressRun[] }

/**
 * Launches an approved draft: a quest that opens at its time, or the next version of one that runs. The saved wallets are tried first. Throws
 * `draft.address`, `draft.unacknowledged`, `draft.stale`, `draft.state`, `quest.malformed`, `conflict` (the slug is taken, or no word changed),
 * `quest.funds-short`, `rollup.refused` (what was signed is not what the quest says), `auth.forbidden`, `rate.limited`.
 */
export async function launchDraft(deps: Deps, input: LaunchInput): Promise<Launched> {
  // Chains are asked between two transactions: nothing is held while they answer, and what was tried is what is launched or nothing is.
  const { definition, addresses } = await deps.transact(async (work) => {
    const entered = await whole(deps, work, input)
    if (input.anyway) await requireRight(work.access, { spaceId: input.spaceId, accountId: input.accountId, right: 'own', field: 'anyway' })
    if (!entered.published) await requireSigned(work, entered, input)
    return { definition: entered.definition, addresses: await work.drafts.addresses(entered.draft.id) }
  })
  const ran = await runAddresses(deps, definition, { addresses, spaceId: input.spaceId })
  await noteRuns(deps, input, ran)
  if (!input.anyway) refuseDisagreeing(ran)
  return deps.transact(async (work) => {
    const entered = await whole(deps, work, input)
    if (input.anyway) await requireRight(work.access, { spaceId: input.spaceId, accountId: input.accountId, right: 'own', field: 'anyway' })
    await refuseOtherAddresses(work, entered, ran)
    return launch(deps, work, entered, { input, ran })
  })
}

type Whole = Entered & { next: Life; definition: Definition; terms: ReturnType<typeof requireWhole>['terms'] }

async function whole(deps: Deps, work: QuestWork, input: LaunchInput): Promise<Whole> {
  const entered = await enterFor(deps, work, input, 'launch')
  if (entered.draft.revision !== input.revision) throw await stale(work, entered.draft, input.revision)
  return { ...entered, ...requireWhole(await checkDraft(deps, work, entered)) }
}

const noteRuns = (deps: Deps, input: LaunchInput, ran: readonly AddressRun[]) =>
  deps.transact(async (work) => {
    const draft = await work.drafts.find(input.spaceId, input.slug)
    for (const { should, wallet, result } of draft ? ran : [])
      await work.drafts.noteRun(draft?.id ?? '', { should, wallet, result, revision: input.revision, at: new Date(deps.now()) })
  })

/** A wallet that was put in another's place while chains were asked has not been tried. */
async function refuseOtherAddresses(work: QuestWork, { draft }: Entered, ran: readonly AddressRun[]) {
  const untried = (await work.drafts.addresses(draft.id)).find(
    ({ should, wallet }) => !ran.some((run) => run.should === should && run.wallet === wallet),
  )
  if (untried)
    throw new CairnError('conflict', 'A saved wallet was changed in between.', {
      meta: { field: `savedAddresses.${untried.should}`, found: untried.wallet, expected: 'a wallet that was tried' },
    })
}

type Launch = { input: LaunchInput; ran: AddressRun[] }

async function launch(deps: Deps, work: QuestWork, entered: Whole, { input, ran }: Launch): Promise<Launched> {
  const { draft, life, next, terms } = entered
  const paid = entered.published ? null : await requireSigned(work, entered, input)
  // What was signed for has its salts already: its hash was signed, too.
  const definition = paid?.definition ?? withSalts(entered.definition, deps.newId)
  const opener =
    paid &&
    signedOpener({
      ...paid,
      words: input.signed ?? [],
      issuerKey: requireIssuer(deps),
      issued: (terms) => work.slot.issued(draft.spaceId, terms),
    })
  const made = entered.published
    ? await addVersion(work, entered, definition)
    : await open(deps, work, { ...entered, definition }, { ...input, opener })
  if (paid && opener) await fund(work, { ...made, draftId: draft.id }, { opener, input })
  const at = new Date(deps.now())
  const state = stateAt(next, terms.opensAt, deps.now())
  const document = documentOf(definition, terms)
  await work.drafts.update(draft.id, {
    ...{ questId: made.questId, document, found: foundBy(draft.slug, document), stage: next.stage, submittedBy: null },
  })
  const { accountId } = input
  await work.drafts.addReview({ draftId: draft.id, revision: draft.revision, accountId, act: 'launched', words: null, at })
  const disagree = ran.filter(({ result }) => result === 'differs' || result === 'unread')
  await work.audit.add({
    ...{ spaceId: draft.spaceId, accountId, subject: draft.slug },
    action: disagree.length > 0 ? 'quest.launched-anyway' : entered.published ? 'quest.version-launched' : 'quest.launched',
    before: { state: stateOf(life), ...(made.before === null ? {} : { version: made.before }) },
    after: { state, version: made.version, rulesHash: made.rulesHash, ...(disagree.length > 0 ? { disagree } : {}) },
  })
  return { slug: draft.slug, version: made.version, rulesHash: made.rulesHash, state, addresses: ran }
}

/** Hands on what was signed: the quest opens when the slot has it, and there is no quest without it. */
async function fund(work: QuestWork, made: Made & { draftId: string }, { opener, input }: { opener: SignedOpener; input: LaunchInput }) {
  opener.done()
  const hashes = await work.slot.acceptSigned({ account: opener.owner, words: input.signed ?? [], requestId: input.requestId })
  const quests = [{ id: made.questId }, ...(await work.quests.prizesOf(made.questId))]
  for (const [i, { id }] of quests.entries()) await work.quests.update(id, { openingTx: hashes[i] ?? null })
  await work.funds.forget(made.draftId)
}

type Open = Pick<LaunchInput, 'requestId'> & { opener: SignedOpener | null }
type Made = { questId: string; version: number; rulesHash: string; before: number | null }

/** The first launch, also of a quest that was made without the studio and never published. */
async function open(deps: Deps, work: QuestWork, { draft, quest, definition, terms }: Whole, { requestId, opener }: Open): Promise<Made> {
  const space = await work.quests.findSpaceById(draft.spaceId)
  if (!space) throw new CairnError('internal', 'The draft has no space.')
  const made = quest
    ? await rewrite(work, quest, { definition, terms })
    : await createIn(deps, work, { spaceId: draft.spaceId, slug: draft.slug, definition, ...terms })
  await publishIn(deps, work, { ...made, requestId, spaceName: space.name, opener: opener ?? undefined })
  return { questId: made.quest.id, version: made.version.version, rulesHash: made.version.rulesHash, before: null }
}

/** Nobody has seen it: its terms may be others, and its first version stays beside the one that is launched. */
async function rewrite(work: QuestWork, quest: QuestRow, { definition, terms }: Pick<Whole, 'definition' | 'terms'>) {
  const family = definition.recurrence ? { familyId: quest.id, period: 0 } : { familyId: null, period: null }
  const change = { ...terms, ...family }
  await work.quests.update(quest.id, change)
  return { quest: { ...quest, ...change }, version: await nextVersion(work, quest.id, definition) }
}

/**
 * The next version of a quest that runs: other words for the same thing. Members go on being judged by the version whose hash the slot's leaf carries. A
 * recurring quest has it in each period that is not over, and later ones take it from there.
 */
async function addVersion(work: QuestWork, { draft, quest, published }: Whole, definition: Definition): Promise<Made> {
  const space = await work.quests.findSpaceById(draft.spaceId)
  if (!quest || !space || !published) throw new CairnError('internal', 'A quest that runs has no row.')
  if (changedParts(documentOf(published, quest), documentOf(definition, quest)).length === 0)
    throw new CairnError('conflict', 'Nothing changed.', { meta: { field: 'definition', found: 'the same words', expected: 'others' } })
  let first: Made | null = null
  for (const row of await work.drafts.lockFamily(quest.id)) {
    if (row.publishedVersion === null) continue
    const version = await nextVersion(work, row.id, definition)
    await work.quests.update(row.id, { publishedVersion: version.version, rulesVersion: row.rulesVersion ?? row.publishedVersion })
    await work.listings.put(row.id, listingOf(definition, space.name))
    await work.publish({
      topic: `quest:${row.slug}`,
      kind: 'quest.version-launched',
      payload: { slug: row.slug, version: version.version },
    })
    if (row.id === quest.id)
      first = { questId: row.id, version: version.version, rulesHash: version.rulesHash, before: row.publishedVersion }
  }
  if (!first) throw new CairnError('internal', 'A quest that runs was never published.')
  return first
}

async function nextVersion(work: QuestWork, questId: string, definition: Definition) {
  const [newest] = await work.drafts.versions(questId)
  const version = { version: (newest?.version ?? 0) + 1, definition, rulesHash: rulesHashOf(definition) }
  await work.quests.addVersion({ questId, ...version })
  return version
}
