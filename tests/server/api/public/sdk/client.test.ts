import { describe, expect, it } from 'vitest'
import { all } from '#server/api/public/sdk/all.ts'
import { createCairn } from '#server/api/public/sdk/client.ts'
import { CairnProblem } from '#server/api/public/sdk/problem.ts'

type Sent = { url: string; method: string; headers: Headers; body: string | null }

/** A client whose requests end here: what it sent, and answers in turn. */
function clientOf(...answers: Response[]) {
  const sent: Sent[] = []
  const ask: typeof fetch = async (input, init) => {
    const request = new Request(input, init)
    sent.push({
      url: request.url,
      method: request.method,
      headers: request.headers,
      body: request.body === null ? null : await request.text(),
    })
    request.signal.throwIfAborted()
    return answers.shift() ?? new Response(null, { status: 500 })
  }
  return { sent, cairn: createCairn({ origin: 'https://cairn.test', key: 'cairn_key_x', fetch: ask }) }
}
const json = (body: unknown, status = 200, type = 'application/json') =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': type } })
const thrown = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => null,
    (error: unknown) => error,
  )

describe('the client', () => {
  it('puts names into the path, the query and the body where each belongs', async () => {
    const { sent, cairn } = clientOf(json({ revision: 4 }), json({ items: [], nextCursor: null }), json({ id: 'x' }, 201))
    await cairn.saveQuest({ space: 'a/b', quest: 'c d', body: { revision: 3 } }, { requestId: 'request-1' })
    await cairn.listParticipants({ space: 'granite', quest: 'swap', state: 'final', limit: 5 })
    await cairn.uploadList({ space: 'granite', name: 'Early & late', by: 'evm', body: 'address\n' })
    expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'PATCH https://cairn.test/v1/spaces/a%2Fb/quests/c%20d',
      'GET https://cairn.test/v1/spaces/granite/quests/swap/participants?limit=5&state=final',
      'POST https://cairn.test/v1/spaces/granite/lists?name=Early+%26+late&by=evm',
    ])
    expect(sent.map(({ body }) => body)).toEqual(['{"revision":3}', null, 'address\n'])
    expect(sent.map(({ headers }) => headers.get('content-type'))).toEqual(['application/json', null, 'text/csv'])
    expect(sent[0]?.headers.get('authorization')).toBe('Bearer cairn_key_x')
    expect(sent[0]?.headers.get('x-request-id')).toBe('request-1')
  })

  it('throws what the API refused, with its code and its words', async () => {
    const problem = { status: 429, code: 'rate.limited', detail: 'Too many requests.', field: 'key', retryAfterSeconds: 7 }
    const error = await thrown(clientOf(json(problem, 429, 'application/problem+json')).cairn.listChains())
    expect(error).toBeInstanceOf(CairnProblem)
    expect(error).toMatchObject({
      code: 'rate.limited',
      status: 429,
      retryAfterMs: 7000,
      message: 'rate.limited: Too many requests. (key)',
    })
  })

  it.each([
    ['a page of a proxy', new Response('<h1>502</h1>', { status: 502, headers: { 'x-request-id': 'proxy-1' } }), 502],
    ['JSON that is no problem', json({ error: 'no' }, 503), 503],
    ['an answer that is cut', new Response('{"items": [', { status: 200 }), 200],
  ])('takes %s for no answer', async (_, response, status) => {
    const error = await thrown(clientOf(response).cairn.listQuests())
    expect(error).toMatchObject({ name: 'CairnProblem', code: 'unexpected', status })
  })

  it('sends nothing when a name of the path is missing', async () => {
    const { sent, cairn } = clientOf()
    expect(await thrown(cairn.getQuest({} as { quest: string }))).toBeInstanceOf(TypeError)
    expect(sent).toEqual([])
  })

  it('can be called off', async () => {
    expect(await thrown(clientOf(json({})).cairn.listQuests({}, { signal: AbortSignal.abort() }))).toMatchObject({ name: 'AbortError' })
  })
})

describe('all', () => {
  const pages = () => [
    json({ items: [1, 2], nextCursor: 'b' }),
    json({ items: [], nextCursor: 'c' }),
    json({ items: [3], nextCursor: null }),
  ]

  it('goes on until there is no next page, past an empty one', async () => {
    const { sent, cairn } = clientOf(...pages())
    const found: unknown[] = []
    for await (const quest of all(cairn.listQuests, { category: 'defi' })) found.push(quest)
    expect(found).toEqual([1, 2, 3])
    expect(sent.map(({ url }) => new URL(url).search)).toEqual(['?category=defi', '?cursor=b&category=defi', '?cursor=c&category=defi'])
  })

  it('asks for no page that nobody wants', async () => {
    const { sent, cairn } = clientOf(...pages())
    for await (const _ of all(cairn.listQuests)) break
    expect(sent).toHaveLength(1)
  })
})
