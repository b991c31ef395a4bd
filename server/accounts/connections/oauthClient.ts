import * as z from 'zod'
import { CairnError } from '#server/shared/errors.ts'
import type { GuardedFetch, OutboundAnswer, OutboundRequest } from '#server/shared/outbound/guardedFetchClient.ts'
import { type ServiceId, type ServiceSettings, services } from './services.ts'

/** `expiresAt` in milliseconds; null = until it is taken back. */
export type Tokens = { access: string; refresh: string | null; expiresAt: number | null }

const answerShape = z.object({
  access_token: z.string().min(1).max(4096),
  token_type: z.string().regex(/^bearer$/i),
  refresh_token: z.string().min(1).max(4096).optional(),
  expires_in: z.int().min(1).optional(),
})

export type OAuthClientDeps = { fetch: GuardedFetch; now(): number }

/** Tokens for a code, with the verifier of its challenge. Throws `auth.refused` when the service does not take it, `service.unreachable`. */
export function exchangeCode(
  deps: OAuthClientDeps,
  service: ServiceId,
  input: { settings: ServiceSettings; code: string; verifier: string; redirectUri: string },
): Promise<Tokens> {
  const { code, verifier, redirectUri } = input
  return requestTokens(deps, service, input.settings, {
    grant_type: 'authorization_code',
    code,
    code_verifier: verifier,
    redirect_uri: redirectUri,
  })
}

/** New tokens for a refresh token. Throws like `exchangeCode`. */
export function refreshTokens(deps: OAuthClientDeps, service: ServiceId, input: { settings: ServiceSettings; refresh: string }) {
  return requestTokens(deps, service, input.settings, { grant_type: 'refresh_token', refresh_token: input.refresh })
}

/** Whose token this is. Throws like `exchangeCode`. */
export async function readProfile(deps: OAuthClientDeps, service: ServiceId, input: { settings: ServiceSettings; access: string }) {
  const { profile, name } = services[service]
  const headers = { authorization: `Bearer ${input.access}` }
  const answer = await ask(deps, name, { url: `${input.settings.api}${profile.path}`, method: 'GET', headers })
  const found = answer.status === 200 ? profile.read(jsonOf(answer)) : null
  if (found) return found
  throw refused(name, answer.status)
}

async function requestTokens(
  deps: OAuthClientDeps,
  service: ServiceId,
  settings: ServiceSettings,
  fields: Record<string, string>,
): Promise<Tokens> {
  const { token, secretIn, name } = services[service]
  const { clientId, clientSecret } = settings
  const basic = Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`).toString('base64')
  const body = new URLSearchParams({
    ...fields,
    client_id: clientId,
    ...(secretIn === 'body' ? { client_secret: clientSecret } : {}),
  })
  const answer = await ask(deps, name, {
    url: `${settings[token.base]}${token.path}`,
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(secretIn === 'basic' ? { authorization: `Basic ${basic}` } : {}),
    },
    body: body.toString(),
  })
  // GitHub says "no" with status 200 and an `error` in the body: what counts is whether there is a token.
  const read = answerShape.safeParse(jsonOf(answer))
  if (!read.success) throw answer.status >= 500 ? unreachable(name, answer.status) : refused(name, answer.status)
  const { access_token: access, refresh_token: refresh = null, expires_in: seconds } = read.data
  return { access, refresh, expiresAt: seconds === undefined ? null : deps.now() + seconds * 1000 }
}

async function ask(deps: OAuthClientDeps, name: string, request: OutboundRequest): Promise<OutboundAnswer> {
  try {
    return await deps.fetch(request)
  } catch (cause) {
    throw unreachable(name, 'no answer', cause)
  }
}

function jsonOf({ body }: OutboundAnswer): unknown {
  try {
    return JSON.parse(body)
  } catch {
    // No JSON is no token and no profile; whoever asked says so.
    return null
  }
}

const refused = (name: string, found: unknown) =>
  new CairnError('auth.refused', `${name} did not confirm this account.`, {
    meta: { field: 'service', found, expected: 'a confirmed account' },
  })

const unreachable = (name: string, found: unknown, cause?: unknown) =>
  new CairnError('service.unreachable', `${name} cannot be reached right now.`, {
    meta: { field: 'service', found },
    ...(cause === undefined ? {} : { cause }),
  })
