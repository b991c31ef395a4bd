import fc from 'fast-check'
import { getAddress, toEventSelector } from 'viem'
import { getAbiItem } from 'viem/utils'
import { describe, expect, it } from 'vitest'
import { rollupAbi } from '#contracts/abi/rollup.gen.ts'
import { watchOf } from '#server/verify/follower/watch.ts'
import { kindOf } from '#server/verify/kinds/index.ts'
import type { CubeFileRecord, Query } from '#server/verify/query.ts'
import { parseRule } from '#server/verify/rule.ts'
import { judgeEvidence } from '#server/verify/run.ts'
import { chain, contract, head, me, other } from './cases.ts'
import { mutated } from './mutation.ts'
import { refusedAt } from './properties.ts'
import { type Answer, judgeInRounds, memberContext } from './rounds.ts'

const slot = contract
const urn = (n: number, rollup = slot) => `urn:cairn:${chain}:${rollup}:credential:${n}`
const file = (n: number) => `{"number":${n}}`
const cube = (more: object = {}, around: object = {}) => ({
  kind: 'attestation',
  chain,
  params: { type: 'cube', slot, ...more },
  ...around,
})

const good = { signature: 'signature.ok', inclusion: 'inclusion.ok', notRevoked: 'revocation.none', notExpired: 'expiry.never' }
type More = Partial<Omit<CubeFileRecord, 'answers'>> & { answers?: Partial<CubeFileRecord['answers']> }
const held = (n: number, { answers, ...more }: More = {}): CubeFileRecord => ({
  credentialId: urn(n),
  name: 'First steps',
  quest: 3,
  category: 'defi',
  holder: `eip155:${me}`,
  issuedAt: '2027-01-15T08:00:00Z',
  expiresAt: null,
  answers: { ...good, ...answers },
  final: true,
  block: head.finalized,
  ...more,
})
const failing = (answer: keyof typeof good, code: string): CubeFileRecord =>
  held(1, { answers: { ...(answer === 'inclusion' ? { notRevoked: 'revocation.not-included' } : {}), [answer]: code } })

/** What L2 says of each file, by its number; a file without an answer was not read. */
type Said = Record<number, CubeFileRecord | Answer>
const contextOf = (numbers: readonly number[], linked = memberContext.wallets) => ({
  ...memberContext,
  wallets: linked,
  ...(numbers.length > 0 ? { documents: Object.fromEntries(numbers.map((n) => [urn(n), file(n)])) } : {}),
})
const judge = (rule: object, said: Said, linked?: string[]) =>
  judgeInRounds(rule, (query) => answerTo(query, said), contextOf(Object.keys(said).map(Number), linked))
function answerTo(query: Query, said: Said): Answer {
  const [, found] = Object.entries(said).find(([n]) => query.type === 'evm.cube' && query.document === file(Number(n))) ?? []
  return found === undefined ? { records: [] } : 'records' in found ? found : { records: [found] }
}
const refused = (detail: string, more: object = {}): Answer => ({
  records: [],
  complete: false,
  problem: { reason: 'refused', retryable: false, detail, ...more },
})
const solana = 'solana:7EcDhSYGxXyscszYEp35KHN8vvw3svAuLKTzXwCFLtV'
const later = new Date((head.latest.time + 1) * 1000).toISOString()
const thisSecond = new Date(head.latest.time * 1000).toISOString()

const cases: [name: string, rule: object, said: Said, status: string, text?: string | undefined, next?: string][] = [
  ['any CUBE of the slot', cube(), { 1: held(1) }, 'pass', 'holds the CUBE “First steps” (quest 3)'],
  ['of a quest', cube({ quests: [0, 3] }), { 1: held(1) }, 'pass'],
  ['of a category', cube({ category: 'defi' }), { 1: held(1) }, 'pass'],
  ['two of them', cube({ count: 2 }), { 1: held(1), 2: held(2, { quest: 4 }) }, 'pass'],
  ['of a Solana wallet', cube(), { 1: held(1, { holder: solana }) }, 'pass'],
  ['one that stands beside one that does not', cube(), { 1: failing('signature', 'signature.mismatch'), 2: held(2) }, 'pass'],
  ['that expires in a second', cube(), { 1: held(1, { expiresAt: later, answers: { notExpired: 'expiry.ok' } }) }, 'pass'],
  ['the newest block, where that is enough', cube({}, { finality: 'latest' }), { 1: held(1, { block: head.latest }) }, 'pass'],
  [
    'only in the newest block',
    cube(),
    { 1: held(1, { final: false, block: head.latest }) },
    'pending',
    'the CUBE “First steps” (quest 3) stands in a block that is not final yet',
    'Nothing to do',
  ],
  ['said to be final in a block that is not', cube(), { 1: held(1, { block: head.latest }) }, 'pending'],
  ['one final, one not yet', cube({ count: 2 }), { 1: held(1), 2: held(2, { final: false, block: head.latest }) }, 'pending'],
  ['no file', cube(), {}, 'fail', undefined, 'Add the file of your CUBE of the slot 0xc0c0…c0c0 on Base.'],
  ['one of two', cube({ count: 2 }), { 1: held(1) }, 'fail', 'holds the CUBE “First steps” (quest 3)', '1 so far, 2 needed'],
  [
    'of somebody else',
    cube(),
    { 1: held(1, { holder: `eip155:${other}` }) },
    'fail',
    'the CUBE “First steps” (quest 3) belongs to the wallet 0xb0b0…b0b0, which is not linked',
    'Add the file',
  ],
  ['of nobody', cube(), { 1: held(1, { holder: '' }) }, 'fail'],
  [
    'of another quest',
    cube({ quests: [0, 4] }),
    { 1: held(1) },
    'fail',
    'the CUBE “First steps” (quest 3) is of another quest; needed: quest 0 or 4',
  ],
  [
    'of another category',
    cube({ category: 'nft' }),
    { 1: held(1) },
    'fail',
    'the CUBE “First steps” (quest 3) is of the category “defi”; needed: “nft”',
  ],
  ['revoked', cube(), { 1: failing('notRevoked', 'revocation.revoked') }, 'fail', 'the CUBE “First steps” (quest 3) was revoked'],
  ['expired this second', cube(), { 1: held(1, { expiresAt: thisSecond }) }, 'fail', 'the CUBE “First steps” (quest 3) has expired'],
  ['whose end is no time', cube(), { 1: held(1, { expiresAt: 'never' }) }, 'fail'],
  [
    'expired, as the verifier says',
    cube(),
    { 1: failing('notExpired', 'expiry.expired') },
    'fail',
    'the CUBE “First steps” (quest 3) has expired',
  ],
  ['not valid yet', cube(), { 1: failing('notExpired', 'expiry.early') }, 'fail', 'the CUBE “First steps” (quest 3) is not valid yet'],
  [
    'a changed file',
    cube(),
    { 1: failing('signature', 'signature.mismatch') },
    'fail',
    'CUBE #1: the file was changed after it was signed',
  ],
  [
    'a file without a signature',
    cube(),
    { 1: failing('signature', 'signature.missing') },
    'fail',
    'CUBE #1: the file carries no signature that can be checked',
  ],
  [
    'signed by a stranger',
    cube(),
    { 1: failing('signature', 'signature.not-vouched') },
    'fail',
    'CUBE #1: the file is signed by somebody whom the issuer of the quest does not vouch for',
  ],
  [
    'in no final batch',
    cube(),
    { 1: failing('inclusion', 'inclusion.not-final') },
    'fail',
    'CUBE #1: its slot knows no final batch with this CUBE',
  ],
  [
    'with a path that leads elsewhere',
    cube(),
    { 1: failing('inclusion', 'inclusion.credential') },
    'fail',
    'CUBE #1: what the file says is not what its slot holds',
  ],
  [
    'of an account that moved',
    cube(),
    { 1: failing('inclusion', 'inclusion.moved') },
    'fail',
    'CUBE #1: the account that holds this CUBE has moved to another one',
  ],
  ['an answer of a verifier that is newer than this judge', cube(), { 1: failing('signature', 'constructor') }, 'fail'],
  ['another CUBE than its name says', cube(), { 1: held(2) }, 'fail', 'CUBE #1: this is not the file of a CUBE'],
  ['a text that is no file', cube(), { 1: refused('no file of a CUBE') }, 'fail', 'CUBE #1: this is not the file of a CUBE'],
  ['the same CUBE twice', cube({ count: 2 }), { 1: held(1), 2: held(1) }, 'fail'],
  [
    'a batch since then that nobody understands',
    cube(),
    { 1: failing('notRevoked', 'revocation.unknown') },
    'error',
    undefined,
    'Save the file of your CUBE anew',
  ],
  [
    'a file that is too old',
    cube(),
    { 1: refused('the file is too old') },
    'error',
    'CUBE #1: this file is too old to be checked',
    'Save the file of your CUBE anew',
  ],
  [
    'a chain that is down',
    cube(),
    { 1: refused('', { reason: 'unreachable', retryable: true }) },
    'error',
    undefined,
    'The RPC of Base is down',
  ],
  ['endpoints that disagree', cube(), { 1: refused('a against b', { reason: 'disagree', retryable: true }) }, 'pending'],
  ['one endpoint where two must agree', cube(), { 1: refused('only a answers', { reason: 'quorum', retryable: true }) }, 'pending'],
  ['a contract that is no slot', cube(), { 1: refused('refused') }, 'error', undefined, 'Base cannot answer this question'],
  ['one of two that was not read', cube({ count: 2 }), { 1: held(1), 2: refused('', { retryable: true }) }, 'error'],
  ['an answer without a record', cube(), { 1: { records: [] } }, 'error'],
]

describe('CUBEs of another slot', () => {
  it.each(cases)('%s', (_name, rule, said, status, text, next) => {
    const { trace } = judge(rule, said, [...memberContext.wallets, solana])
    expect(trace.status).toBe(status)
    if (text) expect(trace.seen[0]?.text.en).toBe(text)
    if (next) expect(trace.next?.en).toContain(next)
    for (const { en, ja } of [trace.wanted, ...trace.seen.map((one) => one.text), ...(trace.next ? [trace.next] : [])]) {
      expect(en.trim()).not.toBe('')
      expect(/[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u.test(ja)).toBe(true)
    }
    if (status !== 'pass') expect(trace.seen.length > 0 || trace.next !== undefined).toBe(true)
  })

  it('asks about the files of that slot, ten at most, at the finality of the rule', () => {
    const rule = parseRule(cube({ slot: getAddress(slot) }, { finality: 'safe' }))
    const documents = {
      [urn(1)]: file(1),
      [urn(2, other)]: file(2),
      [`urn:cairn:eip155:1:${slot}:credential:3`]: file(3),
      [`urn:cairn:${chain}:${slot}1:credential:4`]: file(4),
    }
    const { asked } = judgeInRounds(rule, () => ({ records: [] }), { ...memberContext, documents } as never)
    expect(asked).toEqual([[{ type: 'evm.cube', chain, rollup: slot, document: file(1), at: 'safe' }]])
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [n, held(n)]))
    expect(judge(cube(), many).asked[0]).toHaveLength(10)
    expect(judge(cube(), {}).asked).toEqual([])
  })

  it('is looked at again by the clock, and when a batch of that slot becomes final', () => {
    const [queries = []] = judge(cube(), { 1: held(1) }).asked
    const { chains, everyMs } = watchOf(queries)
    expect(everyMs).toBe(15_000)
    expect([...(chains.get(chain)?.anyone ?? [])]).toEqual([
      `${slot}|${toEventSelector(getAbiItem({ abi: rollupAbi, name: 'BatchFinal' }))}`,
    ])
  })

  it('takes no answer to another question', () => {
    const { items, rule } = judge(cube(), { 1: held(1) })
    const context = contextOf([1])
    for (const change of [{ document: file(2) }, { rollup: other }, { chain: 'eip155:1' }, { at: 'latest' }]) {
      const foreign = items.map((item) => ({ ...item, query: { ...item.query, ...change } }) as never)
      expect(judgeEvidence(rule, { context }, [{ path: '', items: foreign }]).verdict.status).toBe('error')
    }
  })

  it('says what is wanted, in both languages', () => {
    const wanted = (more: object) => judge(cube(more), {}).trace.wanted
    expect(wanted({})).toEqual({
      en: 'Hold a CUBE of the slot 0xc0c0…c0c0 on Base',
      ja: 'Base のスロット 0xc0c0…c0c0 の CUBE を保有する',
    })
    expect(wanted({ quests: [3], category: 'defi' })).toEqual({
      en: 'Hold a CUBE of quest 3 of the category “defi” of the slot 0xc0c0…c0c0 on Base',
      ja: 'Base のスロット 0xc0c0…c0c0 のクエスト 3 のカテゴリー「defi」の CUBE を保有する',
    })
    expect(wanted({ quests: [0, 3, 7], count: 2, name: { en: 'Aurora', ja: 'オーロラ' } })).toEqual({
      en: 'Hold 2 CUBEs of quest 0, 3 or 7 of Aurora on Base',
      ja: 'Base の「オーロラ」のクエスト 0、3、7 のいずれかの CUBE を 2 個保有する',
    })
  })

  it.each([
    [{ ...cube(), chain: undefined }, 'chain'],
    [cube({}, { chain: 'eip155:999999' }), 'chain'],
    [cube({}, { chain: 'solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp' }), 'chain'],
    [cube({ slot: '0x12' }), 'params.slot'],
    [cube({ slot: `0x${'0'.repeat(40)}` }), 'params.slot'],
    [cube({ quest: 'first-steps' }), 'params.quest'],
    [cube({ quests: [] }), 'params.quests'],
    [cube({ quests: [1, 1] }), 'params.quests'],
    [cube({ quests: [-1] }), 'params.quests.0'],
    [cube({ quests: [8192] }), 'params.quests.0'],
    [cube({ quests: [1.5] }), 'params.quests.0'],
    [cube({ count: 11 }), 'params.count'],
    [cube({ unknown: 1 }), 'params.unknown'],
    [{ kind: 'attestation', params: { type: 'cube', quests: [1] } }, 'params.quests'],
    [{ kind: 'attestation', params: { type: 'cube', name: { en: 'a', ja: 'あ' } } }, 'params.name'],
  ])('refuses %#', (leaf, field) => expect(refusedAt(leaf)).toBe(field))

  it('warns where any quest counts, and of a window that says nothing', () => {
    const codes = (params: object, leaf?: object) =>
      kindOf('attestation')
        .lint(params as never, leaf)
        .map(({ code }) => code)
    expect(codes({ type: 'cube', slot })).toEqual(['any-quest'])
    expect(codes({ type: 'cube', slot, quests: [1] })).toEqual([])
    expect(codes({ type: 'cube', slot, quests: [1] }, { window: { from: 'quest-start' } })).toEqual(['window-ignored'])
    expect(codes({ type: 'cube' })).toEqual([])
  })

  it('binds every byte of what was read, and passes on nothing that was changed in substance', () => {
    const rule = cube({ quests: [3], category: 'defi' })
    const { items, digest, rule: parsed } = judge(rule, { 1: held(1, { expiresAt: later, answers: { notExpired: 'expiry.ok' } }) })
    const context = contextOf([1])
    fc.assert(
      fc.property(mutated(items.map(({ records }) => records)), (records) => {
        const changed = items.map((item, index) => ({ ...item, records: records[index] }) as never)
        const again = judgeEvidence(parsed, { context }, [{ path: '', items: changed }])
        expect(again.digest).not.toBe(digest)
        if (again.verdict.status !== 'pass') return
        // A pass rests on these: what else a record says is shown, and bound by the digest.
        const [[found]] = records as [[CubeFileRecord]]
        expect(found).toMatchObject({ credentialId: urn(1), quest: 3, category: 'defi', holder: `eip155:${me}`, final: true })
        expect(found.answers).toEqual({ ...good, notExpired: 'expiry.ok' })
      }),
      { numRuns: 500 },
    )
  }, 30_000)

  it('never throws, nor passes, on answers that nobody gives', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom(...Object.values(good)))
    const record = fc.record({
      ...{ credentialId: fc.oneof(fc.string(), fc.constant(urn(1))), name: fc.string(), quest: fc.nat(), category: fc.string() },
      ...{ holder: fc.oneof(fc.string(), fc.constant(`eip155:${me}`)), issuedAt: fc.string(), expiresAt: fc.option(fc.string()) },
      answers: fc.record({ signature: text, inclusion: text, notRevoked: fc.string(), notExpired: text }),
      ...{ final: fc.boolean(), block: fc.constant(head.finalized) },
    })
    fc.assert(
      fc.property(record, (found) => {
        expect(['fail', 'error']).toContain(judge(cube(), { 1: found }).status)
      }),
    )
  }, 30_000)
})

describe('the bundle', () => {
  it('holds each file twice: among what the member added, and in the question', () => {
    const { bundle } = judge(cube(), { 1: held(1) })
    expect(JSON.stringify(bundle).split(JSON.stringify(file(1))).length - 1).toBe(2)
  })

  it('binds the files themselves', () => {
    const leaf = cube()
    const first = judge(leaf, { 1: held(1) })
    const changed = { ...contextOf([1]), documents: { [urn(1)]: file(2) } }
    const again = judgeEvidence(first.rule, { context: changed }, [{ path: '', items: first.items }])
    expect(again.digest).not.toBe(first.digest)
    expect(again.verdict.status).toBe('error')
  })
})
