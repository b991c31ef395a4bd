import { CairnError } from '#server/shared/errors.ts'
import type { MemberFacts } from '#server/verify/memberFacts.ts'
import type { Definition } from '../definition.ts'
import { judgePrerequisites, type Prerequisite, type PrerequisiteState, requiredQuests } from './prerequisite.ts'

/** What other rooms know of a member: CUBEs, and the score by the active formula where there is one. */
export type StandingFacts = Pick<MemberFacts, 'cubes' | 'reputation'>

export type StandingDeps = {
  facts: StandingFacts
  completions: { completed(accountId: string, slugs: readonly string[]): Promise<Set<string>> }
}

type Asked = { accountId: string; definition: Definition; now: number }

/** Where a member stands on each prerequisite of a quest, in their order; none where the quest asks for nothing. `now` in milliseconds. */
export async function readPrerequisites(deps: StandingDeps, { accountId, definition, now }: Asked): Promise<PrerequisiteState[]> {
  const all = definition.prerequisites ?? []
  if (all.length === 0) return []
  const quests = requiredQuests(all)
  const completed = await deps.completions.completed(accountId, quests)
  const cubes = new Map<string, Awaited<ReturnType<StandingFacts['cubes']>>>()
  // One after the other: inside a transaction there is one connection.
  for (const quest of quests) cubes.set(quest, await deps.facts.cubes(accountId, { quest }))
  const record = all.some(({ kind }) => kind === 'score') ? await deps.facts.reputation?.(accountId, undefined) : null
  return judgePrerequisites(all, { completed, cubes, score: record ? BigInt(record.score) : null, now })
}

/** Throws `quest.prerequisite` naming the first prerequisite that does not hold. */
export async function refuseUnmet(deps: StandingDeps, asked: Asked): Promise<void> {
  const states = await readPrerequisites(deps, asked)
  const i = states.findIndex(({ met }) => !met)
  const [missing, wanted] = [states[i], asked.definition.prerequisites?.[i]]
  if (!missing || !wanted) return
  throw new CairnError('quest.prerequisite', 'This quest asks for something that you do not have yet.', {
    meta: { field: `prerequisites.${i}`, found: missing.found, expected: wantedText(wanted) },
  })
}

const wantedText = (one: Prerequisite) => (one.kind === 'score' ? `a score of at least ${one.min}` : `${one.kind} ${one.quest}`)
