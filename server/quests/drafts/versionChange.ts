import type { Definition, Step } from '../definition.ts'
import type { Problem } from '../problem.ts'
import { type PublishedTerms, same } from './document.ts'

/**
 * What a later version of a quest may change: what people read. All else is a promise to those who began, or stands in the slot's leaf: rules and their
 * order, points, prerequisites, prizes, fees, how long the CUBE counts. Easier rules are no kindness either: those who did the harder thing hold the same CUBE.
 */
const words: ReadonlySet<string> = new Set<keyof Definition>(['title', 'summary', 'description', 'cover', 'difficulty', 'minutes'])
const stepWords: ReadonlySet<string> = new Set<keyof Step>(['title', 'hint', 'link', 'cards'])

/** Every change that a quest which was launched may not have; none: the version may be published. */
export function refusedChanges(before: Definition, after: Definition): Problem[] {
  const fields = differing(before, after).filter((name) => !words.has(name) && name !== 'steps')
  return [...fields.map((name) => refused(`definition.${name}`, name)), ...refusedSteps(before.steps, after.steps)]
}

function refusedSteps(before: readonly Step[], after: readonly Step[]): Problem[] {
  const ids = (steps: readonly Step[]) => steps.map(({ id }) => id).join(', ')
  if (ids(before) !== ids(after))
    return [{ field: 'definition.steps', found: ids(after), expected: `the steps that were launched: ${ids(before)}` }]
  return after.flatMap((step, i) =>
    differing(before[i] ?? {}, step)
      .filter((name) => !stepWords.has(name))
      .map((name) => refused(`definition.steps.${i}.${name}`, name)),
  )
}

/** Names of the members that differ, those of either side. */
function differing(before: object, after: object): string[] {
  const [a, b] = [before as Record<string, unknown>, after as Record<string, unknown>]
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => !same(a[name], b[name])).toSorted()
}

const refused = (field: string, name: string): Problem => ({ field, found: `another ${name}`, expected: 'as it was launched' })

/** Terms are in the slot's leaf: they stay as they are. */
export function refusedTerms(before: PublishedTerms, after: PublishedTerms): Problem[] {
  const problem = (field: string, found: string, expected: string) => (found === expected ? [] : [{ field, found, expected }])
  return [
    ...problem('supply', String(after.supply), String(before.supply)),
    ...problem('opensAt', after.opensAt.toISOString(), before.opensAt.toISOString()),
    ...problem('closesAt', after.closesAt.toISOString(), before.closesAt.toISOString()),
    ...problem('rewardPerMint', String(after.rewardPerMint), String(before.rewardPerMint)),
    ...problem('feePerMint', String(after.feePerMint), String(before.feePerMint)),
  ]
}
