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
        ...(rewardPerMint === undefined ? {} : { rewardPerMint }),
      })
      created.push(slug)
    }
    await publishQuest(deps, { accountId: input.accountId, slug })
  }
  return { created }
}
