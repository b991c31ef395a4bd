import { CairnError } from '#server/shared/errors.ts'
import { type GuardedFetch, OutboundError, type OutboundReason } from '#server/shared/outbound/guardedFetchClient.ts'
import type { AuditStore } from './auditStore.ts'
import { proofLine, proofUrl, proves, readHost } from './domainProof.ts'
import type { DomainRow, DomainStore } from './domainStore.ts'

export type DomainWork = {
  domains: DomainStore
  audit: AuditStore
  /** The platform looks at spaces whose names look like that of this one, now that it is known whose name it is. */
  reviewAlikes(proven: { id: string; slug: string; host: string; accountId: string }): Promise<void>
}
export type DomainDeps = {
  transact<T>(work: (work: DomainWork) => Promise<T>): Promise<T>
  readDomains: DomainStore
  fetch: GuardedFetch
  now(): number
  /** Bytes that nobody can foresee. */
  random(bytes: number): Uint8Array
}

type Asked = { spaceId: string; slug: string; accountId: string }

/** The domain of a space and what its file must say. Times are ISO 8601. */
export type DomainView = {
  host: string
  status: DomainRow['status']
  url: string
  line: string
  provenAt: string | null
  checkedAt: string | null
}

export const toDomainView = ({ host, nonce, status, provenAt, checkedAt }: DomainRow, slug: string): DomainView => ({
  ...{ host, status, url: proofUrl(host), line: proofLine({ slug, nonce }) },
  provenAt: provenAt?.toISOString() ?? null,
  checkedAt: checkedAt?.toISOString() ?? null,
})

/** Says which domain is the space's. Whatever was proven before has no mark from now on. Throws `input.invalid`. */
export async function claimDomain(
  deps: DomainDeps,
  { spaceId, slug, accountId, host: typed }: Asked & { host: string },
): Promise<DomainView> {
  const host = readHost(typed)
  if (host === null)
    throw new CairnError('input.invalid', 'This is no domain that can be asked.', {
      meta: { field: 'host', found: typed.slice(0, 80), expected: 'a public host name without https://, port or path' },
    })
  const nonce = Buffer.from(deps.random(18)).toString('base64url')
  return deps.transact(async ({ domains, audit }) => {
    const before = await domains.read(spaceId)
    await domains.claim({ spaceId, host, nonce })
    await audit.add({
      spaceId,
      accountId,
      action: 'domain.claimed',
      subject: host,
      before: before && { host: before.host, status: before.status },
    })
    const row = await domains.read(spaceId)
    if (!row) throw new CairnError('internal', 'The domain is gone.')
    return toDomainView(row, slug)
  })
}

/** Looks for the proof now. Throws `not-found` (no domain is claimed), `domain.unproven` saying what was found. */
export async function proveDomain(deps: DomainDeps, { spaceId, slug, accountId }: Asked): Promise<DomainView> {
  const claimed = await deps.readDomains.read(spaceId)
  if (!claimed) throw new CairnError('not-found', 'The space names no domain.', { meta: { field: 'domain' } })
  const found = await look(deps.fetch, claimed.host, { slug, nonce: claimed.nonce })
  if (found !== 'proven')
    throw new CairnError('domain.unproven', 'The domain does not say that it is yours.', {
      meta: {
        field: 'domain',
        found,
        expected: `${proofUrl(claimed.host)} as text with the line "${proofLine({ slug, nonce: claimed.nonce })}"`,
      },
    })
  return deps.transact(async ({ domains, audit, reviewAlikes }) => {
    const at = new Date(deps.now())
    const kept = await domains.update(
      { spaceId, nonce: claimed.nonce },
      {
        ...{ status: 'proven', checkedAt: at, failingSince: null },
        provenAt: claimed.status === 'proven' ? claimed.provenAt : at,
      },
    )
    if (!kept) throw new CairnError('conflict', 'The domain was changed meanwhile.', { meta: { field: 'domain', found: claimed.host } })
    if (claimed.status !== 'proven') {
      await audit.add({ spaceId, accountId, action: 'domain.proven', subject: claimed.host })
      await reviewAlikes({ id: spaceId, slug, host: claimed.host, accountId })
    }
    const row = await domains.read(spaceId)
    if (!row) throw new CairnError('internal', 'The domain is gone.')
    return toDomainView(row, slug)
  })
}

/** The space names no domain any more. Throws `not-found`. */
export function removeDomain(deps: DomainDeps, { spaceId, accountId }: Asked) {
  return deps.transact(async ({ domains, audit }) => {
    const row = await domains.read(spaceId)
    if (!row) throw new CairnError('not-found', 'The space names no domain.', { meta: { field: 'domain' } })
    await domains.remove(spaceId)
    await audit.add({ spaceId, accountId, action: 'domain.removed', subject: row.host, before: { status: row.status } })
    return {}
  })
}

const inWords = {
  refused: 'a host that may not be asked',
  redirect: 'a redirect',
  'not-json': 'an answer that is no plain text',
  'too-large': 'a file that is too large',
  unreachable: 'unreachable',
  'too-slow': 'too-slow',
} as const satisfies Record<OutboundReason, string>

/** `proven`, or what was found instead. `unreachable`, `too-slow`: nothing was said either way. */
export async function look(ask: GuardedFetch, host: string, claim: { slug: string; nonce: string }): Promise<string> {
  try {
    const { status, body } = await ask({ url: proofUrl(host), method: 'GET', headers: { accept: 'text/plain' }, expects: 'text' })
    // A server in trouble says nothing about its files.
    if (status >= 500 || status === 429) return 'unreachable'
    if (status !== 200) return `status ${status}`
    return proves(body, claim) ? 'proven' : 'a file without the line'
  } catch (error) {
    if (error instanceof OutboundError) return inWords[error.reason]
    throw error
  }
}
