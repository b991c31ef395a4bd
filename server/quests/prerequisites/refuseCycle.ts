import { CairnError } from '#server/shared/errors.ts'
import type { Definition } from '../definition.ts'
import { requiredQuests } from './prerequisite.ts'

export type RequirementStore = {
  /** Prerequisites of the newest version of these quests, drafts too, by slug; a quest that is not there is absent. */
  requirements(slugs: readonly string[]): Promise<Map<string, string[]>>
  /** Which of these quests are not published; a recurring quest goes by its own slug, not by that of a later period. */
  unpublished(slugs: readonly string[]): Promise<string[]>
}

/** Quests that are walked through at most; a longer chain is refused rather than followed. */
const most = 200

/**
 * A quest that required itself, directly or by others, could be begun by nobody. Drafts may name quests that are not there yet.
 * Throws `quest.malformed` naming the prerequisite and the way back.
 */
export async function refuseCycle(store: RequirementStore, quest: { slug: string; definition: Definition }): Promise<void> {
  for (const [i, one] of (quest.definition.prerequisites ?? []).entries()) {
    if (one.kind === 'score') continue
    const way = await wayBack(store, one.quest, quest.slug)
    if (way) throw malformed(i, [quest.slug, ...way].join(' → '), 'quests that do not lead back to this one')
  }
}

/** Throws `quest.malformed` when a quest that is required is not published: members could not complete it. */
export async function refuseUnpublished(store: RequirementStore, definition: Definition): Promise<void> {
  const all = definition.prerequisites ?? []
  const missing = new Set(await store.unpublished(requiredQuests(all)))
  const i = all.findIndex((one) => one.kind !== 'score' && missing.has(one.quest))
  const wanted = all[i]
  if (wanted && wanted.kind !== 'score') throw malformed(i, wanted.quest, 'a published quest')
}

/** Slugs from one quest to another by what each requires; null where no way leads there. */
async function wayBack(store: RequirementStore, from: string, to: string): Promise<string[] | null> {
  const cameFrom = new Map<string, string | null>([[from, null]])
  for (let front = [from]; front.length > 0 && cameFrom.size <= most; ) {
    if (cameFrom.has(to)) return wayTo(cameFrom, to)
    const next: string[] = []
    for (const [slug, required] of await store.requirements(front))
      for (const one of required)
        if (!cameFrom.has(one)) {
          cameFrom.set(one, slug)
          next.push(one)
        }
    front = next
  }
  return cameFrom.size > most ? [from, '…'] : null
}

function wayTo(cameFrom: ReadonlyMap<string, string | null>, to: string): string[] {
  const way: string[] = []
  for (let slug: string | null = to; slug !== null; slug = cameFrom.get(slug) ?? null) way.unshift(slug)
  return way
}

const malformed = (i: number, found: string, expected: string) => {
  const field = `definition.prerequisites.${i}.quest`
  return new CairnError('quest.malformed', `The quest's definition does not hold at ${field}.`, { meta: { field, found, expected } })
}
