import type { PushOutcome } from './pushClient.ts'
import { pushMessage } from './pushMessage.ts'
import type { PushStore, PushSubscriptionRow } from './pushStore.ts'

export type PushingDeps = {
  store: PushStore
  send(browser: PushSubscriptionRow, message: Uint8Array): Promise<PushOutcome>
  now(): number
}

const atOnce = 100
/** What nobody pushed for so long (the process was away) is for the inbox alone. */
const staleAfterMs = 3600_000

/** Pushes what was written since the last pass to every browser of its member. Answers how many notices were taken. */
export async function pushNotices({ store, send, now }: PushingDeps): Promise<number> {
  const all = await store.take(atOnce)
  const taken = all.filter(({ createdAt }) => now() - createdAt.getTime() < staleAfterMs)
  const browsers = Map.groupBy(await store.of(taken.map(({ accountId }) => accountId)), ({ accountId }) => accountId)
  const gone = new Set<string>()
  for (const notice of taken) {
    const outcomes = (browsers.get(notice.accountId) ?? [])
      .filter(({ endpoint }) => !gone.has(endpoint))
      .map(async (browser) => {
        const message = Buffer.from(JSON.stringify(pushMessage(notice, browser.locale)))
        if ((await send(browser, message)) === 'gone') gone.add(browser.endpoint)
      })
    await Promise.all(outcomes)
  }
  await store.forget([...gone])
  return all.length
}
