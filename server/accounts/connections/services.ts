/** Services at which a member's account can be connected. */
export const serviceIds = ['github', 'discord', 'x'] as const
export type ServiceId = (typeof serviceIds)[number]

/** How one service is reached. `web`: where people say yes; `api`: where its API is. Both are settings, so that a local stand-in can take its place. */
export type ServiceSettings = { clientId: string; clientSecret: string; web: string; api: string }
export type Services = { readonly [S in ServiceId]?: ServiceSettings }

type Profile = { userId: string; handle: string }

type ServiceShape = {
  name: string
  /** The least that our requests need. */
  scopes: readonly string[]
  authorize: string
  /** Path below `web` (GitHub) or `api`. */
  token: { base: 'web' | 'api'; path: string }
  /** Where the client's secret stands in a token request: in the body, or as HTTP Basic (RFC 6749 §2.3.1). */
  secretIn: 'body' | 'basic'
  profile: { path: string; read(json: unknown): Profile | null }
}

const field = (json: unknown, name: string): unknown =>
  json !== null && typeof json === 'object' && Object.hasOwn(json, name) ? (json as Record<string, unknown>)[name] : undefined

/** Ids are text or whole numbers; names are what a person would recognise. */
function readProfile(id: unknown, handle: unknown): Profile | null {
  const userId = typeof id === 'number' && Number.isSafeInteger(id) ? String(id) : id
  if (typeof userId !== 'string' || !/^[\w-]{1,64}$/.test(userId)) return null
  return typeof handle === 'string' && handle.length > 0 ? { userId, handle: handle.slice(0, 100) } : null
}

export const services: { readonly [S in ServiceId]: ServiceShape } = {
  github: {
    name: 'GitHub',
    scopes: ['read:user', 'read:org'],
    authorize: '/login/oauth/authorize',
    token: { base: 'web', path: '/login/oauth/access_token' },
    secretIn: 'body',
    profile: { path: '/user', read: (json) => readProfile(field(json, 'id'), field(json, 'login')) },
  },
  discord: {
    name: 'Discord',
    scopes: ['identify', 'guilds.members.read'],
    authorize: '/oauth2/authorize',
    token: { base: 'api', path: '/oauth2/token' },
    secretIn: 'body',
    profile: { path: '/users/@me', read: (json) => readProfile(field(json, 'id'), field(json, 'username')) },
  },
  x: {
    name: 'X',
    scopes: ['users.read', 'tweet.read', 'follows.read', 'offline.access'],
    authorize: '/i/oauth2/authorize',
    token: { base: 'api', path: '/oauth2/token' },
    secretIn: 'basic',
    profile: {
      path: '/users/me',
      read: (json) => readProfile(field(field(json, 'data'), 'id'), field(field(json, 'data'), 'username')),
    },
  },
}

/** Where the member's browser goes to say yes: code flow with PKCE (RFC 6749 §4.1, RFC 7636 S256). */
export function authorizeUrl(
  service: ServiceId,
  settings: ServiceSettings,
  ask: { state: string; challenge: string; redirectUri: string },
): string {
  const shape = services[service]
  const url = new URL(`${settings.web}${shape.authorize}`)
  const fields = {
    response_type: 'code',
    client_id: settings.clientId,
    redirect_uri: ask.redirectUri,
    scope: shape.scopes.join(' '),
    state: ask.state,
    code_challenge: ask.challenge,
    code_challenge_method: 'S256',
  }
  for (const [name, value] of Object.entries(fields)) url.searchParams.set(name, value)
  return url.href
}
