import { CairnError } from '#server/shared/errors.ts'

/** Work that costs much runs once at a time for each account. Throws `rate.limited` while one of the account's is under way in this process. */
export function oneAtATime<I extends { accountId: string }, O>(work: (input: I) => Promise<O>): (input: I) => Promise<O> {
  const busy = new Set<string>()
  return async (input) => {
    const { accountId } = input
    if (busy.has(accountId))
      throw new CairnError('rate.limited', 'One of these is under way already.', {
        meta: { field: 'accountId', found: 'one that runs', expected: 'one at a time', retryAfterSeconds: 10 },
      })
    busy.add(accountId)
    try {
      return await work(input)
    } finally {
      busy.delete(accountId)
    }
  }
}
