import type { Sealer } from '#server/auth/sealing.ts'
import { CairnError } from '#server/shared/errors.ts'
import { loopbackOrigin, outboundUrlProblem } from '#server/shared/outbound/outboundUrl.ts'
import type { AuditStore } from '#server/spaces/auditStore.ts'
import type { EndpointChange, EndpointStore } from './endpointStore.ts'
import { type EndpointRow, type EndpointView, endpointView, hostOf, loggedEndpoint } from './endpointViews.ts'
import type { WebhookType } from './payloads.ts'
import { secretBytes, writeSecret } from './signature.ts'

/** What a use case of this room works with inside one transaction. */
export type WebhookWork = { endpoints: EndpointStore; audit: AuditStore }

export type WebhookDeps = {
  transact<T>(work: (work: WebhookWork) => Promise<T>): Promise<T>
  readEndpoints: EndpointStore
  /** Null in a process that may not seal. */
  sealer: Sealer | null
  /** Origins of this machine that may be told over plain http: for local stacks. */
  localEndpoints: ReadonlySet<string>
  now(): number
  newId(): string
  random(bytes: number): Uint8Array
}

/** Who does it, in which space. */
export type InSpace = { spaceId: string; accountId: string }
export type OfEndpoint = InSpace & { id: string }

export const mostEndpoints = 10
/** So long after a rotation both secrets sign. */
const bothValidMs = 24 * 3_600_000

/** A secret opens only as that of its own endpoint. */
export const secretContext = (endpointId: string) => `webhook:${endpointId}`

export async function listEndpoints({ readEndpoints, now }: WebhookDeps, { spaceId }: { spaceId: string }): Promise<EndpointView[]> {
  return (await readEndpoints.list(spaceId)).map((row) => endpointView(row, now()))
}

/** Adds an endpoint; its secret is shown this once. Throws `input.invalid` (the URL), `conflict` (too many), `config.invalid`. */
export function addEndpoint(
  deps: WebhookDeps,
  { spaceId, accountId, url, types, description = '' }: InSpace & { url: string; types: WebhookType[]; description?: string | undefined },
): Promise<{ id: string; secret: string }> {
  refuseUrl(deps, url)
  return deps.transact(async ({ endpoints, audit }) => {
    const known = await endpoints.hold(spaceId)
    if (known.length >= mostEndpoints)
      throw new CairnError('conflict', 'This space has no room for another endpoint.', {
        meta: { field: 'url', found: known.length, expected: `at most ${mostEndpoints}` },
      })
    const id = deps.newId()
    const secret = newSecret(deps, id)
    await endpoints.add({ id, spaceId, url, description, types, sealedSecret: secret.sealed, createdAt: new Date(deps.now()) })
    const after = loggedEndpoint({ url, types, description, status: 'active' })
    await audit.add({ spaceId, accountId, action: 'webhook.added', subject: hostOf(url), after })
    return { id, secret: secret.text }
  })
}

export type ChangeInput = OfEndpoint & {
  url?: string | undefined
  types?: WebhookType[] | undefined
  description?: string | undefined
  status?: 'active' | 'paused' | undefined
}

/** Changes what is given. An endpoint that is made active begins anew with its failures; what waited for it goes on. Throws `not-found`, `input.invalid`. */
export function changeEndpoint(deps: WebhookDeps, input: ChangeInput): Promise<EndpointView> {
  const { url, types, description, status, accountId, spaceId } = input
  if (url !== undefined) refuseUrl(deps, url)
  const forgiven = { failingSince: null, failedAt: null }
  const change: EndpointChange = {
    ...(types === undefined ? {} : { types }),
    ...(description === undefined ? {} : { description }),
    ...(url === undefined ? {} : { url, ...forgiven }),
    ...(status === undefined ? {} : { status, disabledFor: null, ...forgiven }),
  }
  return deps.transact(async ({ endpoints, audit }) => {
    const before = await requireEndpoint(endpoints, input)
    const after = { ...before, ...change }
    if (Object.keys(change).length > 0) {
      await endpoints.change(before.id, change)
      await audit.add({
        ...{ spaceId, accountId, action: 'webhook.changed', subject: hostOf(after.url) },
        ...{ before: loggedEndpoint(before), after: loggedEndpoint(after) },
      })
    }
    return endpointView(after, deps.now())
  })
}

/** Gives an endpoint a new secret, shown this once; the one before signs beside it for a day. Throws `not-found`, `config.invalid`. */
export function rotateSecret(deps: WebhookDeps, input: OfEndpoint): Promise<{ secret: string; previousSecretUntil: string }> {
  const { accountId, spaceId } = input
  return deps.transact(async ({ endpoints, audit }) => {
    const { id, url, sealedSecret } = await requireEndpoint(endpoints, input)
    const secret = newSecret(deps, id)
    const previousUntil = new Date(deps.now() + bothValidMs)
    await endpoints.change(id, { sealedSecret: secret.sealed, previousSecret: sealedSecret, previousUntil })
    const after = { previousUntil: previousUntil.toISOString() }
    await audit.add({ spaceId, accountId, action: 'webhook.secretRotated', subject: hostOf(url), after })
    return { secret: secret.text, previousSecretUntil: previousUntil.toISOString() }
  })
}

/** Removes an endpoint: nothing is sent to it any more, and its secrets are gone at once. Throws `not-found`. */
export function removeEndpoint(deps: WebhookDeps, input: OfEndpoint): Promise<{ id: string }> {
  const { accountId, spaceId } = input
  return deps.transact(async ({ endpoints, audit }) => {
    const row = await requireEndpoint(endpoints, input)
    const { id, url } = row
    await endpoints.change(id, {
      ...{ status: 'removed', removedAt: new Date(deps.now()), sealedSecret: '', previousSecret: null, previousUntil: null },
    })
    await audit.add({ spaceId, accountId, action: 'webhook.removed', subject: hostOf(url), before: loggedEndpoint(row) })
    return { id }
  })
}

/** The endpoint, held. Another space's is not found. */
export async function requireEndpoint(endpoints: EndpointStore, { spaceId, id }: Pick<OfEndpoint, 'spaceId' | 'id'>): Promise<EndpointRow> {
  const row = await endpoints.lock(spaceId, id)
  if (!row) throw noSuchEndpoint(id)
  return row
}

export const noSuchEndpoint = (id: string) =>
  new CairnError('not-found', 'There is no such endpoint.', { meta: { field: 'id', found: id } })

function newSecret({ sealer, random }: WebhookDeps, endpointId: string): { text: string; sealed: string } {
  if (!sealer) throw new CairnError('config.invalid', 'CAIRN_SEAL_KEY is not set.', { meta: { field: 'CAIRN_SEAL_KEY', found: 'nothing' } })
  const text = writeSecret(random(secretBytes))
  return { text, sealed: sealer.seal(text, secretContext(endpointId)) }
}

function refuseUrl({ localEndpoints }: WebhookDeps, url: string) {
  const local = loopbackOrigin(url)
  if (local !== null && localEndpoints.has(local)) return
  const problem = outboundUrlProblem(url)
  if (problem !== null)
    throw new CairnError('input.invalid', 'This address cannot be told.', { meta: { field: 'url', found: url, expected: problem } })
}
