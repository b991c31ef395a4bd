import { createReader } from '../adapters/index.ts'
import type { Chain, Endpoint } from '../chain.ts'
import { isChainError, RetryableChainError } from '../errors.ts'
import type { AnyReader, Head } from '../reader.ts'
import { type ChainSettings, endpointsOf } from '../registry.ts'
import { type Budget, spend, unspent } from './budget.ts'
import {
  answered,
  disproved,
  failed,
  type Health,
  ordered,
  outvoted,
  type Standing,
  sawLag,
  spentDay,
  standing,
  unknownHealth,
} from './health.ts'

/** Clock, chance and waiting, as arguments. */
export type Effects = { now(): number; chance(): number; sleep(ms: number): Promise<void> }

export type Pool = {
  /** Every endpoint, in the order of the configuration. What they answer and fail at is noted in their health. */
  readonly readers: readonly AnyReader[]
  /** Whom to ask now, best first, distinct operators before second endpoints of one. */
  order(): AnyReader[]
  /** Heads that were read in the same moment: who is behind the best of them is asked later. */
  sawHeads(heads: ReadonlyMap<AnyReader, Head>): void
  /** Others outvoted it, or it was proven wrong. */
  doubt(reader: AnyReader, how: 'outvoted' | 'disproved'): void
  snapshot(): EndpointHealth[]
}

/** For people: how an endpoint is used now. Its URL is left out, a key may be in it. */
export type EndpointHealth = {
  operator: string
  standing: Standing
  out: { reason: string; seconds: number } | null
  success: number
  latencyMs: number | null
  lag: number
  doubts: number
  requests: number
}

export const systemEffects: Effects = {
  now: () => Date.now(),
  chance: () => Math.random(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
}

/** Public endpoints are asked no faster than this, unless their definition says otherwise; nodes of our own as fast as they answer. */
export const publicBudget: Budget = { perSecond: 20, perDay: 500_000 }
/** A request that would wait longer for its turn is given up: another endpoint may be free. */
const longestWaitMs = 5_000

type Member = { readonly reader: AnyReader; readonly operator: string; health: Health }

/** The endpoints of a chain that are in use, each within its budget. */
export function openPool(chain: Chain, settings: ChainSettings = {}, { effects = systemEffects, timeoutMs = 10_000 } = {}): Pool {
  const own = chain.trust === 'own-node' || settings.urls?.[chain.id] !== undefined
  const members = endpointsOf(chain, settings).map((endpoint): Member => {
    const budget = endpoint.budget ?? (own ? null : publicBudget)
    const note = (change: (health: Health) => Health) => {
      member.health = change(member.health)
    }
    const gate = budget ? { admit: admission({ chain, endpoint, effects, note }, budget) } : {}
    const member: Member = {
      operator: endpoint.operator,
      health: unknownHealth,
      reader: createReader(chain, endpoint, { timeoutMs, ...gate }),
    }
    return member
  })
  return poolOf(members, effects)
}

/** A pool over readers that exist already; their requests are not counted against a budget. */
export function createPool(readers: readonly AnyReader[], effects: Effects = systemEffects): Pool {
  return poolOf(
    readers.map((reader) => ({ reader, operator: reader.operator, health: unknownHealth })),
    effects,
  )
}

function poolOf(members: readonly Member[], effects: Effects): Pool {
  const watched = members.map((member) => ({ member, reader: watch(member, effects) }))
  const noted = (reader: AnyReader, change: (health: Health) => Health) => {
    const found = watched.find((one) => one.reader === reader)
    if (found) found.member.health = change(found.member.health)
  }
  return {
    readers: watched.map(({ reader }) => reader),
    order: () =>
      ordered(
        watched.map(({ member, reader }) => ({ operator: member.operator, health: member.health, reader })),
        effects.now(),
      ).map(({ reader }) => reader),
    sawHeads(heads) {
      const best = [...heads.values()].reduce((most, { latest }) => (latest.number > most ? latest.number : most), 0n)
      for (const [reader, { latest }] of heads) noted(reader, (health) => sawLag(health, best - latest.number))
    },
    doubt: (reader, how) => noted(reader, (health) => (how === 'outvoted' ? outvoted(health) : disproved(health, effects.now()))),
    snapshot: () =>
      members.map(({ reader, operator, health }) => ({
        operator,
        standing: standing(health, effects.now()),
        out: health.out && { reason: health.out.reason, seconds: Math.max(0, Math.ceil((health.out.until - effects.now()) / 1000)) },
        success: health.success,
        latencyMs: health.latencyMs,
        lag: Number(health.lag),
        doubts: health.doubts,
        requests: reader.requests(),
      })),
  }
}

/** Questions that say nothing about an endpoint's health: many give no whole blocks, or few, and answer all else. */
const unnoted: readonly PropertyKey[] = ['requests', 'blocksWithAccounts']

/** The same reader, which notes how each of its questions went. Latency is that of the head: every endpoint is asked for it, and it is the same work. */
function watch(member: Member, { now, chance }: Effects): AnyReader {
  const noteSuccess = (name: PropertyKey, started: number) => {
    member.health = answered(member.health, name === 'head' ? now() - started : undefined)
  }
  const noteFailure = (error: unknown) => {
    if (isChainError(error)) member.health = failed(member.health, error, { now: now(), chance: chance() })
  }
  return new Proxy(member.reader, {
    get(reader, name) {
      const value: unknown = Reflect.get(reader, name)
      if (typeof value !== 'function' || unnoted.includes(name)) return value
      return async (...args: unknown[]) => {
        const started = now()
        if (standing(member.health, started) === 'probe') member.health = { ...member.health, probing: true }
        try {
          const answer: unknown = await value.apply(reader, args)
          noteSuccess(name, started)
          return answer
        } catch (error) {
          noteFailure(error)
          throw error
        }
      }
    },
  })
}

type Admitting = { chain: Chain; endpoint: Endpoint; effects: Effects; note(change: (health: Health) => Health): void }

/** Lets requests through as fast as the budget grows. Throws `rate-limited` (our own limit) when that takes too long. */
function admission({ chain, endpoint, effects, note }: Admitting, budget: Budget): () => Promise<void> {
  let spent = unspent(budget, effects.now())
  const refuse = (retryAfterMs: number) =>
    new RetryableChainError('rate-limited', { chain: chain.id, operator: endpoint.operator, detail: 'our own budget', retryAfterMs })
  return async () => {
    const now = effects.now()
    const next = spend(spent, budget, now)
    if ('until' in next) {
      note((health) => spentDay(health, next.until))
      throw refuse(next.until - now)
    }
    if (next.waitMs > longestWaitMs) throw refuse(next.waitMs)
    spent = next.spent
    if (next.waitMs > 0) await effects.sleep(next.waitMs)
  }
}
