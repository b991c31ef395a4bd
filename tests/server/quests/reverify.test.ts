import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDefinition } from '#server/quests/definition.ts'
import { type EvidenceFile, rulesHashOf, writeEvidenceFile } from '#server/quests/evidenceFile.ts'
import { replayFile, replayOnline } from '#server/quests/reverify.ts'
import { canonicalDigest, canonicalJson } from '#server/shared/canonical.ts'
import { isCairnError } from '#server/shared/errors.ts'
import type { EvidenceItem, Query } from '#server/verify/query.ts'
import { judgeEvidence, planRule } from '#server/verify/run.ts'
import { definition as sample } from '#tests/support/questFixture.ts'
import { chain, contract, head, log, me } from '../verify/kinds/cases.ts'

const signature = 'event Deposit(address indexed dst, uint256 wad)'
const deposit = {
  kind: 'evm.event',
  chain,
  params: { addresses: [contract], event: signature, claimant: 'dst', where: [{ arg: 'wad', op: 'gte', value: '5' }] },
}
const quiz = sample().steps[0]
const definition = parseDefinition({
  ...sample(),
  steps: [quiz, { id: 'wrap', title: { en: 'Wrap', ja: 'ラップする' }, rule: deposit }],
})
const context = {
  accountId: 'a',
  wallets: [`eip155:${me}`],
  questStart: '2027-01-15T08:00:00Z',
  joinedAt: '2027-01-15T08:00:00Z',
  version: 1,
}
const record = log(90, signature, { dst: me, wad: 7n })
const answer = (query: Query): EvidenceItem =>
  ({ query, records: [record], head, toBlock: head.latest.number, complete: true, providers: ['a', 'b'] }) as EvidenceItem

function fileOf(): string {
  const rule = definition.steps[1]?.rule
  if (!rule) throw new Error('no such step')
  const evidence = planRule(rule, context).map(({ path, queries }) => ({ path, items: queries.map(answer) }))
  const { bundle, digest, verdict } = judgeEvidence(rule, { context }, evidence)
  expect(verdict.status).toBe('pass')
  const steps = { quiz: canonicalDigest('what the member answered'), wrap: digest }
  const completion = { kind: 'quest' as const, quest: 'learn-and-wrap', version: 1, rulesHash: rulesHashOf(definition), steps }
  return writeEvidenceFile({ completion, definition, bundles: new Map([['wrap', bundle]]) })
}

const text = fileOf()
const code = (work: () => unknown): string => {
  try {
    work()
    return 'no error'
  } catch (error) {
    return isCairnError(error) ? error.code : `threw ${error}`
  }
}

describe('evidence file', () => {
  it('is judged again from nothing but itself', () => {
    const replay = replayFile(text)
    const completion = (JSON.parse(text) as EvidenceFile).completion
    expect(replay.evidenceDigest).toBe(canonicalDigest(completion))
    expect(replay.steps.map(({ step, result }) => [step, result])).toEqual([
      ['quiz', 'secret'],
      ['wrap', 'agrees'],
    ])
  })

  it('holds no answer of a quiz', () => {
    expect(text).not.toContain('"answer"')
    expect(text).not.toContain('salt')
    expect(text).not.toContain('"choices"')
  })

  it('is found to be changed, whatever byte of it is (every third, beginning anywhere)', () => {
    const digest = replayFile(text).evidenceDigest
    for (let at = Date.now() % 3; at < text.length; at += 3) {
      const other = text[at] === '7' ? '8' : '7'
      const changed = text.slice(0, at) + other + text.slice(at + 1)
      // What the credential itself carries can be changed consistently only by changing the digest that the credential binds.
      const found = code(() => {
        if (replayFile(changed).evidenceDigest !== digest) throw new TypeError('another credential')
      })
      expect(['evidence.malformed', 'threw TypeError: another credential'], `at ${at}: ${text.slice(at - 20, at + 20)}`).toContain(found)
    }
  }, 60_000)

  it('is never read with an exception of another kind', () => {
    const mutate = (value: unknown, path: number[], to: unknown): unknown => {
      if (path.length === 0 || value === null || typeof value !== 'object') return to
      const keys = Object.keys(value)
      const key = keys[(path[0] ?? 0) % Math.max(1, keys.length)]
      if (key === undefined) return to
      const copy: Record<string, unknown> = Array.isArray(value) ? ([...value] as never) : { ...value }
      copy[key] = mutate(copy[key], path.slice(1), to)
      return copy
    }
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 1, maxLength: 6 }), fc.jsonValue(), (path, to) => {
        const changed = canonicalJson(mutate(JSON.parse(text), path, to))
        if (changed === text) return
        const found = code(() => replayFile(changed))
        expect(['evidence.malformed', 'quest.malformed', 'no error']).toContain(found)
        if (found === 'no error') expect(replayFile(changed).evidenceDigest).not.toBe(replayFile(text).evidenceDigest)
      }),
      { numRuns: 150 },
    )
  })

  it.each([
    ['no JSON', 'not json'],
    ['null', 'null'],
    ['another format', '{"format":"x"}'],
    ['a space more', ` ${text}`],
  ])('refuses %s', (_name, given) => expect(code(() => replayFile(given))).toBe('evidence.malformed'))
})

describe('judging again with fresh reads', () => {
  const readerOf = (given: (query: Query) => EvidenceItem) => ({
    evidence: { read: async (queries: readonly Query[]) => queries.map(given) },
  })

  it('agrees, differs or was not read', async () => {
    const results = async (given: (query: Query) => EvidenceItem) =>
      (await replayOnline(readerOf(given), text)).steps.map(({ result }) => result)
    expect(await results(answer)).toEqual(['secret', 'agrees'])
    expect(await results((query) => ({ ...answer(query), records: [] }) as EvidenceItem)).toEqual(['secret', 'differs'])
    const moved = { ...record, blockHash: `0x${'9'.repeat(64)}` }
    expect(await results((query) => ({ ...answer(query), records: [moved] }) as EvidenceItem)).toEqual(['secret', 'differs'])
    const problem = { reason: 'unreachable' as const, retryable: true, detail: '' }
    expect(await results((query) => ({ query, records: [], complete: false, providers: [], problem }) as EvidenceItem)).toEqual([
      'secret',
      'unread',
    ])
  })
})
