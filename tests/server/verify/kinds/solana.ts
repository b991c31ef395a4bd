import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Query, SolanaInstruction } from '#server/verify/query.ts'
import { parseRule } from '#server/verify/rule.ts'
import { judgeEvidence } from '#server/verify/run.ts'
import { type Given, judgeLeaf, me, second, solMe, solOther } from './cases.ts'

export const solChain = 'solana:localnet'
export const solSecond = '4vJ9JU1bJJE96FWSJKvHsmmFADCg4gpZQff4P3bkLKi'
export const program = 'MemoSq4gqABAXKb96qnH8TysNcWxMyWCqXgDLGmfcHr'
export const mint = 'EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v'
export const sol = 1_000_000_000n
export const bothWallets = [`eip155:${me}`, `eip155:${second}`, `solana:${solMe}`, `solana:${solSecond}`]

/** Name, rule, evidence, status, first sentence. */
export type Case = [string, object, Given, string, string?]

/** Judges every case; a verdict that is no pass says why or what to do. */
export function runCases(cases: readonly Case[]) {
  it.each(cases as Case[])('%s', (_name, rule, given, status, seen) => {
    const { verdict } = judgeLeaf(rule, given)
    expect(verdict.status).toBe(status)
    if (seen !== undefined) expect(verdict.trace.seen[0]?.text.en).toBe(seen)
    for (const { text } of verdict.trace.seen) expect(text.ja).not.toBe('')
    if (verdict.status === 'error' || verdict.status === 'pending') expect(verdict.trace.next).toBeDefined()
  })
}

export const instruction = (data: string, accounts: string[] = [], more: Partial<SolanaInstruction> = {}): SolanaInstruction => ({
  index: 0,
  depth: 1,
  programId: program,
  accounts,
  data,
  ...more,
})

const text = fc.oneof(fc.string(), fc.constantFrom('90', '-1', '1e9', '0x', '0x02', solMe, solOther, mint, program))
const inBlock = { blockNumber: fc.nat(200).map(String), blockHash: text, blockTime: fc.integer(), txHash: text }
const amount = fc.oneof(text, fc.bigInt({ min: 0n, max: 2n ** 64n }).map(String))
const block = fc.record({ number: fc.nat(200).map(String), hash: text, time: fc.integer() })
const hexText = fc
  .uint8Array({ maxLength: 80 })
  .map((bytes) => `0x${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`)

/** Records of the right shape with anything in them. Nobody signed, nothing is at an address that a query asks for. */
export const strangeRecords = {
  transactions: fc.record({
    ...inBlock,
    success: fc.boolean(),
    signers: fc.array(fc.constantFrom(solOther, mint, '')),
    writable: fc.array(text),
    instructions: fc.array(
      fc.record({
        index: fc.nat(),
        depth: fc.nat(),
        programId: fc.constantFrom(program, mint),
        accounts: fc.array(text),
        data: fc.oneof(text, hexText),
      }),
    ),
    transfers: fc.array(fc.record({ source: text, destination: fc.constantFrom(solOther, ''), amount, mint: text })),
    changes: fc.array(fc.record({ amount, mint: fc.constantFrom(solOther, program) })),
  }),
  tokens: fc.record({
    account: text,
    program: text,
    owner: fc.constantFrom(solOther, ''),
    mint: text,
    amount,
    frozen: fc.boolean(),
    block,
  }),
  account: fc.record({
    address: fc.constantFrom(solOther, ''),
    owner: fc.option(text),
    lamports: amount,
    data: fc.oneof(text, hexText),
    block,
  }),
}

/** Whatever is found: a verdict, and never a pass on what is not the member's. */
export function neverPasses(rules: readonly object[], records: fc.Arbitrary<unknown>) {
  it('never throws nor passes on what is not of the member', () => {
    fc.assert(
      fc.property(fc.constantFrom(...rules), fc.array(records, { maxLength: 4 }), (rule, found) => {
        expect(['fail', 'pending', 'error']).toContain(judgeLeaf(rule, { records: found }).verdict.status)
      }),
      { numRuns: 100 },
    )
  })

  it('does not take evidence of another chain', () => {
    for (const rule of rules) {
      const { bundle } = judgeLeaf(rule, {})
      const parsed = parseRule(rule)
      const elsewhere = bundle.leaves.map(({ path, items }) => ({
        path,
        items: items.map((item) => ({ ...item, query: { ...item.query, chain: 'solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp' } as Query })),
      }))
      expect(judgeEvidence(parsed, { context: bundle.context }, elsewhere as typeof bundle.leaves).verdict.status).not.toBe('pass')
    }
  })
}

/** A passing bundle: a changed value anywhere in its records changes its digest, and what does not pass any more says so. */
export function everyByteCounts(rule: object, given: Given) {
  it('changes its digest with every value of its evidence', () => {
    const { bundle, digest, verdict } = judgeLeaf(rule, given)
    expect(verdict.status).toBe('pass')
    const whole = JSON.stringify(bundle.leaves)
    // Keys of objects are passed over.
    const places = [...whole.matchAll(/"(?:[^"\\]|\\.)*":?|\b\d+\b|\btrue\b|\bfalse\b/g)].filter(([found]) => !found.endsWith(':'))
    fc.assert(
      fc.property(fc.constantFrom(...places), (place) => {
        const other = mutated(place[0])
        const leaves = JSON.parse(whole.slice(0, place.index) + other + whole.slice(place.index + place[0].length)) as typeof bundle.leaves
        // Facts are made anew from the records.
        const changed = judgeEvidence(parseRule(rule), { context: bundle.context }, leaves)
        const inFacts = place.index > whole.indexOf('"facts":')
        if (!inFacts) expect(changed.digest).not.toBe(digest)
      }),
      { numRuns: 100 },
    )
  })
}

function mutated(value: string): string {
  if (value === 'true' || value === 'false') return value === 'true' ? 'false' : 'true'
  if (!value.startsWith('"')) return String(Number(value) + 1)
  const inner = value.slice(1, -1)
  if (/^\d+$/.test(inner)) return `"${BigInt(inner) + 1n}"`
  return `"${inner}x"`
}
