import type { ServiceAccount } from '#server/accounts/connections/serviceAccess.ts'
import type { ServiceId } from '#server/accounts/connections/services.ts'
import { canonicalJson } from '#server/shared/canonical.ts'
import { isCairnError } from '#server/shared/errors.ts'
import type { GuardedFetch } from '#server/shared/outbound/guardedFetchClient.ts'
import { factOf, type OAuthService, oauthServiceIds, oauthServices } from '../kinds/oauthFacts.ts'
import type { EvidenceItem, OAuthQuery, OAuthRecord, ReadProblem } from '../query.ts'
import type { Asker } from '../run.ts'
import { createHostPace, type HostPace } from './hostPace.ts'
import { problemItem } from './items.ts'
import { type AskService, factReaders, ServiceRefusal } from './oauthFactsClient.ts'
import { createTimedCache } from './timedCache.ts'

export type OAuthEvidenceDeps = {
  fetch: GuardedFetch
  /** The member's account at a service with a good token; null when there is none. */
  account(accountId: string, service: ServiceId): Promise<ServiceAccount | null>
  now(): number
  sleep(ms: number): Promise<void>
}

type Outcome = { record: OAuthRecord } | { problem: ReadProblem }

const [answerMs, failureMs] = [60_000, 15_000]

/** Facts about members' accounts at other services, asked for with their tokens. A token that no longer holds means: connect again. */
export function createOAuthEvidence(deps: OAuthEvidenceDeps) {
  const pace = createHostPace({ ...deps, perSecond: 10 })
  const cache = createTimedCache<Outcome>({
    now: deps.now,
    lifetimeMs: (outcome) => ('record' in outcome ? answerMs : outcome.problem.reason === 'unlinked' ? 0 : failureMs),
  })
  return async (query: OAuthQuery, { accountId }: Asker): Promise<EvidenceItem> => {
    const service = oauthServiceIds.find((id) => id === query.provider)
    if (!service || !factOf(service, query.fact)) return problemItem(query, refused('no such fact'))
    const account = await openAccount(deps, accountId, service)
    if ('reason' in account) return problemItem(query, account)
    const outcome = await cache.get(canonicalJson({ user: account.userId, query }), () => ask(deps, pace, { service, query, account }))
    if ('problem' in outcome) return problemItem(query, outcome.problem)
    return { query, records: [outcome.record], complete: true, providers: [service] }
  }
}

const refused = (detail: string): ReadProblem => ({ reason: 'refused', retryable: false, detail })
const silent = (detail: string): ReadProblem => ({ reason: 'unreachable', retryable: true, detail })
const unlinked = (service: OAuthService): ReadProblem => ({ reason: 'unlinked', retryable: false, detail: oauthServices[service].name })

async function openAccount(deps: OAuthEvidenceDeps, accountId: string, service: OAuthService): Promise<ServiceAccount | ReadProblem> {
  try {
    return (await deps.account(accountId, service)) ?? unlinked(service)
  } catch (error) {
    return isCairnError(error) && error.code === 'auth.refused' ? unlinked(service) : silent('the account cannot be opened')
  }
}

type Asking = { service: OAuthService; query: OAuthQuery; account: ServiceAccount }

async function ask(deps: OAuthEvidenceDeps, pace: HostPace, { service, query, account }: Asking): Promise<Outcome> {
  if (!(await pace(new URL(account.api).hostname))) return { problem: silent('too many requests to this service') }
  const askService: AskService = async (path) => {
    const headers = { authorization: `Bearer ${account.token}` }
    const { status, body } = await deps.fetch({ url: `${account.api}${path}`, method: 'GET', headers })
    if (status === 401) throw new ServiceRefusal('token')
    // 403 is a limit or a right that the member did not give: neither says "no" about the fact.
    if (status !== 404 && status >= 400) throw new ServiceRefusal('other')
    return { status, json: body === '' ? null : JSON.parse(body) }
  }
  try {
    const value = await factReaders[service](query.fact, askService, { args: query.args, account })
    return { record: { account: account.handle, value, at: new Date(deps.now()).toISOString() } }
  } catch (error) {
    if (error instanceof ServiceRefusal && error.reason === 'token') return { problem: unlinked(service) }
    return { problem: silent('no answer that can be read') }
  }
}
