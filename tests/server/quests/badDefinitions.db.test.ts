import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect } from 'vitest'
import { createSealer } from '#server/auth/sealing.ts'
import { closedOutbound } from '#server/compose/outbound.ts'
import { createQuest } from '#server/quests/createQuest.ts'
import { errorStatus, isCairnError } from '#server/shared/errors.ts'
import { runBadInputs } from '#tests/support/badInputs.ts'
import { Browser, errorOf, evmWallet, type Site, startSite } from '#tests/support/members.ts'
import { definition } from '#tests/support/questFixture.ts'

let site: Site
let browser: Browser
let accountId: string
let next = 0
beforeAll(async () => {
  const sealer = createSealer(`0x${randomBytes(32).toString('hex')}`)
  site = await startSite({ deps: { outbound: { ...closedOutbound, sealer } } })
  browser = new Browser(site)
  accountId = (await browser.signIn(evmWallet())).accountId
})
afterAll(() => site.drop())

type Json = Record<string, unknown>
const plain = () => JSON.parse(JSON.stringify(definition())) as Json
const day = 86_400_000

/** A right quest but for `change`; says which field the error must name. Nothing may be left behind. */
async function create(change: Json, field?: string | RegExp) {
  const input = {
    slug: `bad-${++next}`,
    definition: plain(),
    supply: 10,
    opensAt: new Date(site.clock.ms).toISOString(),
    closesAt: new Date(site.clock.ms + day).toISOString(),
    ...change,
  }
  const answer = await browser.mutate('quests.create', input)
  if (field !== undefined) expect(errorOf(answer).data.field).toMatch(field)
  if (answer.status !== 409) expect((await site.pool.query('select 1 from quests where slug = $1', [input.slug])).rowCount).toBe(0)
  return answer
}

const define = (change: Json, field: string | RegExp) => create({ definition: { ...plain(), ...change } }, field)
const step = (change: Json) => ({ steps: [{ id: 'one', title: { en: 'a', ja: 'a' }, ...change }] })
const rule = (value: unknown, field: string | RegExp = /^definition\.steps\.0\.rule/) => define(step({ rule: value }), field)
const event = (params: Json, more: Json = {}) => ({
  kind: 'evm.event',
  chain: 'eip155:31339',
  params: {
    addresses: ['0x5fbdb2315678afecb367f032d93f642f64180aa3'],
    event: 'event Deposit(address indexed dst, uint256 wad)',
    claimant: 'dst',
    ...params,
  },
  ...more,
})
const threshold = (value: unknown) => rule(event({ where: [{ arg: 'wad', op: 'gte', value }] }))
const nested = (depth: number) => {
  let value: unknown = event({})
  for (let i = 0; i < depth; i++) value = { not: value }
  return value
}
const quiz = (answer: string) => ({
  kind: 'quiz',
  params: {
    questions: [{ id: 'q', text: { en: 'q', ja: 'q' }, choices: ['a', 'b'].map((id) => ({ id, text: { en: id, ja: id } })), answer }],
  },
})
const endpoint = (params: Json, field: string | RegExp = /^definition\.steps\.0\.rule/) =>
  rule(
    {
      kind: 'http',
      params: {
        url: 'https://api.example.org/$account',
        method: 'GET',
        where: [{ path: 'ok', type: 'bool', op: 'eq', value: true }],
        ...params,
      },
    },
    field,
  )
const choices = (...ids: string[]) => ids.map((id) => ({ id, text: { en: id, ja: id } }))
const poll = (...ids: string[]) =>
  rule({ kind: 'poll', params: { question: { en: 'q', ja: 'q' }, choices: choices(...ids) } }, /rule\.params\.choices/)
const view = (signature: string) => ({
  kind: 'evm.read',
  chain: 'eip155:31339',
  params: {
    to: '0x5fbdb2315678afecb367f032d93f642f64180aa3',
    function: signature,
    args: ['$account'],
    where: [{ arg: '_0', op: 'gte', value: '1' }],
  },
})
/** Steps that capture and use values, in this order. */
const capturing = (...steps: { captures?: Record<string, string>; uses?: string }[]) =>
  define(
    {
      steps: steps.map(({ captures, uses }, i) => ({
        id: `step-${i}`,
        title: { en: 'a', ja: 'a' },
        rule: event(uses ? { where: [{ arg: 'wad', op: 'gte', value: uses }] } : {}, captures ? { capture: captures } : {}),
      })),
    },
    /^definition\.steps\.\d\.rule/,
  )
const recurring = (value: unknown) => define({ recurrence: value }, /^definition\.recurrence/)
const prerequisites = (value: unknown) => define({ prerequisites: value }, /^definition\.prerequisites/)
const prize = (change: Json, field: string) =>
  define({ prize: { mode: 'raffle', winners: 2, token: 0, perWinner: '100', ...change } }, field)
const card = { title: { en: 'a', ja: 'a' }, text: { en: 'a', ja: 'a' } }
const cards = (value: unknown, field = /^definition\.steps\.0\.cards/) => define(step({ rule: event({}), cards: value }), field)
const title = (en: string) => define({ title: { en, ja: '題' } }, 'definition.title.en')

runBadInputs('tests/server/quests/badDefinitions.db.test.ts', {
  QD02: () => title(''),
  'QD02-long': () => title('a'.repeat(10_000)),
  'QD02-space': () => title('   '),
  'QD02-language': () => define({ title: { en: 'Only English' } }, 'definition.title.ja'),
  'QD02-lines': () => title('two\nlines'),
  'QD02-bidi': () => title('abc\u202edef'),
  'QD02-surrogate': () => title('abc\ud800def'),
  QD08: () => create({ opensAt: '2026-12-01T00:00:00' }, 'opensAt'),
  'QD08-order': () => create({ closesAt: new Date(site.clock.ms - day).toISOString() }, 'closesAt'),
  async 'QD08-past'() {
    const slug = `bad-${++next}`
    const times = { opensAt: new Date(site.clock.ms - 2 * day).toISOString(), closesAt: new Date(site.clock.ms - day).toISOString() }
    expect((await browser.mutate('quests.create', { slug, definition: plain(), supply: 1, ...times })).status).toBe(200)
    return browser.mutate('quests.publish', { slug })
  },
  QD14: () => rule(event({ addresses: ['0x0000000000000000000000000000000000000001'] })),
  'QD14-zero': () => rule(event({ addresses: ['0x0000000000000000000000000000000000000000'] })),
  QD16: () => rule(event({ where: [{ arg: 'amount', op: 'gte', value: '1' }] })),
  QD18: () =>
    rule(event({ event: 'event Named(address indexed dst, string indexed name)', where: [{ arg: 'name', op: 'eq', value: 'cairn' }] })),
  QD20: () => threshold('0x1e'),
  'QD20-exponent': () => threshold('1e18'),
  'QD20-comma': () => threshold('1,000'),
  'QD20-number': () => threshold(1000),
  QD22: () => rule(event({}, { window: { from: 'latest' } })),
  'QD22-pending': () => rule(event({}, { finality: 'pending' })),
  async QD24() {
    const deps = { ...site.members.questDeps, chains: new Set(['eip155:1']) }
    const times = { opensAt: new Date(site.clock.ms), closesAt: new Date(site.clock.ms + day) }
    const refused = await createQuest(deps, { accountId, slug: `bad-${++next}`, definition: plain(), supply: 1, ...times }).catch(
      (error: unknown) => error,
    )
    return isCairnError(refused) ? errorStatus[refused.code] : 200
  },
  'QD24-unknown': () => rule({ ...event({}), chain: 'eip155:99999999' }),
  'QD24-namespace': () => rule({ kind: 'solana.transfer', chain: 'eip155:31339', params: { gte: '1' } }),
  QD26: () => rule(nested(1000), 'definition'),
  'QD26-nodes': () => rule({ any: Array.from({ length: 10_000 }, () => ({ kind: 'quiz' })) }, 'definition'),
  QD34: () =>
    rule({
      kind: 'evm.transaction',
      chain: 'eip155:31339',
      params: { to: ['0x5fbdb2315678afecb367f032d93f642f64180aa3'], function: 'function balanceOf(address owner) view returns (uint256)' },
    }),
  QD38: () => rule(event({ where: [{ arg: 'dst', op: 'regex', value: '(a+)+$' }] })),
  QD48: () => define({ summary: { en: 'Hello {{user.email}}', ja: '要約' } }, 'definition.summary.en'),
  async QD50() {
    const deps = { ...site.members.questDeps, questsPerDay: 3 }
    const owner = (await site.members.accounts.signInWith(evmWallet().id as `eip155:0x${string}`)).accountId
    const times = { opensAt: new Date(site.clock.ms), closesAt: new Date(site.clock.ms + day) }
    const one = () => createQuest(deps, { accountId: owner, slug: `quota-${++next}`, definition: plain(), supply: 1, ...times })
    for (let i = 0; i < 3; i++) await one()
    const refused = await one().catch((error: unknown) => error)
    if (!isCairnError(refused)) return 200
    expect(refused.meta.retryAfterSeconds).toBeGreaterThan(80_000)
    // A day later there is room again.
    deps.now = () => site.clock.ms + day + 60_000
    await one()
    return errorStatus[refused.code]
  },
  'QD52-steps': () => define({ steps: [] }, 'definition.steps'),
  'QD52-twins': () =>
    define({ steps: [1, 2].map(() => ({ id: 'one', title: { en: 'a', ja: 'a' }, rule: event({}) })) }, 'definition.steps'),
  'QD52-link': () => define(step({ rule: event({}), link: 'javascript:alert(1)' }), 'definition.steps.0.link'),
  'QD52-userinfo': () => define(step({ rule: event({}), link: 'https://cairn.test@evil.example' }), 'definition.steps.0.link'),
  'QD52-field': () => define({ reward: 5 }, 'definition'),
  'QD52-category': () => define({ category: 'gambling' }, 'definition.category'),
  'QD52-supply': () => create({ supply: 0 }, 'supply'),
  'QD52-supply-large': () => create({ supply: 2 ** 32 }, 'supply'),
  async 'QD52-slug'() {
    const times = { opensAt: new Date(site.clock.ms).toISOString(), closesAt: new Date(site.clock.ms + day).toISOString() }
    expect((await browser.mutate('quests.create', { slug: 'twice', definition: plain(), supply: 1, ...times })).status).toBe(200)
    return create({ slug: 'twice' }, 'slug')
  },
  'QD52-quizzes': () => rule({ all: [quiz('a'), quiz('b')] }),
  'QD52-answer': () => rule(quiz('c')),
  'QD54-kind': () => prerequisites([{ kind: 'follower', min: 5 }]),
  'QD54-none': () => prerequisites([]),
  'QD54-many': () => prerequisites([1, 2, 3, 4, 5, 6].map((i) => ({ kind: 'quest', quest: `quest-${i}` }))),
  'QD54-twice': () => prerequisites([1, 2].map(() => ({ kind: 'quest', quest: 'quest-1' }))),
  'QD54-slug': () => prerequisites([{ kind: 'credential', quest: '../me' }]),
  'QD54-score': () => prerequisites([{ kind: 'score', min: 30_001 }]),
  'QD54-fraction': () => prerequisites([{ kind: 'score', min: 1.5 }]),
  'QD54-own': () =>
    create({ slug: 'own-tail', definition: { ...plain(), prerequisites: [{ kind: 'quest', quest: 'own-tail' }] } }, /prerequisites/),
  'QD55-every': () => recurring({ every: 'month', periods: 5 }),
  'QD55-once': () => recurring({ every: 'day', periods: 1 }),
  'QD55-long': () => recurring({ every: 'day', periods: 367 }),
  'QD55-fraction': () => recurring({ every: 'week', periods: 2.5 }),
  'QD55-field': () => recurring({ every: 'day', periods: 5, repairs: 99 }),
  'QD55-window': () =>
    create(
      {
        definition: { ...plain(), recurrence: { every: 'day', periods: 5 } },
        opensAt: '2030-06-03T09:00:00Z',
        closesAt: '2030-06-04T00:00:00Z',
      },
      'closesAt',
    ),
  'QD55-slug': () =>
    create(
      {
        slug: 'a'.repeat(61),
        definition: { ...plain(), recurrence: { every: 'day', periods: 5 } },
        opensAt: '2030-06-03T09:00:00Z',
        closesAt: '2030-06-03T17:00:00Z',
      },
      'slug',
    ),
  'QD52-size': () => define({ description: { en: 'a'.repeat(200_000), ja: '説明' } }, /^definition/),
  'QD14-checksum': () => rule(event({ addresses: ['0x5FbDB2315678afecb367f032d93F642f64180aA4'] })),
  'QD14-solana': () =>
    rule({
      kind: 'solana.transfer',
      chain: 'solana:localnet',
      params: { counterparty: ['2RjTCZWHdnPkSXQKbCpcNkMNDsSEqDDkoQMVRmYNMNP'], gte: '1' },
    }),
  'QD20-negative': () => rule(event({ count: -1 }), /rule\.params\.count/),
  'QD20-decimals': () => rule(event({ units: { wad: { decimals: 78, symbol: 'W' } } }), /rule\.params\.units/),
  'QD22-window': () => rule(event({}, { window: { to: 'tomorrow' } }), /rule\.window/),
  'QD24-none': () => rule({ ...quiz('a'), chain: 'eip155:31339' }, /rule\.chain/),
  'QD24-bridge': () => {
    const leg = { addresses: ['0x5fbdb2315678afecb367f032d93f642f64180aa3'], event: 'event Sent(address indexed from, uint256 amount)' }
    const params = { out: leg, destination: { chain: 'eip155:99999999', ...leg }, join: [{ out: 'amount', in: 'amount' }], maxDelay: 60 }
    return rule({ kind: 'evm.bridge', chain: 'eip155:31339', params }, /rule\.params\.destination\.chain/)
  },
  'QD34-output': () => rule(view('function f(address who) view'), /rule\.params\.function/),
  'QD38-backreference': () => rule(event({ where: [{ arg: 'dst', op: 'regex', value: '(a)\\1' }] })),
  'QD38-size': () => rule(event({ where: [{ arg: 'dst', op: 'regex', value: '(a{1000}){1000}' }] })),
  'QD40-inner': () => endpoint({ url: 'https://169.254.169.254/latest' }, /rule\.params\.url/),
  'QD40-userinfo': () => endpoint({ url: 'https://user:word@api.example.org/' }, /rule\.params\.url/),
  'QD40-host': () => endpoint({ url: 'https://$account.example.org/' }, /rule\.params\.url/),
  'QD40-header': () => endpoint({ headers: { host: 'inner' } }, /rule\.params\.headers/),
  'QD40-secret-url': () => endpoint({ url: 'https://api.example.org/?key={{key}}' }, /rule\.params\.url/),
  'QD40-graphql': () =>
    rule(
      {
        kind: 'graphql',
        params: {
          url: 'https://api.example.org/',
          query: 'query a { b } mutation { burn }',
          where: [{ path: 'data.b', type: 'bool', op: 'eq', value: true }],
        },
      },
      /rule\.params\.query/,
    ),
  async QD44() {
    const secret = 'hidden-value-of-a-header'
    expect((await browser.mutate('spaces.setSecret', { name: 'key', value: secret })).status).toBe(200)
    const slug = `secret-${++next}`
    const asks = {
      kind: 'http',
      params: {
        url: 'https://api.example.org/$account',
        method: 'GET',
        headers: { authorization: 'Bearer {{key}}' },
        where: [{ path: 'ok', type: 'bool', op: 'eq', value: true }],
      },
    }
    const times = { opensAt: new Date(site.clock.ms).toISOString(), closesAt: new Date(site.clock.ms + day).toISOString() }
    const content = { slug, definition: { ...plain(), ...step({ rule: asks }) }, supply: 1, ...times }
    const made = await browser.mutate('quests.create', content)
    const answers = [
      made,
      await browser.mutate('quests.publish', { slug }),
      await browser.query('quests.bySlug', { slug }),
      await browser.query('spaces.secrets', {}),
      await browser.mutate('quests.checkRule', { rule: asks }),
      await browser.mutate('quests.dryRun', { rule: asks }),
    ]
    expect(JSON.stringify(answers)).not.toContain(secret)
    return made
  },
  WH43: () => endpoint({ headers: { 'x-key': 'a\r\nx-other: b' } }, /rule\.params\.headers/),
  'QD52-list': () =>
    rule({ kind: 'list', params: { list: 'c0ffee00-0000-4000-8000-000000000000', digest: `0x${'0'.repeat(62)}`, by: 'evm' } }),
  'QD52-service': () => rule({ kind: 'oauth', params: { provider: 'myspace', fact: 'follows' } }, /rule\.params\.provider/),
  'QD52-poll': () => poll('a'),
  'QD52-choices': () => poll('a', 'a'),
  'QD53-later': () => capturing({ uses: '$prev.size' }, { captures: { size: 'wad' } }),
  'QD53-cycle': () => capturing({ captures: { a: 'wad' }, uses: '$prev.b' }, { captures: { b: 'wad' }, uses: '$prev.a' }),
  'QD53-self': () => capturing({ captures: { a: 'wad' }, uses: '$prev.a' }),
  'QD53-twice': () => capturing({ captures: { a: 'wad' } }, { captures: { a: 'wad' } }),
  'QD53-argument': () => capturing({ captures: { a: 'nothing' } }),
  QD58: () => cards(Array.from({ length: 13 }, () => card)),
  'QD58-none': () => cards([]),
  'QD58-language': () => cards([{ ...card, text: { en: 'only English' } }], /cards\.0\.text\.ja/),
  QD57: () => define({ split: { creator: 10_000, publisher: 1, referrer: 0 } }, 'definition.split'),
  'QD57-negative': () => define({ split: { creator: 1, publisher: -1, referrer: 0 } }, 'definition.split.publisher'),
  'QD57-part': () => define({ split: { creator: 0.5, publisher: 0, referrer: 0 } }, 'definition.split.creator'),
  'QD57-role': () => define({ split: { creator: 1, publisher: 0, referrer: 0, operator: 1 } }, 'definition.split'),
  QD56: () => prize({}, 'definition.prize'),
  'QD56-winners': () => prize({ winners: 10_001 }, 'definition.prize.winners'),
  'QD56-amount': () => prize({ perWinner: '0' }, 'definition.prize.perWinner'),
  'QD56-number': () => prize({ perWinner: 100 }, 'definition.prize.perWinner'),
  'QD56-token': () => prize({ token: 1 }, 'definition.prize.token'),
  'QD56-tiers': () => define({ prize: { mode: 'tiers', token: 0, tiers: [] } }, 'definition.prize.tiers'),
  'QD56-mode': () => prize({ mode: 'auction' }, 'definition.prize.mode'),
  'QD58-long': () => cards([{ ...card, text: { en: 'a'.repeat(2001), ja: 'a' } }], /cards\.0\.text\.en/),
})
