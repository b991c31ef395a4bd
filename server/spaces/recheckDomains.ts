import type { DomainRow } from './domainStore.ts'
import { type DomainDeps, look } from './proveDomain.ts'

const dayMs = 24 * 3_600_000
/** So long a domain that does not answer keeps its mark. */
const patienceMs = 3 * dayMs
const retryMs = 3_600_000
const atOnce = 10

/**
 * Looks again at proofs that nobody looked at for a day: a proof that is gone takes the mark away at once, a domain that does not answer after three days.
 * Safe to repeat, from any number of processes. Answers how many marks were taken away.
 */
export async function recheckDomains(deps: DomainDeps): Promise<number> {
  const now = deps.now()
  let lost = 0
  for (const domain of await deps.readDomains.due(new Date(now - dayMs), atOnce)) {
    const found = await look(deps.fetch, domain.host, domain)
    const silent = found === 'unreachable' || found === 'too-slow'
    const since = silent ? (domain.failingSince?.getTime() ?? now) : null
    if (found === 'proven' || (since !== null && now - since < patienceMs)) {
      // One that is silent is asked again in an hour, so it is written as if looked at that much earlier.
      const checkedAt = new Date(silent ? now - dayMs + retryMs : now)
      await deps.readDomains.update(domain, { checkedAt, failingSince: since === null ? null : new Date(since) })
    } else if (await lose(deps, domain, found)) lost++
  }
  return lost
}

function lose(deps: DomainDeps, { spaceId, nonce, host }: DomainRow, found: string): Promise<boolean> {
  return deps.transact(async ({ domains, audit }) => {
    // Another process may have been first: it has written it down, too.
    const taken = await domains.update(
      { spaceId, nonce, status: 'proven' },
      { status: 'lost', checkedAt: new Date(deps.now()), failingSince: null },
    )
    if (taken) await audit.add({ spaceId, accountId: null, action: 'domain.lost', subject: host, after: { found } })
    return taken
  })
}
