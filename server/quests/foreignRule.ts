import { CairnError } from '#server/shared/errors.ts'
import { loopbackOrigin } from '#server/shared/outbound/outboundUrl.ts'
import { chainsOf, leavesOf, type Rule } from '#server/verify/rule.ts'
import type { QuestDeps, QuestWork } from './questWork.ts'

/** Where a rule stands: `at` is its path for errors, `spaceId` the space that it is written for. */
type Place = { at: string; spaceId: string }

/** Throws `conflict` when the rule names a chain that this deployment does not read. `field`: what to name. */
export function refuseUnreadChains({ chains }: Pick<QuestDeps, 'chains'>, rule: Rule, field: string): void {
  const off = chainsOf(rule).find((chain) => !chains.has(chain))
  if (off === undefined) return
  throw new CairnError('conflict', 'A rule names a chain that is switched off here.', {
    meta: { field, found: off, expected: [...chains].join(', ') },
  })
}

/**
 * Lists are named by id and content: both must be the space's own. Endpoints of this machine are for stacks that say so.
 * Throws `quest.malformed` naming the rule.
 */
export async function refuseForeignRule(
  { localEndpoints }: Pick<QuestDeps, 'localEndpoints'>,
  { lists }: Pick<QuestWork, 'lists'>,
  rule: Rule,
  { at, spaceId }: Place,
): Promise<void> {
  for (const { leaf } of leavesOf(rule)) {
    if (leaf.kind === 'list') {
      const known = await lists.find(spaceId, leaf.params.list)
      if (known?.digest !== leaf.params.digest || known.by !== leaf.params.by) throw malformed(at, 'a list of this space, with its digest')
    }
    if (leaf.kind !== 'http' && leaf.kind !== 'graphql') continue
    const local = loopbackOrigin(leaf.params.url)
    if (local !== null && !localEndpoints.has(local)) throw malformed(at, 'an https endpoint that anyone can reach')
  }
}

const malformed = (field: string, expected: string) =>
  new CairnError('quest.malformed', `${field} does not hold.`, { meta: { field, expected } })
