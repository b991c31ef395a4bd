import { type Cell, writeCsv } from '#server/shared/csv.ts'
import type { InsightQuestStore } from '../insightQuestStore.ts'
import { type QuestOfSpace, questOfSpace } from '../questOfSpace.ts'
import { mostRows, refuseTooMany } from './participantsCsv.ts'
import type { PayingQuest, Reward, RewardPlace, RewardStore } from './rewardStore.ts'

/** `amount`: in the smallest unit of the slot's token `token`. */
const header = [
  'quest',
  'prize_tier',
  'account',
  'handle',
  'wallet',
  'minted_to',
  'credential',
  'state',
  'token',
  'amount',
  'paid',
  'completed_at',
] as const

/** Rows that are read at once. */
const chunk = 1000

type Deps = { quests: InsightQuestStore; rewards: RewardStore }

/** What the quest and its prizes set aside for whom, oldest first. Throws `not-found`, and `input.too-large` for more rows than a file has. */
export async function rewardsCsv({ quests, rewards }: Deps, of: QuestOfSpace): Promise<AsyncGenerator<string>> {
  const { id } = await questOfSpace(quests, of)
  const paying = await rewards.paying(id)
  refuseTooMany(
    await rewards.count(
      paying.map((quest) => quest.id),
      mostRows + 1,
    ),
  )
  return writeCsv(header, rowsOf(rewards, paying))
}

async function* rowsOf(rewards: RewardStore, paying: readonly PayingQuest[]): AsyncGenerator<Cell[]> {
  let left = mostRows
  for (const quest of paying) {
    for (let after: RewardPlace | null = null; left > 0; ) {
      const page = await rewards.page(quest, { after, limit: Math.min(chunk, left) })
      for (const reward of page) yield cellsOf(reward)
      left -= page.length
      const last: { place: RewardPlace } | undefined = page.length === chunk ? page.at(-1) : undefined
      if (!last) break
      after = last.place
    }
  }
}

const cellsOf = ({ account, credential, ...reward }: Reward): Cell[] => [
  reward.quest,
  reward.tier,
  account.id,
  account.handle,
  account.wallet,
  reward.mintedTo,
  credential.index,
  credential.state,
  reward.token,
  String(reward.amount),
  reward.paid,
  reward.completedAt.toISOString(),
]
