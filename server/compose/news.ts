import type { Database } from '#drizzle/client.ts'
import { createMoneyStore } from '#server/money/moneyStore.ts'
import type { TokenView } from '#server/money/moneyViews.ts'
import { readHistory } from '#server/money/readMoney.ts'
import { createNoticeStore } from '#server/news/noticeStore.ts'
import { createPendingStore } from '#server/news/pendingStore.ts'
import { createPushStore } from '#server/news/push/pushStore.ts'
import { subscribe } from '#server/news/push/subscribe.ts'
import { changeSetting, listNotices, type NewsDeps, readNews, readSettings } from '#server/news/readNews.ts'
import { createNodeStore } from '#server/rollup/state/nodeStore.ts'

type Parts = {
  db: Database
  tokens(): Promise<readonly TokenView[]>
  /** What browsers subscribe with; null where nothing is pushed. */
  pushKey: string | null
  now(): number
}

/** What a member is told: pending things and notices. */
export function composeNews({ db, tokens, pushKey, now }: Parts) {
  const money = { money: createMoneyStore(db), nodes: createNodeStore(db) }
  const notices = createNoticeStore(db)
  const browsers = createPushStore(db)
  const deps: NewsDeps = {
    notices,
    pending: createPendingStore(db),
    history: (accountId) => readHistory(money, { accountId }),
    tokens,
    now,
  }
  return {
    overview: (input: { accountId: string }) => readNews(deps, input),
    list: (input: Parameters<typeof listNotices>[1]) => listNotices(deps, input),
    markRead: ({ accountId, ids }: { accountId: string; ids: readonly number[] | 'all' }) =>
      notices.markRead(accountId, ids, new Date(now())),
    settings: (input: { accountId: string }) => readSettings(deps, input),
    changeSetting: (input: Parameters<typeof changeSetting>[1]) => changeSetting(deps, input),
    pushKey,
    subscribe: (input: Parameters<typeof subscribe>[1]) => subscribe({ store: browsers }, input),
    unsubscribe: ({ accountId, endpoint }: { accountId: string; endpoint: string }) => browsers.unsubscribe(accountId, endpoint),
  }
}
