import * as z from 'zod'
import { CairnError } from '#server/shared/errors.ts'
import { spaceOf } from '../ownSpace.ts'
import type { QuestDeps, QuestWork } from '../questWork.ts'
import { bilingual } from '../text.ts'

const heading = {
  slug: z.string().regex(/^[a-z0-9](?:[a-z0-9-]{1,62}[a-z0-9])$/),
  title: bilingual(80),
  summary: bilingual(240),
  /** Slugs of the space's own quests, in their order. */
  quests: z
    .array(z.string().max(64))
    .min(1)
    .max(50)
    .refine((slugs) => new Set(slugs).size === slugs.length, 'each quest once'),
}

export const collectionSchema = z.strictObject({ ...heading, kind: z.enum(['collection', 'path']) })
export const seasonSchema = z
  .strictObject({ ...heading, startsAt: z.date(), endsAt: z.date() })
  .refine(({ startsAt, endsAt }) => startsAt < endsAt, { path: ['endsAt'], message: 'later than startsAt' })

export type NewCollection = z.infer<typeof collectionSchema>
export type NewSeason = z.infer<typeof seasonSchema>

type Owner = { accountId: string; space: string }

/** Makes a collection of quests of one space. Throws `input.invalid`, `not-found` (a quest), `auth.forbidden`, `conflict` (slug taken). */
export async function createCollection(deps: QuestDeps, input: Owner & { collection: NewCollection }): Promise<void> {
  const { quests, ...row } = read(collectionSchema, input.collection)
  return deps.transact(async (work) => {
    const space = await spaceOf(work, input, 'author')
    const added = await work.collections.add({ ...row, spaceId: space.id }, await questIds(work, space.id, quests))
    if (!added) throw taken(row.slug)
  })
}

/** Makes a season of quests of one space. Throws as `createCollection`. */
export async function createSeason(deps: QuestDeps, input: Owner & { season: NewSeason }): Promise<void> {
  const { quests, ...row } = read(seasonSchema, input.season)
  return deps.transact(async (work) => {
    const space = await spaceOf(work, input, 'author')
    const added = await work.seasons.add({ ...row, spaceId: space.id }, await questIds(work, space.id, quests))
    if (!added) throw taken(row.slug)
  })
}

function read<T>(schema: z.ZodType<T>, value: T): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const field = issue?.path.join('.') || 'input'
  throw new CairnError('input.invalid', `${field} does not hold.`, { meta: { field, expected: issue?.message } })
}

async function questIds(work: QuestWork, spaceId: string, slugs: readonly string[]): Promise<string[]> {
  const ids: string[] = []
  for (const [i, slug] of slugs.entries()) {
    const quest = await work.quests.findBySlug(slug)
    if (quest?.spaceId !== spaceId)
      throw new CairnError('not-found', 'The space has no such quest.', { meta: { field: `quests.${i}`, found: slug } })
    ids.push(quest.id)
  }
  return ids
}

const taken = (slug: string) =>
  new CairnError('conflict', 'This slug is taken.', { meta: { field: 'slug', found: slug, expected: 'a free slug' } })
