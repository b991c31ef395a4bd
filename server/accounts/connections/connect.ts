import { createHash, createHmac } from 'node:crypto'
import { issueNonce, type NonceDeps, takeNonce } from '#server/auth/nonce.ts'
import type { Sealer } from '#server/auth/sealing.ts'
import { CairnError } from '#server/shared/errors.ts'
import type { GuardedFetch } from '#server/shared/outbound/guardedFetchClient.ts'
import type { ConnectionStore } from './connectionStore.ts'
import { exchangeCode, readProfile, type Tokens } from './oauthClient.ts'
import { authorizeUrl, type ServiceId, type ServiceSettings, type Services, serviceIds, services } from './services.ts'

export type ConnectionWork = {
  connections: ConnectionStore
  publish(event: { topic: string; kind: string; payload: Record<string, unknown> }): Promise<void>
  /** Steps of this account's open quests are judged again. */
  rejudge(accountId: string): Promise<void>
}

export type ConnectDeps = NonceDeps & {
  transact<T>(work: (work: ConnectionWork) => Promise<T>): Promise<T>
  readConnections: ConnectionStore
  services: Services
  /** Null in a process that may not connect accounts. */
  sealer: Sealer | null
  fetch: GuardedFetch
  origin: string
  /** Makes PKCE verifiers: they need no place of their own. */
  secret: string
}

const holderOf = (accountId: string, service: ServiceId) => `oauth:${service}:${accountId}`
const redirectUriOf = (origin: string, service: ServiceId) => `${origin}/api/connect/${service}`

/** The verifier of a flow follows from its nonce by a key that only we have. 43 characters, as RFC 7636 §4.1 wants them. */
const verifierOf = ({ secret }: ConnectDeps, nonce: string) =>
  createHmac('sha256', secret).update(`cairn.pkce\n${nonce}`).digest('base64url')

/** Where the member's browser is to go, and the nonce that its state must carry. Throws `not-found` for a service that is not set up here. */
export async function startConnection(deps: ConnectDeps, input: { accountId: string; service: ServiceId; state(nonce: string): string }) {
  const settings = settingsOf(deps, input.service)
  const { nonce } = await issueNonce(deps, holderOf(input.accountId, input.service))
  const challenge = createHash('sha256').update(verifierOf(deps, nonce)).digest('base64url')
  const redirectUri = redirectUriOf(deps.origin, input.service)
  return { url: authorizeUrl(input.service, settings, { state: input.state(nonce), challenge, redirectUri }) }
}

/**
 * Connects the account that the member said yes with. The nonce is taken first and belongs to this member and service, so a code that somebody else was
 * given is worth nothing here. Throws `auth.refused`, `service.unreachable`, `connection.taken`.
 */
export async function finishConnection(
  deps: ConnectDeps,
  input: { accountId: string; service: ServiceId; nonce: string; code: string },
): Promise<{ service: ServiceId; handle: string }> {
  const { accountId, service, nonce, code } = input
  const settings = settingsOf(deps, service)
  const sealer = sealerOf(deps)
  if (!(await takeNonce(deps, nonce, holderOf(accountId, service))))
    throw new CairnError('auth.refused', 'This connection was not started here, or took too long.', {
      meta: { field: 'state', found: 'nonce.unknown', expected: 'the state of a connection that you started' },
    })
  const tokens = await exchangeCode(deps, service, {
    settings,
    code,
    verifier: verifierOf(deps, nonce),
    redirectUri: redirectUriOf(deps.origin, service),
  })
  const profile = await readProfile(deps, service, { settings, access: tokens.access })
  await deps.transact(async (work) => {
    const holder = await work.connections.findByUser(service, profile.userId)
    if (holder && holder.accountId !== accountId) throw taken(service)
    const sealedTokens = sealTokens(sealer, { accountId, service, tokens })
    if (!(await work.connections.put({ accountId, service, ...profile, sealedTokens }))) throw taken(service)
    await work.publish({ topic: `account:${accountId}`, kind: 'service.connected', payload: { service } })
    await work.rejudge(accountId)
  })
  return { service, handle: profile.handle }
}

/** Forgets a connection and its tokens. What was passed with it stays passed. Throws `not-found`. */
export function disconnect(deps: ConnectDeps, input: { accountId: string; service: ServiceId }): Promise<void> {
  return deps.transact(async (work) => {
    if (!(await work.connections.remove(input.accountId, input.service)))
      throw new CairnError('not-found', 'This service is not connected.', { meta: { field: 'service', found: input.service } })
    await work.publish({ topic: `account:${input.accountId}`, kind: 'service.disconnected', payload: { service: input.service } })
    await work.rejudge(input.accountId)
  })
}

/** Every service that is set up here, and the member's account there. */
export async function listConnections(deps: ConnectDeps, input: { accountId: string }) {
  const mine = new Map((await deps.readConnections.list(input.accountId)).map((row) => [row.service, row]))
  return serviceIds
    .filter((service) => deps.services[service] !== undefined || mine.has(service))
    .map((service) => {
      const row = mine.get(service)
      return { service, name: services[service].name, handle: row?.handle ?? null, connectedAt: row?.createdAt.toISOString() ?? null }
    })
}

/** Bound to its row: tokens that are copied to another member's row do not open. */
export const sealContext = (accountId: string, service: ServiceId) => `connection:${service}:${accountId}`

export const sealTokens = (sealer: Sealer, row: { accountId: string; service: ServiceId; tokens: Tokens }) =>
  sealer.seal(JSON.stringify(row.tokens), sealContext(row.accountId, row.service))

function settingsOf({ services: known }: ConnectDeps, service: ServiceId): ServiceSettings {
  const settings = known[service]
  if (settings) return settings
  throw new CairnError('not-found', 'This service cannot be connected here.', { meta: { field: 'service', found: service } })
}

function sealerOf({ sealer }: ConnectDeps): Sealer {
  if (sealer) return sealer
  throw new CairnError('config.invalid', 'CAIRN_SEAL_KEY is not set.', { meta: { field: 'CAIRN_SEAL_KEY', found: 'nothing' } })
}

const taken = (service: ServiceId) =>
  new CairnError('connection.taken', `This ${services[service].name} account belongs to another member.`, {
    meta: { field: 'service', found: service, expected: 'an account that nobody has connected' },
  })
