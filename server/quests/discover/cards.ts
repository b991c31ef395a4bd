import type { QuestViewStore } from '../questViewStore.ts'
import { type QuestCard, toCard } from '../questViews.ts'

export type CardDeps = { views: QuestViewStore }

/** Each of these with the card of its quest, in their order; a quest that is no longer shown is left out. `own`: those too that the account began. */
export async function withCards<T extends { id: string }>(
  { views }: CardDeps,
  items: readonly T[],
  accountId: string | null,
  own = false,
): Promise<{ item: T; card: QuestCard }[]> {
  const ids = items.map(({ id }) => id)
  const rows = new Map((await views.byIds(ids, accountId, own)).map((row) => [row.quest.id, row]))
  return items.flatMap((item) => {
    const row = rows.get(item.id)
    return row ? [{ item, card: toCard(row) }] : []
  })
}
