import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { CairnError } from '#server/shared/errors.ts'

/** So many calls in so many seconds. */
export type Limit = { points: number; seconds: number }

/** Calls that are left, and when all of them are there again. */
export type LimitState = { remaining: number; resetSeconds: number }

/**
 * Counts calls. Throws `rate.limited` with `retryAfterSeconds` in its meta when a key has used up its limit; answers nothing where
 * nothing is counted.
 */
export type Limiter = { take(name: string, key: string, limit: Limit): Promise<LimitState | undefined> }

/** Counts in this process: with n replicas a member has up to n times the limit, which still bounds each process. */
export function createMemoryLimiter(): Limiter {
  const counters = new Map<string, RateLimiterMemory>()
  return {
    async take(name, key, { points, seconds }) {
      const counter = counters.get(name) ?? new RateLimiterMemory({ points, duration: seconds })
      counters.set(name, counter)
      try {
        const { remainingPoints, msBeforeNext } = await counter.consume(key)
        return { remaining: remainingPoints, resetSeconds: Math.ceil(msBeforeNext / 1000) }
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal
        throw new CairnError('rate.limited', 'Too many requests.', {
          meta: {
            field: name,
            expected: `at most ${points} in ${seconds} s`,
            retryAfterSeconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)),
          },
        })
      }
    },
  }
}

/** The part of an address that stands for one household: an IPv4 address, or the /64 of an IPv6 address. */
export function addressPrefix(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped) return mapped
  if (!address.includes(':')) return /^[\d.]{7,15}$/.test(address) ? address : 'unknown'
  const [head = '', tail] = address.split('%')[0]?.toLowerCase().split('::') ?? []
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const missing = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length)
  return [...left, ...Array.from({ length: missing }, () => '0'), ...right]
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ''))
    .join(':')
}
