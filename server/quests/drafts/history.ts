import { CairnError } from '#server/shared/errors.ts'
import { ruleDigest } from '#server/verify/evidence.ts'
import type { Text } from '#server/verify/verdict.ts'
import type { Definition } from '../definition.ts'
import { rulesHashOf } from '../evidenceFile.ts'
import type { VersionRow } from '../questStore.ts'
import type { DescribeRule } from '../questViews.ts'
import type { QuestDeps, QuestWork } from '../questWork.ts'
import { same } from './document.ts'
import { type DraftName, enterDraft } from './enterDraft.ts'
import { readQuestDraft } from './readQuestDraft.ts'

/** `by`: who launched it, null where that was not done in the studio. `judges`: members are judged by it, and CUBEs carry its hash; `shown`: its words are the quest's. */
export type VersionView = { version: number; rulesHash: string; at: string; by: string | null; shown: boolean; judges: boolean }

/** Published versions of a quest, newest first; none before its launch. Throws `not-found`, `auth.forbidden`. */
export const listVersions = (deps: QuestDeps, input: DraftName): Promise<VersionView[]> =>
  deps.transact(async (work) => {
    const { draft, quest } = await enterDraft(deps, work, input, 'read')
    if (!quest?.publishedVersion) return []
    const judging = quest.rulesVersion ?? quest.publishedVersion
    const launchers = await work.drafts.launchers(draft.spaceId, draft.slug)
    return (await work.drafts.versions(quest.id)).map(({ version, rulesHash, createdAt }) => ({
      ...{ version, rulesHash, at: createdAt.toISOString(), by: launchers.get(version) ?? null },
      shown: version === quest.publishedVersion,
      judges: version === judging,
    }))
  })

export type VersionDiff = {
  rulesHash: { before: string; after: string }
  /** Whether members would be judged by other rules. */
  rulesDiffer: boolean
  /** Every text and number that differs, by its path; steps by their ids. Null: it is not there. */
  texts: { path: string; before: string | null; after: string | null }[]
  steps: { added: string[]; removed: string[]; moved: boolean }
  /** Rules as sentences, of each step whose rule differs. */
  rules: { step: string; before: Text | null; after: Text | null }[]
}

/** What differs between two versions, or between one and the draft. Throws `not-found`, `quest.malformed` (a draft that is not whole), `auth.forbidden`. */
export const diffVersions = (
  deps: QuestDeps & { describe: DescribeRule },
  { from, to, ...name }: DraftName & { from: number; to: number | 'draft' },
): Promise<VersionDiff> =>
  deps.transact(async (work) => {
    const { draft, quest } = await enterDraft(deps, work, name, 'read')
    const before = quest && (await work.quests.findVersion(quest.id, from))
    if (!before) throw noVersion('from', from)
    const after = to === 'draft' ? wholeDraft(deps, draft) : (await versionOf(work, quest.id, to)).definition
    return diffOf(before.definition, after, deps.describe)
  })

async function versionOf(work: QuestWork, questId: string, version: number): Promise<VersionRow> {
  const row = await work.quests.findVersion(questId, version)
  if (!row) throw noVersion('to', version)
  return row
}

function wholeDraft(deps: QuestDeps, draft: { slug: string; document: Parameters<typeof readQuestDraft>[1]['document'] }): Definition {
  const { definition, problems } = readQuestDraft(deps, { ...draft, acknowledged: [], opened: true })
  if (definition) return definition
  const [first] = problems
  throw new CairnError('quest.malformed', 'The draft is not whole yet.', { meta: { ...first } })
}

const noVersion = (field: string, version: number) =>
  new CairnError('not-found', 'There is no such version.', { meta: { field, found: version } })

/** Pure. */
export function diffOf(before: Definition, after: Definition, describe: DescribeRule): VersionDiff {
  const [a, b] = [before.steps.map(({ id }) => id), after.steps.map(({ id }) => id)]
  const common = (ids: string[], others: string[]) => ids.filter((id) => others.includes(id))
  const [old, fresh] = [leaves(byStep(before)), leaves(byStep(after))]
  const rules = [...new Set([...a, ...b])].flatMap((step) => {
    const [was, is] = [before, after].map(({ steps }) => steps.find(({ id }) => id === step)?.rule)
    if (was && is && ruleDigest(was) === ruleDigest(is)) return []
    return [{ step, before: was ? describe(was) : null, after: is ? describe(is) : null }]
  })
  return {
    rulesHash: { before: rulesHashOf(before), after: rulesHashOf(after) },
    rulesDiffer: rules.length > 0 || !same(a, b) || before.order !== after.order,
    texts: [...new Set([...old.keys(), ...fresh.keys()])]
      .toSorted()
      .map((path) => ({ path, before: old.get(path) ?? null, after: fresh.get(path) ?? null }))
      .filter((one) => one.before !== one.after),
    steps: {
      added: b.filter((id) => !a.includes(id)),
      removed: a.filter((id) => !b.includes(id)),
      moved: !same(common(a, b), common(b, a)),
    },
    rules,
  }
}

/** A definition without its rules, steps by their ids. */
const byStep = ({ steps, ...rest }: Definition) => ({
  ...rest,
  steps: Object.fromEntries(steps.map(({ id, rule: _, ...step }) => [id, step])),
})

/** Every text, number and truth value by its path. */
function leaves(value: unknown, path: string[] = []): Map<string, string> {
  if (value === undefined || value === null) return new Map()
  if (typeof value !== 'object') return new Map([[path.join('.'), String(value)]])
  return new Map(Object.entries(value).flatMap(([name, member]) => [...leaves(member, [...path, name])]))
}
