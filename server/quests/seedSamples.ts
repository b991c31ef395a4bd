import { createCollection, createSeason, type NewCollection, type NewSeason } from './collections/createCollection.ts'
import { createQuest } from './createQuest.ts'
import { ensureSpace } from './ensureSpace.ts'
import { publishQuest } from './publishQuest.ts'
import type { QuestDeps } from './questWork.ts'
import type { Sample } from './samples/index.ts'

const hourMs = 3_600_000
const openForMs = 2 * 365 * 24 * hourMs

/**
 * Creates and publishes sample quests through the same use cases as everyone. Safe to repeat: what is there stays as it is.
 * They open an hour ago, so what was done while the stack started counts, too.
 */
export async function seedSamples(
  deps: QuestDeps,
  input: { accountId: string; samples: readonly Sample[] },
): Promise<{ created: string[] }> {
  const space = await ensureSpace(deps, { accountId: input.accountId, slug: 'cairn', name: 'Cairn' })
  const created: string[] = []
  const openedAt = Math.floor(deps.now() / 1000) * 1000 - hourMs
  for (const [i, { slug, supply, rewardPerMint, definition }] of input.samples.entries()) {
    const known = await deps.transact((work) => work.quests.findBySlug(slug))
    if (!known) {
      // A second apart: lists are ordered by opening.
      const opensAt = new Date(openedAt + i * 1000)
      await createQuest(deps, {
        accountId: input.accountId,
        slug,
        space: space.slug,
        definition,
        supply,
        opensAt,
        closesAt: new Date(openedAt + openForMs),
        prizes: true,
        ...(rewardPerMint === undefined ? {} : { rewardPerMint }),
      })
      created.push(slug)
    }
    await publishQuest(deps, { accountId: input.accountId, slug })
  }
  return { created }
}

type Groups = { accountId: string; collections: readonly NewCollection[]; season(startsAt: Date): NewSeason }

/** Groups the sample quests into collections and a season that begins when they opened. Safe to repeat: what is there stays as it is. */
export async function seedGroups(deps: QuestDeps, { accountId, collections, season }: Groups): Promise<void> {
  const owner = { accountId, space: 'cairn' }
  const known = await deps.transact((work) => work.collections.list({ accountId: null, limit: 1000 }))
  for (const collection of collections)
    if (!known.some(({ slug }) => slug === collection.slug)) await createCollection(deps, { ...owner, collection })
  const startsAt = new Date(Math.floor(deps.now() / 1000) * 1000 - hourMs)
  const first = season(startsAt)
  const [running] = await deps.transact((work) => work.seasons.list({ accountId: null, slug: first.slug, limit: 1 }))
  if (!running) await createSeason(deps, { ...owner, season: first })
}
