import { CairnError } from '#server/shared/errors.ts'

/** Open subscriptions that one account or one anonymous household may hold. */
export const maxSubscriptions = { account: 40, address: 200 } as const

/** Counts open subscriptions by holder (`account:…` or `address:…`). */
export type SubscriptionCounter = {
  /** Throws `rate.limited` when the holder has too many; answers how to leave. */
  enter(holder: string): () => void
  open(): number
}

export function createSubscriptionCounter(): SubscriptionCounter {
  const holders = new Map<string, number>()
  return {
    open: () => [...holders.values()].reduce((sum, count) => sum + count, 0),
    enter(holder) {
      const open = holders.get(holder) ?? 0
      const most = holder.startsWith('account:') ? maxSubscriptions.account : maxSubscriptions.address
      if (open >= most)
        throw new CairnError('rate.limited', 'Too many open subscriptions.', {
          meta: { field: 'topics', found: open, expected: `at most ${most}`, retryAfterSeconds: 30 },
        })
      holders.set(holder, open + 1)
      let left = false
      return () => {
        if (left) return
        left = true
        const now = (holders.get(holder) ?? 1) - 1
        if (now > 0) holders.set(holder, now)
        else holders.delete(holder)
      }
    },
  }
}
