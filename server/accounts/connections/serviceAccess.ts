import type { Sealer } from '#server/auth/sealing.ts'
import type { GuardedFetch } from '#server/shared/outbound/guardedFetchClient.ts'
import { sealContext, sealTokens } from './connect.ts'
import type { ConnectionStore } from './connectionStore.ts'
import { refreshTokens, type Tokens } from './oauthClient.ts'
import type { ServiceId, ServiceSettings, Services } from './services.ts'

/** A member's account at a service, with a token that is good now. */
export type ServiceAccount = { userId: string; handle: string; token: string; api: string }

export type ServiceAccessDeps = { connections: ConnectionStore; services: Services; sealer: Sealer; fetch: GuardedFetch; now(): number }

/** A token that ends within this time is renewed first. */
const marginMs = 60_000

/**
 * Opens members' tokens for whoever asks the services. Null when the member has no account there, or the service is not set up here.
 * Throws `auth.refused` when the service no longer renews the token, `service.unreachable`.
 */
export function createServiceAccess(deps: ServiceAccessDeps) {
  const renewing = new Map<string, Promise<Tokens>>()
  return async (accountId: string, service: ServiceId): Promise<ServiceAccount | null> => {
    const settings = deps.services[service]
    const row = settings ? await deps.connections.find(accountId, service) : null
    if (!settings || !row) return null
    const tokens = JSON.parse(deps.sealer.open(row.sealedTokens, sealContext(accountId, service))) as Tokens
    const good = tokens.expiresAt === null || tokens.expiresAt - marginMs > deps.now()
    const current = good ? tokens : await renewOnce(accountId, { service, settings, tokens })
    return { userId: row.userId, handle: row.handle, token: current.access, api: settings.api }
  }

  /** A refresh token is good for one use: two requests at once share its answer. */
  function renewOnce(accountId: string, input: Renewal): Promise<Tokens> {
    const key = `${input.service}|${accountId}`
    const running = renewing.get(key) ?? renew(deps, accountId, input).finally(() => renewing.delete(key))
    renewing.set(key, running)
    return running
  }
}

type Renewal = { service: ServiceId; settings: ServiceSettings; tokens: Tokens }

async function renew(deps: ServiceAccessDeps, accountId: string, { service, settings, tokens }: Renewal): Promise<Tokens> {
  // Without one, the service says itself that the token has ended.
  if (tokens.refresh === null) return tokens
  const fresh = await refreshTokens(deps, service, { settings, refresh: tokens.refresh })
  const kept = { ...fresh, refresh: fresh.refresh ?? tokens.refresh }
  await deps.connections.setTokens(accountId, service, sealTokens(deps.sealer, { accountId, service, tokens: kept }))
  return kept
}
