import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { restRoutes } from '#server/api/public/routes.ts'
import { rightOf, type Scope, scopes } from '#server/spaces/keys/scope.ts'
import { mayIn, roles, type SpaceRole } from '#server/spaces/role.ts'
import { problemIn, type RestWorld, startRestWorld } from '#tests/support/restWorld.ts'

/** What each route asks for. Written by hand beside the code: a route whose scope changes, or a new one, fails here until this is said again. */
const expected: Record<string, Scope | 'anyone'> = {
  listQuests: 'anyone',
  getQuest: 'anyone',
  getSpace: 'anyone',
  getPerson: 'anyone',
  listCredentialsOf: 'anyone',
  getLeaderboard: 'anyone',
  getCredential: 'anyone',
  getCredentialDocument: 'anyone',
  getCredentialRecord: 'anyone',
  listBatches: 'anyone',
  getBatch: 'anyone',
  listTxs: 'anyone',
  getTx: 'anyone',
  listChains: 'anyone',
  listOwnQuests: 'quests:read',
  makeQuest: 'quests:write',
  getOwnQuest: 'quests:read',
  saveQuest: 'quests:write',
  submitQuest: 'quests:write',
  approveQuest: 'quests:launch',
  sendQuestBack: 'quests:launch',
  launchQuest: 'quests:launch',
  pauseQuest: 'quests:launch',
  resumeQuest: 'quests:launch',
  endQuest: 'quests:launch',
  listVersions: 'quests:read',
  getFunnel: 'insights:read',
  getReasons: 'insights:read',
  listParticipants: 'participants:read',
  listWebhooks: 'webhooks:read',
  addWebhook: 'webhooks:write',
  changeWebhook: 'webhooks:write',
  removeWebhook: 'webhooks:write',
  rotateWebhookSecret: 'webhooks:write',
  testWebhook: 'webhooks:write',
  listDeliveries: 'webhooks:read',
  replayMessage: 'webhooks:write',
  replaySince: 'webhooks:write',
  listLists: 'lists:read',
  uploadList: 'lists:write',
  removeList: 'lists:write',
}

const bad = ['no key', 'a session', 'wrong checksum', 'unknown', 'expired', 'revoked', 'other space'] as const
type Caller = (typeof bad)[number] | `scope ${Scope}` | `role ${SpaceRole | 'none'}`
/** Who calls: without a key or with one that does not count, with a key of one scope alone, and with keys of every scope whose makers are in each role by now. */
const callers: Caller[] = [
  ...bad,
  ...scopes.map((scope): Caller => `scope ${scope}`),
  ...[...roles, 'none' as const].map((role): Caller => `role ${role}`),
]

let world: RestWorld
const keys = new Map<Caller, string | undefined>()
const headers = new Map<Caller, Record<string, string>>()

beforeAll(async () => {
  world = await startRestWorld()
  const { staff, site } = world
  const { space, owner } = staff
  const real = await world.makeKey(owner, space)
  keys.set('wrong checksum', real.key.slice(0, -1) + (real.key.endsWith('a') ? 'b' : 'a'))
  const cookie = [...owner.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  headers.set('a session', { cookie, origin: site.members.origin })
  const gone = await world.makeKey(owner, space)
  await site.pool.query('delete from api_keys where id = $1', [gone.id])
  keys.set('unknown', gone.key)
  const short = await world.makeKey(owner, space, { days: 1 })
  await site.pool.query('update api_keys set expires_at = $2 where id = $1', [short.id, new Date(site.clock.ms)])
  keys.set('expired', short.key)
  const revoked = await world.makeKey(owner, space)
  expect((await owner.browser.mutate('studio.keys.revoke', { space, id: revoked.id })).status).toBe(200)
  keys.set('revoked', revoked.key)
  const other = await world.otherSpace()
  keys.set('other space', (await world.makeKey(other.owner, other.space)).key)
  for (const scope of scopes) keys.set(`scope ${scope}`, (await world.makeKey(owner, space, { scopes: [scope] })).key)
  for (const role of roles) keys.set(`role ${role}`, await world.keyOfRole(staff, role))
  keys.set('role none', await world.keyOfRole(staff, null))
})
afterAll(() => world.site.drop())

const answers = {
  allowed: { status: 400, code: 'input.invalid' },
  'no key': { status: 401, code: 'auth.required' },
  'a session': { status: 401, code: 'auth.required' },
  'wrong checksum': { status: 401, code: 'key.invalid' },
  unknown: { status: 401, code: 'key.invalid' },
  expired: { status: 401, code: 'key.expired' },
  revoked: { status: 401, code: 'key.revoked' },
  'other space': { status: 404, code: 'not-found' },
  scope: { status: 403, code: 'key.scope' },
  role: { status: 403, code: 'auth.forbidden' },
}

function outcomeOf(scope: Scope | 'anyone', who: Caller): keyof typeof answers {
  if (scope === 'anyone') return 'allowed'
  const plain = bad.find((one) => one === who)
  if (plain) return plain
  if (who.startsWith('scope ')) return who === `scope ${scope}` ? 'allowed' : 'scope'
  const role = roles.find((one) => who === `role ${one}`) ?? null
  return mayIn(role, rightOf(scope)) ? 'allowed' : 'role'
}

/** A path with something in each name's place. */
const filled = (path: string) =>
  path
    .replace('{space}', 'granite')
    .replace('{quest}', 'wrap-once')
    .replace('{message}', `msg_${'0'.repeat(32)}`)
    .replace(/\{(index|number)\}/, '1')
    .replace(/\{\w+\}/g, '00000000-0000-4000-8000-000000000000')

describe('REST rights', () => {
  it('are declared on every route, as the table says', () => {
    expect(Object.fromEntries(restRoutes.map(({ id, scope }) => [id, scope ?? 'anyone']))).toEqual(expected)
  })

  const cells = restRoutes.flatMap((route) => callers.map((who) => ({ id: route.id, route, who })))
  it.each(cells)('$id for a caller who is $who', async ({ route, who }) => {
    // A query that no route takes: whoever may not call is refused for that before anything of the call is looked at.
    const response = await world.call(`${filled(route.path)}?unknown=true`, {
      ...{ method: route.method, key: keys.get(who), headers: headers.get(who) ?? {} },
      ...(route.body?.kind === 'json' ? { body: {} } : {}),
      ...(route.body?.kind === 'csv' ? { body: 'address\n', headers: { ...headers.get(who), 'content-type': 'text/csv' } } : {}),
    })
    const { code } = await problemIn(response)
    expect({ status: response.status, code }).toEqual(answers[outcomeOf(expected[route.id] ?? 'anyone', who)])
    expect(response.headers.get('www-authenticate') !== null).toBe(response.status === 401)
  })
})
