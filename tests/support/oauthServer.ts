/**
 * A local stand-in for GitHub, Discord and X: the authorization code flow with PKCE as RFC 6749 and RFC 7636 have it, refresh tokens that are good for one
 * use, and the few API paths that our facts read. Run as a process of its own; it prints its port. Who is signed in there is what the `x-user` header says;
 * `POST /control` sets what the service knows. `/hooks/NAME` is a project's endpoint for webhooks: it answers 204 and keeps what it got, which GET tells.
 */
import { createHash, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type User = {
  id: string
  login: string
  createdAt: string
  follows: string[]
  starred: string[]
  orgs: string[]
  merged: number
  guilds: Record<string, string[]>
}
type Grant = { user: string; challenge: string; redirectUri: string; clientId: string }

const users = new Map<string, User>()
const codes = new Map<string, Grant>()
const access = new Map<string, { user: string; until: number }>()
const refresh = new Map<string, string>()
/** What endpoints got, by their paths. */
const hooks = new Map<string, { headers: IncomingMessage['headers']; body: string }[]>()
const control = { lifetimeSeconds: 7200, down: false }

/** As the services have them. */
const authorizePaths = new Set(['/login/oauth/authorize', '/oauth2/authorize', '/i/oauth2/authorize'])
const tokenPaths = new Set(['/login/oauth/access_token', '/oauth2/token'])

const clients = new Map([
  ['github', 'github-secret'],
  ['discord', 'discord-secret'],
  ['x', 'x-secret'],
])

createServer((request, response) => {
  handle(request, response).catch((error: unknown) => {
    response.writeHead(500).end(String(error))
  })
}).listen(0, '127.0.0.1', function (this: { address(): unknown }) {
  process.stdout.write(`${(this.address() as AddressInfo).port}\n`)
})

async function handle(request: IncomingMessage, response: ServerResponse) {
  const url = new URL(request.url ?? '/', 'http://local')
  const body = await text(request)
  const json = (status: number, value?: unknown) => {
    response.writeHead(status, value === undefined ? {} : { 'content-type': 'application/json' })
    response.end(value === undefined ? undefined : JSON.stringify(value))
  }
  if (url.pathname === '/control') {
    const { user, ...settings } = JSON.parse(body) as { user?: User }
    if (user) users.set(user.login, user)
    Object.assign(control, settings)
    return json(204)
  }
  if (url.pathname.startsWith('/hooks/')) {
    if (request.method === 'GET') return json(200, hooks.get(url.pathname) ?? [])
    hooks.set(url.pathname, [...(hooks.get(url.pathname) ?? []), { headers: request.headers, body }])
    return json(204)
  }
  if (control.down) return json(503, { message: 'down' })
  const [, service = '', ...rest] = url.pathname.split('/')
  const path = `/${rest.join('/')}`
  if (authorizePaths.has(path)) return authorize(request, response, url)
  if (tokenPaths.has(path)) return token(service, request, new URLSearchParams(body), json)
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? ''
  const held = access.get(bearer)
  const user = held && held.until > Date.now() ? users.get(held.user) : undefined
  if (!user) return json(401, { message: 'Bad credentials' })
  if (service === 'github') return github(path, url, { user, json })
  if (service === 'discord') return discord(path, { user, json })
  return x(path, { user, json })
}

function authorize(request: IncomingMessage, response: ServerResponse, url: URL) {
  const ask = (name: string) => url.searchParams.get(name) ?? ''
  const back = new URL(ask('redirect_uri'))
  const user = String(request.headers['x-user'] ?? '')
  const fine = ask('response_type') === 'code' && ask('code_challenge_method') === 'S256' && clients.has(ask('client_id'))
  if (!fine || !users.has(user)) return response.writeHead(400).end('invalid_request')
  back.searchParams.set('state', ask('state'))
  if (request.headers['x-consent'] === 'no') back.searchParams.set('error', 'access_denied')
  else {
    const code = randomBytes(16).toString('hex')
    codes.set(code, { user, challenge: ask('code_challenge'), redirectUri: ask('redirect_uri'), clientId: ask('client_id') })
    back.searchParams.set('code', code)
  }
  response.writeHead(302, { location: back.href }).end()
}

type Json = (status: number, value?: unknown) => void

function token(service: string, request: IncomingMessage, fields: URLSearchParams, json: Json) {
  const basic = Buffer.from((request.headers.authorization ?? '').replace('Basic ', ''), 'base64').toString()
  const [clientId, secret] = service === 'x' ? basic.split(':') : [fields.get('client_id'), fields.get('client_secret')]
  // GitHub answers refusals with status 200.
  const refuse = (error: string) => json(service === 'github' ? 200 : 400, { error })
  if (clientId !== service || clients.get(service) !== secret) return refuse('invalid_client')
  const user = fields.get('grant_type') === 'refresh_token' ? byRefresh(fields) : byCode(fields, service)
  if (user === null) return refuse('invalid_grant')
  const [one, other] = [randomBytes(20).toString('hex'), randomBytes(20).toString('hex')]
  access.set(one, { user, until: Date.now() + (service === 'github' ? 1e12 : control.lifetimeSeconds * 1000) })
  if (service === 'github') return json(200, { access_token: one, token_type: 'bearer', scope: 'read:user' })
  refresh.set(other, user)
  json(200, { access_token: one, token_type: 'Bearer', expires_in: control.lifetimeSeconds, refresh_token: other })
}

function byCode(fields: URLSearchParams, service: string): string | null {
  const code = fields.get('code') ?? ''
  const grant = codes.get(code)
  codes.delete(code)
  const challenge = createHash('sha256')
    .update(fields.get('code_verifier') ?? '')
    .digest('base64url')
  const holds = grant?.challenge === challenge && grant.redirectUri === fields.get('redirect_uri') && grant.clientId === service
  return holds ? grant.user : null
}

function byRefresh(fields: URLSearchParams): string | null {
  const used = fields.get('refresh_token') ?? ''
  const user = refresh.get(used) ?? null
  refresh.delete(used)
  return user
}

type Asked = { user: User; json: Json }

function github(path: string, url: URL, { user, json }: Asked) {
  const [, , what, ...rest] = path.split('/')
  const name = rest.join('/')
  if (path === '/user') return json(200, { id: Number(user.id.slice(-9)), login: user.login, created_at: user.createdAt })
  if (what === 'following') return user.follows.includes(name) ? json(204) : json(404, { message: 'Not Found' })
  if (what === 'starred') return user.starred.includes(name) ? json(204) : json(404, { message: 'Not Found' })
  if (what === 'memberships')
    return user.orgs.includes(rest[1] ?? '') ? json(200, { state: 'active' }) : json(404, { message: 'Not Found' })
  if (path === '/search/issues') {
    const mine = url.searchParams.get('q')?.includes(`author:${user.login}`)
    return json(200, { total_count: mine ? user.merged : 0, incomplete_results: false, items: [] })
  }
  json(404, { message: 'Not Found' })
}

function discord(path: string, { user, json }: Asked) {
  if (path === '/users/@me') return json(200, { id: user.id, username: user.login })
  const guild = /^\/users\/@me\/guilds\/(\d+)\/member$/.exec(path)?.[1]
  const roles = guild === undefined ? undefined : user.guilds[guild]
  return roles ? json(200, { roles }) : json(404, { message: 'Unknown Guild' })
}

function x(path: string, { user, json }: Asked) {
  if (path === '/users/me') return json(200, { data: { id: user.id, username: user.login, created_at: user.createdAt } })
  const name = /^\/users\/by\/username\/(\w+)$/.exec(path)?.[1]
  if (name) return json(200, { data: { id: '1', username: name, connection_status: user.follows.includes(name) ? ['following'] : [] } })
  json(404, {})
}

async function text(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request) body += chunk
  return body
}
