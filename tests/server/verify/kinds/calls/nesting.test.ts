import fc from 'fast-check'
import type { Hex } from 'viem'
import { describe, expect, it } from 'vitest'
import { callsOf } from '#server/verify/kinds/calls/madeCalls.ts'
import type { RawLog } from '#server/verify/query.ts'
import { call as record } from '../cases.ts'
import {
  account,
  batch,
  entryPoint7,
  handleOps,
  multicall3,
  multiSendCallOnly,
  operationLog,
  type Plain,
  safeExec,
  safeLog,
  selfMulticall,
} from './encode.ts'

const address = (byte: string) => `0x${byte.repeat(20)}` as Hex
const [eoa, safe, smart, stranger] = [address('a1'), address('5a'), address('4e'), address('b0')]
const wallets = [eoa, safe, smart]

type Leaf = { to: Hex; value: bigint; data: Hex }
type Certainty = 'sure' | 'may-fail'
/** Calls, and what they are wrapped in from the inside out. */
type Nest =
  | { how: 'leaf'; leaf: Leaf }
  | { how: 'self'; form: keyof typeof selfMulticall; to: Hex; value: bigint; inputs: Hex[] }
  | { how: 'batch'; form: 'aggregate' | 'tryAggregate' | 'aggregate3' | 'aggregate3Value'; certainty: Certainty; nests: Nest[] }

const leaf = fc.record({
  to: fc.constantFrom(address('c0'), address('c1')),
  value: fc.bigInt({ min: 0n, max: 9n }),
  data: fc.uint8Array({ minLength: 4, maxLength: 70 }).map((bytes) => `0x0a${Buffer.from(bytes).toString('hex')}` as Hex),
})
const nest: fc.Memo<Nest> = fc.memo((depth) => {
  const plain = leaf.map((one): Nest => ({ how: 'leaf', leaf: one }))
  const self = fc.record({
    how: fc.constant('self' as const),
    form: fc.constantFrom('plain', 'deadline', 'blockhash'),
    to: fc.constantFrom(address('c0'), address('c1')),
    value: fc.bigInt({ min: 0n, max: 9n }),
    inputs: fc.array(
      leaf.map(({ data }) => data),
      { minLength: 1, maxLength: 3 },
    ),
  })
  if (depth <= 1) return fc.oneof(plain, self)
  const wrapped = fc.record({
    how: fc.constant('batch' as const),
    form: fc.constantFrom('aggregate', 'tryAggregate', 'aggregate3', 'aggregate3Value'),
    certainty: fc.constantFrom<Certainty>('sure', 'sure', 'may-fail'),
    nests: fc.array(nest(depth - 1), { maxLength: 3 }),
  })
  return fc.oneof(plain, self, wrapped)
})

/** What a wrapping does to a call, and the calls that must be found in it. */
type Built = { call: Plain; expected: { to: Hex; value: bigint; data: Hex; sure: boolean }[] }

function build(one: Nest): Built {
  if (one.how === 'leaf') return { call: one.leaf, expected: [{ ...one.leaf, sure: true }] }
  if (one.how === 'self') {
    const { to, value, inputs } = one
    return { call: { to, value, data: selfMulticall[one.form](inputs) }, expected: inputs.map((data) => ({ to, value, data, sure: true })) }
  }
  const inner = one.nests.map(build)
  const calls = inner.map(({ call }) => call)
  const mayFail = one.certainty === 'may-fail' && one.form !== 'aggregate'
  const data = one.form === 'aggregate' ? batch.aggregate(calls) : batch[one.form](calls, mayFail)
  // Only aggregate3Value passes values on.
  const expected = inner.flatMap((built) =>
    built.expected.map((found) => ({ ...found, value: carried(found, built, one.form), sure: found.sure && !mayFail })),
  )
  return { call: { to: multicall3, value: 0n, data }, expected }
}

/** The value of a call that stands directly in a batch is lost when the batch passes none on; deeper ones have their own. */
function carried(found: { to: Hex; value: bigint; data: Hex }, { call }: Built, form: string): bigint {
  const isOuter = call.to !== multicall3
  return isOuter && form !== 'aggregate3Value' ? 0n : found.value
}

const accountForms = {
  one: ['execute', 'operation', 'tuple', 'single'],
  many: ['lists', 'tuples', 'batch'],
} as const
type Wrapping =
  | { by: 'eoa'; success: boolean }
  | { by: 'safe'; multiSend: boolean; ends: 'success' | 'failure' | 'silent' }
  | { by: 'operation'; form: string; success: boolean; others: number }

const wrapping: fc.Arbitrary<Wrapping> = fc.oneof(
  fc.record({ by: fc.constant('eoa' as const), success: fc.boolean() }),
  fc.record({ by: fc.constant('safe' as const), multiSend: fc.boolean(), ends: fc.constantFrom('success', 'failure', 'silent') }),
  fc.record({
    by: fc.constant('operation' as const),
    form: fc.constantFrom(...accountForms.one, ...accountForms.many),
    success: fc.boolean(),
    others: fc.integer({ min: 0, max: 3 }),
  }),
)

/** The transaction around some calls of one wallet. */
function around(
  how: Wrapping,
  calls: readonly Plain[],
): { call: Plain; from: Hex; wallet: Hex; success: boolean; sure: boolean; logs: RawLog[] } {
  const [first = { to: address('c0'), value: 0n, data: '0x' as const }] = calls
  if (how.by === 'eoa') return { call: first, from: eoa, wallet: eoa, success: how.success, sure: how.success, logs: [] }
  if (how.by === 'safe') {
    const data = how.multiSend ? safeExec({ to: multiSendCallOnly, value: 0n, data: batch.multiSend(calls) }, 1) : safeExec(first)
    const logs = how.ends === 'silent' ? [] : [safeLog(safe, how.ends === 'success')]
    return { call: { to: safe, value: 0n, data }, from: stranger, wallet: safe, success: true, sure: how.ends === 'success', logs }
  }
  const many = how.form === 'lists' || how.form === 'tuples' || how.form === 'batch'
  const data = account[how.form as 'execute'](many ? calls : [first])
  const mine = { sender: smart, nonce: 5n, data }
  const others = Array.from({ length: how.others }, (_, index) => ({
    sender: index === 0 ? smart : stranger,
    nonce: BigInt(index),
    data: '0x12345678' as const,
  }))
  const operations = [...others, mine]
  const logs = operations.map((operation, index) => operationLog(entryPoint7, operation, operation === mine ? how.success : true, index))
  return {
    call: { to: entryPoint7, value: 0n, data: handleOps.seven(operations) },
    from: stranger,
    wallet: smart,
    success: true,
    sure: how.success,
    logs,
  }
}

/** How many of the calls a wrapping has room for. */
const holds = (how: Wrapping) =>
  how.by === 'safe' ? how.multiSend : how.by === 'operation' && !(accountForms.one as readonly string[]).includes(how.form)

describe('any nesting', () => {
  it('gives exactly the calls that were made, and as sure only those that surely went well', () => {
    fc.assert(
      fc.property(wrapping, fc.array(nest(3), { minLength: 1, maxLength: 4 }), (how, nests) => {
        const built = (holds(how) ? nests : nests.slice(0, 1)).map(build)
        const outer = around(
          how,
          built.map(({ call }) => call),
        )
        const { to, value, data } = outer.call
        const one = {
          ...record(90, 'function f()', []),
          from: outer.from,
          to,
          input: data,
          value: value.toString(),
          success: outer.success,
          accountLogs: outer.logs,
        }
        const { calls, rest } = callsOf(one, wallets)
        const found = calls.filter(({ opened }) => opened === undefined)
        expect(rest).toBe(false)
        expect(found.every(({ wallet }) => wallet === outer.wallet)).toBe(true)
        expect(found.map((call) => [call.to, call.value, `0x${call.input}`, call.outcome === 'success'])).toEqual(
          built.flatMap(({ expected }) => expected).map((call) => [call.to, call.value, call.data, call.sure && outer.sure]),
        )
      }),
      { numRuns: 300 },
    )
  })

  it('gives nothing to somebody else', () => {
    fc.assert(
      fc.property(wrapping, fc.array(nest(2), { minLength: 1, maxLength: 2 }), (how, nests) => {
        const outer = around(
          how,
          nests.map(build).map(({ call }) => call),
        )
        const { to, value, data } = outer.call
        const one = {
          ...record(90, 'function f()', []),
          from: outer.from,
          to,
          input: data,
          value: value.toString(),
          accountLogs: outer.logs,
        }
        expect(callsOf(one, [address('dd')]).calls).toEqual([])
      }),
    )
  })
})
