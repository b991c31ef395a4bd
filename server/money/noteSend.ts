import { CairnError } from '#server/shared/errors.ts'
import type { MoneyStore } from './moneyStore.ts'

/** What one member may have under way at once. */
export const mostOpenSends = 20

/**
 * Writes down what the member's own wallet just sent to L2, so that it shows on every page of the member until L2 is final. It is the member's
 * word and shows to nobody else: what counts is what the inbox has. Throws `rate.limited`.
 */
export async function noteSend(
  { money }: { money: MoneyStore },
  send: { accountId: string; hash: string; kind: 'deposit' | 'setKey'; token: number; amount: bigint },
): Promise<void> {
  if ((await money.openSends(send.accountId)) >= mostOpenSends)
    throw new CairnError('rate.limited', 'Too many transactions are under way.', {
      meta: { field: 'hash', expected: `at most ${mostOpenSends} at once`, retryAfterSeconds: 60 },
    })
  await money.noteSend(send)
}
