import fc from 'fast-check'
import { encodeAbiParameters, encodeFunctionResult, type Hex, parseAbi, parseAbiParameters, toFunctionSelector } from 'viem'
import { describe, expect, it } from 'vitest'
import { kinds } from '#server/verify/kinds/index.ts'
import type { CubeRecord, LogRecord, Query, StateRecord } from '#server/verify/query.ts'
import { parseRule } from '#server/verify/rule.ts'
import { judgeEvidence } from '#server/verify/run.ts'
import { chain, contract, head, log, me, other, second } from './cases.ts'
import { mutated } from './mutation.ts'
import { type Answer, judgeInRounds, memberContext } from './rounds.ts'

const schema: Hex = `0x${'5c'.repeat(32)}`
const uid = (n: number): Hex => `0x${n.toString(16).padStart(64, '0')}`
const notary = `0x${'e0'.repeat(20)}`
const attested = 'event Attested(address indexed recipient, address indexed attester, bytes32 uid, bytes32 indexed schemaUID)'
const abi = parseAbi([
  'struct Attestation { bytes32 uid; bytes32 schema; uint64 time; uint64 expirationTime; uint64 revocationTime; bytes32 refUID; address recipient; address attester; bool revocable; bytes data; }',
  'function getAttestation(bytes32 uid) view returns (Attestation)',
])
const now = BigInt(head.latest.time)

const made = (block: number, n: number, more: object = {}) =>
  log(block, attested, { recipient: me, attester: notary, uid: uid(n), schemaUID: schema, ...more }, { logIndex: n })
const stored = (n: number, more: object = {}): [number, Hex] => [
  n,
  encodeFunctionResult({
    abi,
    functionName: 'getAttestation',
    result: {
      ...{ uid: uid(n), schema, time: now, expirationTime: 0n, revocationTime: 0n, refUID: uid(0), revocable: true },
      ...{ recipient: me as Hex, attester: notary as Hex, data: encodeAbiParameters(parseAbiParameters('string, uint8'), ['coast', 4]) },
      ...more,
    },
  }),
]
const data = (trail: string, stars: number) => ({ data: encodeAbiParameters(parseAbiParameters('string, uint8'), [trail, stars]) })

const eas = (more: object = {}, around: object = {}) => ({
  kind: 'attestation',
  chain,
  params: { type: 'eas', contract, schema, member: 'recipient', attesters: [notary], fields: 'string trail, uint8 stars', ...more },
  ...around,
})
const min = { where: [{ arg: 'stars', op: 'gte', value: '4' }] }

type EasGiven = { logs?: LogRecord[]; states?: [number, Hex | null][] }
const answerEas =
  ({ logs = [], states = [] }: EasGiven) =>
  (query: Query): Answer => {
    if (query.type !== 'evm.state' || query.read.what !== 'call') return { records: logs }
    const asked = query.read.data.slice(-64)
    const found = states.find(([n]) => uid(n).slice(2) === asked)
    return { records: [{ value: found?.[1] ?? null, block: head.latest }] }
  }

const one = { logs: [made(90, 1)], states: [stored(1)] }
const easCases: [string, object, EasGiven, string, string?][] = [
  ['one that stands', eas(), one, 'pass', 'received an attestation'],
  ['with a field', eas(min), one, 'pass'],
  [
    'made by the member',
    eas({ member: 'attester', attesters: undefined }),
    { logs: [made(90, 1, { recipient: other, attester: me })], states: [stored(1, { recipient: other, attester: me })] },
    'pass',
    'made an attestation',
  ],
  ['that expires later', eas(), { ...one, states: [stored(1, { expirationTime: now + 1n })] }, 'pass'],
  ['received long ago', eas(), { ...one, logs: [{ ...made(90, 1), blockTime: 5 }] }, 'pass'],
  ['without fields', eas({ fields: undefined }), one, 'pass'],
  [
    'two of two wallets',
    eas({ count: 2 }),
    { logs: [made(90, 1), made(91, 2, { recipient: second })], states: [stored(1), stored(2, { recipient: second })] },
    'pass',
  ],
  [
    'a sum of a field',
    eas({ sum: { arg: 'stars', gte: '8' } }),
    { logs: [made(90, 1), made(91, 2)], states: [stored(1), stored(2)] },
    'pass',
  ],
  [
    'one that stands beside one that does not',
    eas(),
    { logs: [made(90, 1), made(91, 2)], states: [stored(1), stored(2, { revocationTime: 5n })] },
    'pass',
  ],
  ['nothing', eas(), {}, 'fail'],
  ['revoked', eas(), { ...one, states: [stored(1, { revocationTime: now })] }, 'fail', 'this attestation was revoked'],
  ['expired this second', eas(), { ...one, states: [stored(1, { expirationTime: now })] }, 'fail', 'this attestation has expired'],
  [
    'a field too low',
    eas(min),
    { ...one, states: [stored(1, data('coast', 3))] },
    'fail',
    'received an attestation, but stars was 3; needed: stars ≥ 4',
  ],
  [
    'data of another shape',
    eas(min),
    { ...one, states: [stored(1, { data: '0x12' })] },
    'fail',
    'the data of this attestation do not fit the schema',
  ],
  [
    'of another attester',
    eas(),
    { logs: [made(90, 1, { attester: other })], states: [stored(1, { attester: other })] },
    'fail',
    'received an attestation, but from 0xb0b0…b0b0',
  ],
  ['of another schema', eas(), { logs: [made(90, 1, { schemaUID: uid(9) })], states: [stored(1)] }, 'fail'],
  ['for somebody else', eas(), { logs: [made(90, 1, { recipient: other })], states: [stored(1)] }, 'fail'],
  [
    'logged for the member, but stored for another',
    eas(),
    { ...one, states: [stored(1, { recipient: other })] },
    'fail',
    'the contract does not know this attestation',
  ],
  [
    'logged, but stored under another id',
    eas(),
    { ...one, states: [[1, stored(2)[1]]] },
    'fail',
    'the contract does not know this attestation',
  ],
  ['by a contract that knows none', eas(), { ...one, states: [] }, 'fail'],
  ['by another contract', eas(), { ...one, logs: [{ ...made(90, 1), address: other }] }, 'fail'],
  [
    'made by the member before the quest',
    eas({ member: 'attester', attesters: undefined }),
    { logs: [{ ...made(90, 1, { attester: me }), blockTime: 5 }], states: [stored(1, { attester: me })] },
    'fail',
  ],
  ['one of two', eas({ count: 2 }), one, 'fail'],
  ['not final yet', eas(), { ...one, logs: [made(101, 1)] }, 'pending'],
]

const sbt = (more: object = {}, around: object = {}) => ({
  kind: 'attestation',
  chain,
  params: { type: 'sbt', contract, ...more },
  ...around,
})
const selectors = {
  balance: toFunctionSelector('balanceOf(address)'),
  owner: toFunctionSelector('ownerOf(uint256)'),
  locked: toFunctionSelector('locked(uint256)'),
  interface: toFunctionSelector('supportsInterface(bytes4)'),
}
const word = (value: bigint | string) => `0x${(typeof value === 'bigint' ? value.toString(16) : value.slice(2)).padStart(64, '0')}`
type Held = Partial<Record<keyof typeof selectors, string>>
/** What the contract answers at the finalized block and at the head. */
const answerSbt =
  (final: Held, latest: Held = final) =>
  (query: Query): Answer => {
    if (query.type !== 'evm.state' || query.read.what !== 'call' || typeof query.at !== 'string') return { records: [] }
    const [held, data] = [query.at === 'latest' ? latest : final, query.read.data]
    const [name] = Object.entries(selectors).find(([, selector]) => data.startsWith(selector)) ?? []
    const mine = name !== 'balance' || held.balance === undefined || data.endsWith(me.slice(2))
    const value = mine ? (held[name as keyof Held] ?? null) : word(0n)
    return { records: [{ value, block: head[query.at] } satisfies StateRecord] }
  }
const holds = { balance: word(1n), interface: word(1n) }
const owns = { owner: word(me), locked: word(1n) }
const sbtCases: [string, object, (query: Query) => Answer, string, string?][] = [
  ['any token of a locked collection', sbt(), answerSbt(holds), 'pass', 'holds it'],
  ['that very token', sbt({ tokenId: '7' }), answerSbt(owns), 'pass'],
  ['without the interface where that is allowed', sbt({ transferable: true }), answerSbt({ balance: word(1n) }), 'pass'],
  ['the head, where latest is enough', sbt({}, { finality: 'latest' }), answerSbt({}, holds), 'pass'],
  ['only at the head', sbt(), answerSbt({ balance: word(0n), interface: word(1n) }, holds), 'pending'],
  ['none', sbt(), answerSbt({ balance: word(0n), interface: word(1n) }), 'fail'],
  [
    'that can be moved',
    sbt(),
    answerSbt({ balance: word(1n), interface: word(0n) }),
    'fail',
    'holds it, but the contract does not say that it is locked (ERC-5192)',
  ],
  ['of a contract that cannot say', sbt(), answerSbt({ balance: word(1n) }), 'fail'],
  ['that very token, unlocked', sbt({ tokenId: '7' }), answerSbt({ owner: word(me), locked: word(0n) }), 'fail'],
  ['a token of somebody else', sbt({ tokenId: '7' }), answerSbt({ owner: word(other), locked: word(1n) }), 'fail'],
  ['a token that does not exist', sbt({ tokenId: '7' }), answerSbt({}), 'fail'],
  ['no contract', sbt(), answerSbt({}), 'error'],
]

const cube = (more: object = {}) => ({ kind: 'attestation', params: { type: 'cube', ...more } })
const held = (n: number, more: Partial<CubeRecord> = {}): CubeRecord => ({
  credentialId: String(n),
  quest: 'first-steps',
  category: 'defi',
  issuedAt: '2027-01-15T08:00:00Z',
  expiresAt: null,
  revoked: false,
  final: true,
  at: '2027-02-01T00:00:00Z',
  ...more,
})
const down = { reason: 'unreachable', retryable: true, detail: '' } as const
const cubeCases: [string, object, Answer, string, string?][] = [
  ['any', cube(), { records: [held(1)] }, 'pass', 'holds the CUBE of “first-steps”'],
  ['of the quest', cube({ quest: 'first-steps' }), { records: [held(1)] }, 'pass'],
  ['two of the category', cube({ category: 'defi', count: 2 }), { records: [held(1), held(2)] }, 'pass'],
  ['that expires later', cube(), { records: [held(1, { expiresAt: '2027-02-01T00:00:01Z' })] }, 'pass'],
  ['not final yet', cube(), { records: [held(1, { final: false })] }, 'pending'],
  ['none', cube(), { records: [] }, 'fail'],
  ['the same twice', cube({ count: 2 }), { records: [held(1), held(1)] }, 'fail'],
  ['of another quest', cube({ quest: 'other' }), { records: [held(1)] }, 'fail'],
  ['of another category', cube({ category: 'games' }), { records: [held(1)] }, 'fail'],
  ['revoked', cube(), { records: [held(1, { revoked: true })] }, 'fail', 'a CUBE was revoked'],
  ['expired this second', cube(), { records: [held(1, { expiresAt: '2027-02-01T00:00:00Z' })] }, 'fail', 'a CUBE has expired'],
  ['whose end is no time', cube(), { records: [held(1, { expiresAt: 'never' })] }, 'fail'],
  ['records that cannot be read', cube(), { records: [], problem: down }, 'error'],
]

describe('attestation', () => {
  it.each(easCases)('EAS: %s', (_name, rule, given, status, text) => {
    const judged = judgeInRounds(rule, answerEas(given))
    expect(judged.status).toBe(status)
    if (text) expect(judged.trace.seen[0]?.text.en).toBe(text)
  })

  it.each(sbtCases)('soulbound: %s', (_name, rule, answer, status, text) => {
    const judged = judgeInRounds(rule, answer)
    expect(judged.status).toBe(status)
    if (text) expect(judged.trace.seen[0]?.text.en).toBe(text)
  })

  it.each(cubeCases)('CUBE: %s', (_name, rule, answer, status, text) => {
    const judged = judgeInRounds(rule, () => answer)
    expect(judged.status).toBe(status)
    if (text) expect(judged.trace.seen[0]?.text.en).toBe(text)
  })

  it('finds attestations by topics, then asks the contract for each, a hundred at most', () => {
    const many = Array.from({ length: 150 }, (_, index) => made(90, index + 1))
    const { asked, status, trace } = judgeInRounds(
      eas({ count: 100 }),
      answerEas({ logs: many, states: many.slice(60).map((_, index) => stored(index + 61)) }),
    )
    const topic = (address: string) => word(address)
    expect(asked[0]).toEqual([
      expect.objectContaining({ topics: [null, [topic(notary)], [schema]], claimant: { by: 'topic', index: 1, wallets: [me, second] } }),
    ])
    expect(asked[0]?.[0]).not.toHaveProperty('fromTime')
    expect(asked[1]).toHaveLength(100)
    expect(status).toBe('error')
    expect(trace.next?.en).toContain('More than')
    expect(judgeInRounds(eas({ fromBlock: '80' }), answerEas({})).asked[0]?.[0]).toHaveProperty('fromBlock', '80')
    expect(judgeInRounds(eas({ anytime: false }), answerEas({})).asked[0]?.[0]).toHaveProperty('fromTime')
  })

  it('hands the fields of an attestation to later steps', () => {
    const { verdict } = judgeInRounds(eas({}, { capture: { trail: 'trail' } }), answerEas(one))
    expect(verdict.captured).toEqual({ trail: 'coast' })
  })

  it('says what is wanted, in both languages', () => {
    const wanted = (rule: object) => judgeInRounds(rule, () => ({ records: [] })).trace.wanted
    expect(wanted(eas())).toEqual({ en: 'Have received an attestation on Base', ja: 'Base でアテステーションを取得する' })
    expect(wanted(sbt({ tokenId: '7', name: { en: 'the Badge', ja: 'バッジ' } }))).toEqual({
      en: 'Hold the Badge #7 on Base',
      ja: 'Base で バッジ #7 を保有する',
    })
    expect(wanted(cube({ category: 'defi', count: 2 }))).toEqual({
      en: 'Hold 2 CUBEs of the category “defi”',
      ja: 'カテゴリー「defi」の CUBE を 2 個保有する',
    })
  })

  it('refuses what cannot be right, and warns of what anyone can make', () => {
    const refused: [object, RegExp][] = [
      [eas({ fields: 'trail stars' }), /fields/],
      [eas({ fields: 'string, uint8' }), /fields/],
      [eas({ where: [{ arg: 'moons', op: 'eq', value: '1' }] }), /where\.0\.arg/],
      [eas({ schema: '0x12' }), /schema/],
      [eas({ member: 'attester' }), /attesters/],
      [eas({ anytime: false, fromBlock: '5' }), /fromBlock/],
      [{ ...cube(), chain }, /chain/],
      [{ ...eas(), chain: undefined }, /chain/],
      [cube({ quest: 'No Slug' }), /quest/],
    ]
    for (const [rule, field] of refused) expect(() => parseRule(rule), JSON.stringify(rule)).toThrow(field)
    const codes = (rule: { params: object }) => kinds.attestation.lint(rule.params as never).map(({ code }) => code)
    expect(codes(eas({ attesters: undefined }))).toEqual(['any-attester', 'unlimited-window'])
    expect(codes(eas({ fromBlock: '5' }))).toEqual([])
    expect(codes(eas({ anytime: false }))).toEqual([])
    expect(codes(sbt({ transferable: true }))).toEqual(['transferable'])
    expect(() => parseRule({ kind: 'attestation', ...kinds.attestation.form.example })).not.toThrow()
  })

  it('binds every byte, and passes on nothing that was changed in substance', () => {
    const { items, digest, rule } = judgeInRounds(eas(min), answerEas(one))
    fc.assert(
      fc.property(mutated(items.map(({ records }) => records)), (records) => {
        const changed = items.map((item, index) => ({ ...item, records: records[index] }) as never)
        const again = judgeEvidence(rule, { context: memberContext }, [{ path: '', items: changed }])
        expect(['pass', 'fail', 'pending', 'error']).toContain(again.verdict.status)
        expect(again.digest).not.toBe(digest)
      }),
    )
  }, 30_000)

  it('never throws on what a contract may answer, nor passes on it', () => {
    const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), maxLength: 1500 }).map((text) => `0x${text}`)
    fc.assert(
      fc.property(hex, (value) => {
        expect(judgeInRounds(eas(min), answerEas({ ...one, states: [[1, value as Hex]] })).status).toBe('fail')
        expect(judgeInRounds(sbt({ tokenId: '7' }), answerSbt({ owner: value, locked: value })).status).not.toBe('pass')
      }),
    )
  }, 30_000)
})
