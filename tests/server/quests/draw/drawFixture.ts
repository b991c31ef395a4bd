import { randomUUID } from 'node:crypto'
import { goLive } from '#server/compose/goLive.ts'
import { completeQuest } from '#server/quests/completeQuest.ts'
import { createQuest } from '#server/quests/createQuest.ts'
import type { Prize } from '#server/quests/draw/prize.ts'
import { evmWallet, type Site } from '#tests/support/members.ts'
import { definition, passSteps, sealMints } from '#tests/support/questFixture.ts'

export const day = 86_400_000

export const newAccount = async (site: Site) => (await site.members.accounts.signInWith(evmWallet().id as `eip155:0x${string}`)).accountId

/** A quest of the platform with a prize, live for a day, and those that pay its prizes. */
export async function questWithPrize(site: Site, owner: string, prize: Prize): Promise<{ slug: string; id: string; index: number }> {
  const slug = `drawn-${randomUUID().slice(0, 8)}`
  await createQuest(site.members.questDeps, {
    accountId: owner,
    slug,
    definition: definition({ prize }),
    supply: 100,
    opensAt: new Date(site.clock.ms - 3_600_000),
    closesAt: new Date(site.clock.ms + day),
    prizes: true,
  })
  await site.members.quests.publish({ accountId: owner, slug })
  const { rows } = await site.pool.query(
    'select id, slot_index, prize_of from quests where slug = $1 or prize_of = (select id from quests where slug = $1)',
    [slug],
  )
  await goLive(
    site.db,
    rows.map((row) => row.slot_index),
  )
  const own = rows.find((row) => row.prize_of === null)
  return { slug, id: own.id, index: own.slot_index }
}

let batch = 0
/** Members who complete the quest one after the other, each in a batch of its own whose number is the CUBE's index. */
export async function completeBy(site: Site, slug: string, statuses: readonly string[]) {
  // Prizes that were given before are in a batch of their own by now.
  await site.pool.query(`update rollup_txs set batch = 0 where kind = 'mint' and batch is null`)
  const members: { accountId: string; credential: number }[] = []
  for (const status of statuses) {
    const accountId = await newAccount(site)
    const { participationId } = await site.members.quests.start({ accountId, slug })
    await passSteps(site, participationId)
    await completeQuest(site.members.questDeps, { participationId })
    await sealMints(site, ++batch, status)
    members.push({ accountId, credential: batch })
  }
  return members
}
