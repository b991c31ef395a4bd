import { canonicalJson } from '#server/shared/canonical.ts'
import { type GuardedFetch, OutboundError } from '#server/shared/outbound/guardedFetchClient.ts'
import { secretReference } from '../kinds/endpoint.ts'
import type { EvidenceItem, HttpQuery, HttpRecord, ReadProblem } from '../query.ts'
import type { Asker } from '../run.ts'
import { createHostPace, type HostPace } from './hostPace.ts'
import { problemItem } from './items.ts'
import { createTimedCache } from './timedCache.ts'

export type HttpEvidenceDeps = {
  fetch: GuardedFetch
  /** The secrets of a space by name, in clear. */
  secrets(space: string): Promise<ReadonlyMap<string, string>>
  now(): number
  sleep(ms: number): Promise<void>
  perSecond?: number
}

type Outcome = { record: HttpRecord } | { problem: ReadProblem; retryAfterMs?: number }

/** How long a failure counts: an endpoint that is down is not asked again on every pass. */
const failureMs = 15_000
const longestRetryMs = 3_600_000

/**
 * Answers of projects' endpoints. One request serves every member and step that asks the same within the time that the rule states; a host is asked at a
 * bounded pace. Secrets are put in last and cut out of what comes back; errors name the host at most.
 */
export function createHttpEvidence(deps: HttpEvidenceDeps) {
  const pace = createHostPace(deps)
  const cache = createTimedCache<{ outcome: Outcome; seconds: number }>({
    now: deps.now,
    lifetimeMs: ({ outcome, seconds }) => ('record' in outcome && outcome.record.status < 400 ? seconds * 1000 : pauseOf(outcome)),
  })
  return async (query: HttpQuery, asker: Asker): Promise<EvidenceItem> => {
    // Two spaces never share an answer that a secret of one of them bought.
    const space = usesSecret(query) ? (asker.space ?? null) : null
    const key = canonicalJson({ space, query })
    const { outcome } = await cache.get(key, async () => ({
      outcome: await ask(deps, pace, { query, space }),
      seconds: query.cacheSeconds,
    }))
    if ('problem' in outcome) return problemItem(query, outcome.problem)
    return { query, records: [outcome.record], complete: true, providers: [new URL(query.url).hostname] }
  }
}

const usesSecret = ({ headers }: HttpQuery) => Object.values(headers).some((value) => value.search(secretReference) !== -1)
const pauseOf = (outcome: Outcome) => ('problem' in outcome ? Math.min(longestRetryMs, outcome.retryAfterMs ?? failureMs) : failureMs)

async function ask(deps: HttpEvidenceDeps, pace: HostPace, { query, space }: { query: HttpQuery; space: string | null }): Promise<Outcome> {
  const refused = (detail: string): Outcome => ({ problem: { reason: 'refused', retryable: false, detail } })
  const silent = (detail: string): Outcome => ({ problem: { reason: 'unreachable', retryable: true, detail } })
  try {
    const secrets = space === null ? new Map<string, string>() : await deps.secrets(space)
    const missing = namesIn(query).find((name) => !secrets.has(name))
    if (missing !== undefined) return refused(`the space has no secret ${missing}`)
    if (!(await pace(new URL(query.url).hostname))) return silent('too many requests to this host')
    const headers = Object.fromEntries(
      Object.entries(query.headers).map(([name, value]) => [
        name,
        value.replace(secretReference, (_, secret: string) => secrets.get(secret) ?? ''),
      ]),
    )
    const {
      status,
      headers: got,
      body,
    } = await deps.fetch({
      url: query.url,
      method: query.method,
      headers,
      ...(query.body === undefined ? {} : { body: query.body }),
    })
    if (status === 429) return { ...silent('429'), retryAfterMs: retryAfterMs(got['retry-after']) }
    return { record: { status, body: withoutSecrets(body, secrets), at: new Date(deps.now()).toISOString() } }
  } catch (error) {
    if (error instanceof OutboundError && error.reason === 'refused') return refused('this address may not be asked')
    return silent(error instanceof OutboundError ? error.reason : 'not read')
  }
}

const namesIn = ({ headers }: HttpQuery) =>
  Object.values(headers).flatMap((value) => [...value.matchAll(secretReference)].map(([, name]) => name ?? ''))

/** An endpoint that sends back what it was sent must not make a bundle of evidence tell a secret. */
function withoutSecrets(body: string, secrets: ReadonlyMap<string, string>): string {
  return [...secrets.values()].reduce((text, secret) => (secret.length >= 4 ? text.replaceAll(secret, '[cut]') : text), body)
}

/** Seconds only (RFC 9110 §10.2.3 allows a date, too); anything else is our own pause. */
const retryAfterMs = (header: string | undefined) =>
  header !== undefined && /^\d{1,15}$/.test(header) ? Math.max(1, Number(header)) * 1000 : failureMs
