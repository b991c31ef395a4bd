import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApiDocument } from '#server/api/public/openApi.ts'
import { restRoutes } from '#server/api/public/routes.ts'
import { dataOf, origin } from '#tests/support/members.ts'
import { type RestCall, type RestWorld, startRestWorld } from '#tests/support/restWorld.ts'
import { approvedDraft, wholeChanges } from '#tests/support/studioSpace.ts'

let world: RestWorld
let key: string
let hook: string
beforeAll(async () => {
  world = await startRestWorld()
  key = (await world.makeKey(world.staff.owner, world.staff.space)).key
  await approvedDraft(world.site, world.staff, 'by-hand')
})
afterAll(() => world.site.drop())

const own = (path: string, call: RestCall = {}) => world.call(`/v1/spaces/granite${path}`, { key, ...call })
const post = (path: string, body?: unknown) => own(path, { method: 'POST', body })
const open = (path: string) => world.call(`/v1${path}`)
const read = async <T>(response: Promise<Response>): Promise<T> => (await response).json() as Promise<T>
const revisionOf = async (quest: string) => (await read<{ revision: number }>(own(`/quests/${quest}`))).revision

/** One right call of every route, in an order in which each finds what it needs. */
const cases: Record<string, () => Promise<Response>> = {
  listQuests: () => open('/quests?limit=1'),
  getQuest: () => open('/quests/wrap-once'),
  getSpace: () => open('/spaces/granite'),
  getPerson: () => open(`/people/${world.holder.accountId}`),
  listCredentialsOf: () => open(`/people/${world.holder.accountId}/credentials`),
  getLeaderboard: () => open('/leaderboard?period=all'),
  getCredential: () => open('/credentials/1'),
  getCredentialDocument: () => open('/credentials/1/document'),
  getCredentialRecord: () => open('/credentials/1/record'),
  listBatches: () => open('/batches'),
  getBatch: () => open('/batches/1'),
  listTxs: () => open('/txs?limit=50'),
  async getTx() {
    const { items } = await read<{ items: { id: string }[] }>(open('/txs'))
    return open(`/txs/${items[0]?.id}`)
  },
  listChains: () => open('/chains'),
  makeQuest: () => post('/quests', { slug: 'made-by-program' }),
  listOwnQuests: () => own('/quests?archived=false'),
  async saveQuest() {
    const body = { revision: await revisionOf('made-by-program'), changes: wholeChanges(world.site) }
    return own('/quests/made-by-program', { method: 'PATCH', body })
  },
  getOwnQuest: () => own('/quests/made-by-program'),
  async submitQuest() {
    const { warnings, revision } = await read<{ warnings: { code: string; path: string }[]; revision: number }>(
      own('/quests/made-by-program'),
    )
    const acknowledge = warnings.map(({ code, path }) => ({ code, path }))
    expect((await own('/quests/made-by-program', { method: 'PATCH', body: { revision, acknowledge } })).status).toBe(200)
    return post('/quests/made-by-program/submit', { revision: await revisionOf('made-by-program') })
  },
  sendQuestBack: async () =>
    post('/quests/made-by-program/send-back', { revision: await revisionOf('made-by-program'), words: 'Please name the token.' }),
  async approveQuest() {
    await post('/quests/made-by-program/submit', { revision: await revisionOf('made-by-program') })
    return post('/quests/made-by-program/approve', { revision: await revisionOf('made-by-program') })
  },
  launchQuest: async () => post('/quests/by-hand/launch', { revision: await revisionOf('by-hand') }),
  pauseQuest: () => post('/quests/by-hand/pause'),
  resumeQuest: () => post('/quests/by-hand/resume'),
  endQuest: () => post('/quests/by-hand/end'),
  listVersions: () => own('/quests/by-hand/versions'),
  getFunnel: () => own('/quests/wrap-once/funnel?by=wallet'),
  getReasons: () => own('/quests/wrap-once/reasons'),
  listParticipants: () => own('/quests/wrap-once/participants'),
  async addWebhook() {
    const response = await post('/webhooks', { url: 'https://hooks.example.org/cairn', types: ['quest.completed'] })
    hook = (await read<{ id: string }>(Promise.resolve(response.clone()))).id
    return response
  },
  listWebhooks: () => own('/webhooks'),
  testWebhook: () => post(`/webhooks/${hook}/test`),
  listDeliveries: () => own(`/webhooks/${hook}/deliveries`),
  async replayMessage() {
    const { items } = await read<{ items: { message: string }[] }>(own(`/webhooks/${hook}/deliveries`))
    return post(`/webhooks/${hook}/deliveries/${items[0]?.message}/replay`)
  },
  replaySince: () => post(`/webhooks/${hook}/replay`, { since: new Date(world.site.clock.ms - 60_000).toISOString() }),
  changeWebhook: () => own(`/webhooks/${hook}`, { method: 'PATCH', body: { description: 'Staging', status: 'paused' } }),
  rotateWebhookSecret: () => post(`/webhooks/${hook}/secret`),
  removeWebhook: () => own(`/webhooks/${hook}`, { method: 'DELETE' }),
  uploadList: () =>
    own('/lists?name=Early%20testers&by=evm', {
      ...{ method: 'POST', body: `address\n0x${'1'.repeat(40)}\n`, headers: { 'content-type': 'text/csv' } },
    }),
  listLists: () => own('/lists'),
  async removeList() {
    const { items } = await read<{ items: { id: string }[] }>(own('/lists'))
    return own(`/lists/${items[0]?.id}`, { method: 'DELETE' })
  },
}

/** The document with every object closed: what it does not name must not be in an answer. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed)
  if (value === null || typeof value !== 'object') return value
  const all = Object.fromEntries(Object.entries(value).map(([name, member]) => [name, closed(member)]))
  return all.type === 'object' && all.properties && all.additionalProperties === undefined ? { ...all, additionalProperties: false } : all
}

const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats.default(ajv)
const document = openApiDocument(origin)
ajv.addSchema(closed(document) as object, 'openapi')
const pointer = (...parts: (string | number)[]) =>
  parts.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
const validatorOf = (...parts: (string | number)[]) => ajv.compile({ $ref: `openapi#${encodeURI(pointer(...parts))}` })

describe('answers of the REST API', () => {
  it('are looked at for every route', () => {
    expect(Object.keys(cases).toSorted()).toEqual(restRoutes.map(({ id }) => id).toSorted())
  })

  it.each(Object.keys(cases))('%s answers what the document says', async (id) => {
    const route = restRoutes.find((one) => one.id === id)
    const response = await cases[id]?.()
    if (!route || !response) throw new Error('no such route')
    const body = await response.json()
    expect(response.status, JSON.stringify(body)).toBe(route.status)
    const validate = validatorOf(
      'paths',
      route.path,
      route.method.toLowerCase(),
      'responses',
      route.status,
      'content',
      'application/json',
      'schema',
    )
    expect(validate(body), JSON.stringify(validate.errors)).toBe(true)
    expect(body).not.toHaveProperty('items', [])
  })

  it('are refused by the document when a field is another', async () => {
    const validate = validatorOf('components', 'schemas', 'Quest')
    const quest = await read<Record<string, unknown>>(open('/quests/wrap-once'))
    expect(validate(quest)).toBe(true)
    for (const change of [{ supply: '10' }, { my: 'completed' }, { title: 'Wrap' }]) expect(validate({ ...quest, ...change })).toBe(false)
  })

  it.each([
    ['/v1/quests/none', {}],
    ['/v1/spaces/granite/quests', {}],
    ['/v1/quests?limit=0', {}],
    ['/v1/nothing', {}],
    ['/v1/quests', { method: 'PUT', body: {} }],
  ] as const)('%s is a problem as the document says', async (path, call) => {
    const response = await world.call(path, call)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    const validate = validatorOf('components', 'schemas', 'Problem')
    expect(validate(await response.json()), JSON.stringify(validate.errors)).toBe(true)
  })

  it('show a credential’s holder nothing that the space’s own routes do not', async () => {
    const { items } = dataOf<{ items: unknown[] }>(
      await world.staff.owner.browser.query('studio.insights.participants', { space: 'granite', quest: 'wrap-once' }),
    )
    expect(await read<{ items: unknown[] }>(own('/quests/wrap-once/participants'))).toEqual({ items, nextCursor: null })
  })
})
