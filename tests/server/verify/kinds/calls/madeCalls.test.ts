import fc from 'fast-check'
import { type Hex, toHex } from 'viem'
import { describe, expect, it } from 'vitest'
import { callLimits, callsOf } from '#server/verify/kinds/calls/madeCalls.ts'
import type { RawLog, TransactionRecord } from '#server/verify/query.ts'
import { cpuTime } from '#tests/support/cpuTime.ts'
import { call as record } from '../cases.ts'
import {
  account,
  batch,
  entryPoint6,
  entryPoint7,
  handleOps,
  multicall3,
  multiSendCallOnly,
  type Operation,
  operationLog,
  type Plain,
  safeExec,
  safeLog,
  selfMulticall,
} from './encode.ts'

const address = (byte: string) => `0x${byte.repeat(20)}` as Hex
const [eoa, safe, smart, stranger, target] = [address('a1'), address('5a'), address('4e'), address('b0'), address('c0')]
const wallets = [eoa, safe, smart]

function transaction(call: Plain, more: Partial<TransactionRecord> = {}): TransactionRecord {
  return { ...record(90, 'function f()', []), from: eoa, to: call.to, input: call.data, value: call.value.toString(), ...more }
}

/** Calls that hold no others, in short. */
const ends = (one: TransactionRecord) =>
  callsOf(one, wallets)
    .calls.filter(({ opened }) => opened === undefined)
    .map(({ wallet, to, value, input, outcome }) => ({ wallet, to, value, data: `0x${input}`, outcome }))

const plain = (data: Hex = '0xaabbccdd', value = 0n, to: Hex = target): Plain => ({ to, value, data })

describe('calls of one transaction', () => {
  it('are the transaction itself when it holds no others', () => {
    expect(ends(transaction(plain('0x', 5n)))).toEqual([{ wallet: eoa, ...plain('0x', 5n), outcome: 'success' }])
    expect(ends(transaction(plain(), { success: false }))).toMatchObject([{ outcome: 'failed' }])
    expect(ends(transaction(plain(), { from: stranger }))).toEqual([])
    expect(ends(transaction(plain(), { to: '', created: target }))).toEqual([])
  })

  it('are found in all forms of a self-multicall, each with the whole value', () => {
    for (const make of Object.values(selfMulticall)) {
      const { calls } = callsOf(transaction(plain(make(['0x11223344', '0x55667788']), 7n)), wallets)
      expect(calls.map(({ value, shares, to, opened }) => [value, shares, to, opened])).toEqual([
        [7n, undefined, target, 'shared'],
        [7n, 0, target, undefined],
        [7n, 0, target, undefined],
      ])
      expect(calls.slice(1).map(({ input }) => input)).toEqual(['11223344', '55667788'])
    }
  })

  it('prove nothing when Multicall3 lets them fail', () => {
    const calls = [plain('0x11223344', 1n), plain('0x55667788', 2n)]
    const through = (data: Hex) => ends(transaction({ to: multicall3, value: 3n, data })).map(({ outcome, value }) => [outcome, value])
    expect(through(batch.aggregate(calls))).toEqual([
      ['success', 0n],
      ['success', 0n],
    ])
    expect(through(batch.aggregate3Value(calls, false))).toEqual([
      ['success', 1n],
      ['success', 2n],
    ])
    expect(through(batch.aggregate3(calls, true))).toEqual([
      ['unproven', 0n],
      ['unproven', 0n],
    ])
    expect(through(batch.tryAggregate(calls, true))).toEqual([
      ['unproven', 0n],
      ['unproven', 0n],
    ])
    expect(through(batch.tryAggregate(calls, false))).toEqual([
      ['success', 0n],
      ['success', 0n],
    ])
  })

  it('are a Safe’s own, whoever sent the transaction, and end as its log says', () => {
    const sent = (data: Hex, accountLogs: RawLog[]) =>
      ends(transaction({ to: safe, value: 0n, data }, { from: stranger, accountLogs })).map(({ wallet, outcome, value }) => [
        wallet,
        outcome,
        value,
      ])
    const inner = plain('0x11223344', 4n)
    expect(sent(safeExec(inner), [safeLog(safe, true)])).toEqual([[safe, 'success', 4n]])
    expect(sent(safeExec(inner), [safeLog(safe, false)])).toEqual([[safe, 'failed', 4n]])
    expect(sent(safeExec(inner), [])).toEqual([[safe, 'unproven', 4n]])
    expect(sent(safeExec(inner), [safeLog(stranger, true)])).toEqual([[safe, 'unproven', 4n]])
    const multiSend = plain(batch.multiSend([inner, plain('0x', 5n)]), 0n, multiSendCallOnly)
    expect(sent(safeExec(multiSend, 1), [safeLog(safe, true)])).toEqual([
      [safe, 'success', 4n],
      [safe, 'success', 5n],
    ])
    // Code run in place of the Safe is no call, and a "MultiSend" that somebody wrote may do nothing.
    expect(sent(safeExec(inner, 1), [safeLog(safe, true)])).toEqual([])
    expect(sent(safeExec({ ...multiSend, to: stranger }, 1), [safeLog(safe, true)])).toEqual([])
  })

  it('believe two transactions of one Safe only when both went well', () => {
    const twice = [safeExec(plain('0x11223344')), safeExec(plain('0x55667788'))].map((data) => plain(data, 0n, safe))
    const sent = (accountLogs: RawLog[]) => ends(transaction({ to: multicall3, value: 0n, data: batch.aggregate(twice) }, { accountLogs }))
    const outcomes = (...logs: boolean[]) =>
      sent(logs.map((success, index) => safeLog(safe, success, index)))
        .filter(({ wallet }) => wallet === safe)
        .map(({ outcome }) => outcome)
    expect(outcomes(true, true)).toEqual(['success', 'success'])
    expect(outcomes(true, false)).toEqual(['unproven', 'unproven'])
    expect(outcomes(true)).toEqual(['unproven', 'unproven'])
    expect(outcomes(true, true, true)).toEqual(['unproven', 'unproven'])
  })

  it('are the account’s, not the bundler’s, each operation by its own log', () => {
    const operations: Operation[] = [
      { sender: smart, nonce: 7n, data: account.execute([plain('0x11223344', 1n)]) },
      { sender: smart, nonce: 8n, data: account.execute([plain('0x55667788', 2n)]) },
      { sender: stranger, nonce: 7n, data: account.execute([plain('0x99999999', 3n)]) },
    ]
    for (const [entryPoint, make] of [
      [entryPoint6, handleOps.six],
      [entryPoint7, handleOps.seven],
    ] as const) {
      const logs = [
        operationLog(entryPoint, { sender: smart, nonce: 8n }, true, 0),
        operationLog(entryPoint, { sender: smart, nonce: 7n }, false, 1),
      ]
      const made = (accountLogs: RawLog[]) =>
        ends(transaction({ to: entryPoint, value: 0n, data: make(operations) }, { from: stranger, accountLogs })).map(
          ({ wallet, data, value, outcome }) => [wallet, data, value, outcome],
        )
      expect(made(logs)).toEqual([
        [smart, '0x11223344', 1n, 'failed'],
        [smart, '0x55667788', 2n, 'success'],
      ])
      expect(made([]).map(([, , , outcome]) => outcome)).toEqual(['unproven', 'unproven'])
    }
    const fake = transaction({ to: stranger, value: 0n, data: handleOps.six(operations) }, { from: stranger })
    expect(ends(fake)).toEqual([])
  })

  it('are found in the functions of all kinds of accounts', () => {
    const [a, b] = [plain('0x11223344', 1n), plain('0x55667788', 2n)]
    const made = (data: Hex) =>
      ends(transaction({ to: smart, value: 0n, data }, { from: stranger })).map(({ data, value, outcome }) => [data, value, outcome])
    const [one, two] = [
      ['0x11223344', 1n, 'success'],
      ['0x55667788', 2n, 'success'],
    ]
    for (const make of [account.execute, account.operation, account.tuple, account.single]) expect(made(make([a]))).toEqual([one])
    for (const make of [account.lists, account.tuples, account.batch]) expect(made(make([a, b]))).toEqual([one, two])
    expect(made(account.data([a, b]))).toEqual([
      ['0x11223344', 0n, 'success'],
      ['0x55667788', 0n, 'success'],
    ])
    expect(made(account.batch([a, b], true)).map(([, , outcome]) => outcome)).toEqual(['unproven', 'unproven'])
    expect(made(account.single([a], true)).map(([, , outcome]) => outcome)).toEqual(['unproven'])
    // ERC-7579: a delegate call is no call.
    expect(made(`${account.single([a]).slice(0, 10)}ff${account.single([a]).slice(12)}` as Hex)).toEqual([])
  })
})

const word = (value: number) => value.toString(16).padStart(64, '0')

describe('hostile input', () => {
  const timed = (one: TransactionRecord) => {
    const { result, ms } = cpuTime(() => callsOf(one, wallets))
    return { ...result, ms }
  }

  it('is followed only so deep', () => {
    // Encoding nested data anew for each level would take quadratic time: the innermost levels are what they are.
    let data: Hex = '0x11223344'
    for (let depth = 0; depth < 200; depth++) data = selfMulticall.plain([data])
    const { calls, rest, ms } = timed(transaction(plain(data)))
    expect(calls).toHaveLength(callLimits.depth + 1)
    expect(rest).toBe(true)
    expect(ms).toBeLessThan(100)
  })

  it('of ten thousand levels or a megabyte takes little time', () => {
    const level = `ac9650d8${word(0x20)}${word(1)}${word(0x20)}`
    const levels = 10_000
    const parts: string[] = []
    for (let depth = levels; depth > 0; depth--) parts.push(level + toHex(depth * 132, { size: 32 }).slice(2))
    const deep = transaction(plain(`0x${parts.join('')}${'00'.repeat(132)}`))
    const followed = timed(deep)
    // A megabyte in a megabyte in a megabyte: the bytes run out before the levels do.
    expect(followed.calls).toHaveLength(3)
    expect(followed).toMatchObject({ rest: true, ms: expect.toSatisfy((ms: number) => ms < 100) })
    const wide = selfMulticall.plain(Array.from({ length: 10_000 }, () => '0x11223344'))
    const many = timed(transaction(plain(wide)))
    expect(many.calls).toHaveLength(callLimits.calls)
    expect(many).toMatchObject({ rest: true, ms: expect.toSatisfy((ms: number) => ms < 100) })
    const big = timed(transaction(plain(`0x11223344${'ab'.repeat(1_000_000)}`)))
    expect(big).toMatchObject({ rest: false, ms: expect.toSatisfy((ms: number) => ms < 100) })
    // Every element points at the same megabyte.
    const list = word(5000 * 32).repeat(5000)
    const bomb = `ac9650d8${word(0x20)}${word(5000)}${list}${word(900_000)}${'ac9650d8'.repeat(225_000)}`
    expect(timed(transaction(plain(`0x${bomb}`)))).toMatchObject({ rest: true, ms: expect.toSatisfy((ms: number) => ms < 100) })
  })

  it('never throws', () => {
    const words = fc.array(
      fc.oneof(
        fc.constantFrom('20', '40', '60', '1', '2', 'ff'.repeat(32), '80'),
        fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }).map((n) => n.toString(16)),
      ),
      { maxLength: 20 },
    )
    const selectors = [
      'ac9650d8',
      '5ae401dc',
      '82ad56cb',
      '174dea71',
      '8d80ff0a',
      '6a761202',
      '1fad948c',
      '765e827f',
      'b61d27f6',
      '34fcd5be',
      'e9ae5c53',
      '8dd7712f',
    ]
    fc.assert(
      fc.property(
        fc.constantFrom(...selectors),
        words,
        fc.constantFrom(target, safe, smart, multicall3, entryPoint6, entryPoint7, multiSendCallOnly),
        (selector, parts, to) => {
          const data = `0x${selector}${parts.map((part) => part.padStart(64, '0').slice(-64)).join('')}` as Hex
          const { calls } = callsOf(transaction({ to, value: 0n, data }), wallets)
          expect(calls.length).toBeLessThanOrEqual(callLimits.calls)
        },
      ),
      { numRuns: 500 },
    )
  })
})
