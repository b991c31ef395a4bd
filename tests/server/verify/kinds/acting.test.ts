import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accountLogsOf, actorOf } from '#server/verify/kinds/acting.ts'
import type { RawLog } from '#server/verify/query.ts'
import { accountLog, executed, module, moduleStart, op, opsBegin, v06, v07 } from './accountLogs.ts'
import { contract, me, other, second } from './cases.ts'

const bundle = [opsBegin(2), op(5, me), op(9, second)]
const table: [string, { logIndex: number; txTo?: string; accountLogs?: RawLog[] }, string | null][] = [
  ['a plain transaction: the sender', { logIndex: 3 }, other],
  ['the first operation of a bundle', { logIndex: 3, txTo: v07, accountLogs: bundle }, me],
  ['the second one', { logIndex: 8, txTo: v07, accountLogs: bundle }, second],
  ['a bundler that is a contract', { logIndex: 8, txTo: contract, accountLogs: bundle }, second],
  ['validation, before anything is executed: nobody', { logIndex: 1, txTo: v07, accountLogs: bundle }, null],
  ['behind the last operation: nobody', { logIndex: 10, txTo: v07, accountLogs: bundle }, null],
  ['an operation that failed: nobody', { logIndex: 3, txTo: v07, accountLogs: [opsBegin(2), op(5, me, { success: false })] }, null],
  ['an operation without a beginning: nobody', { logIndex: 3, txTo: v07, accountLogs: [op(5, me)] }, null],
  [
    'an entry point of nobody: the sender',
    { logIndex: 3, txTo: contract, accountLogs: [opsBegin(2, contract), op(5, me, { at: contract })] },
    other,
  ],
  [
    'an operation within one of another entry point',
    { logIndex: 4, txTo: v06, accountLogs: [opsBegin(1, v06), opsBegin(3), op(5, second), op(7, me, { at: v06 })] },
    second,
  ],
  [
    'around such an operation',
    { logIndex: 6, txTo: v06, accountLogs: [opsBegin(1, v06), opsBegin(3), op(5, second), op(7, me, { at: v06 })] },
    me,
  ],
  ['a Safe that the transaction calls', { logIndex: 0, txTo: me, accountLogs: [executed(4, me)] }, me],
  ['a Safe whose execution failed: nobody', { logIndex: 0, txTo: me, accountLogs: [accountLog(4, me, 'ExecutionFailure')] }, null],
  [
    'a Safe somewhere within a transaction, start unknown: the sender',
    { logIndex: 0, txTo: contract, accountLogs: [executed(4, me)] },
    other,
  ],
  [
    'a SafeL2 by its module, within its start and end',
    { logIndex: 3, txTo: contract, accountLogs: [moduleStart(2, me), module(4, me)] },
    me,
  ],
  ['before its start: the sender', { logIndex: 1, txTo: contract, accountLogs: [moduleStart(2, me), module(4, me)] }, other],
  [
    'a Safe within an operation of its owner: the Safe',
    { logIndex: 4, txTo: v07, accountLogs: [opsBegin(2), moduleStart(3, second), module(5, second), op(6, me)] },
    second,
  ],
]

describe('who acted', () => {
  it.each(table)('%s', (_name, { logIndex, txTo = contract, accountLogs }, actor) => {
    expect(actorOf({ txFrom: other, txTo, logIndex, ...(accountLogs ? { accountLogs } : {}) })).toBe(actor)
  })

  it('keeps only the logs that say so, and never those of a false entry point', () => {
    const noise: RawLog = { logIndex: 3, address: contract, topics: [`0x${'0'.repeat(64)}`], data: '0x' }
    const fake = op(4, me, { at: contract })
    expect(accountLogsOf([opsBegin(1), noise, fake, op(5, me), executed(6, me)])).toEqual([opsBegin(1), op(5, me), executed(6, me)])
  })

  it('names the owner of each log of any bundle, whatever lies between', () => {
    const turns = fc.array(
      fc.record({ account: fc.constantFrom(me, second, other), logs: fc.integer({ min: 0, max: 4 }), success: fc.boolean() }),
      {
        minLength: 1,
        maxLength: 8,
      },
    )
    fc.assert(
      fc.property(turns, fc.integer({ min: 0, max: 3 }), (operations, validation) => {
        let at = validation
        const accountLogs = [opsBegin(at++)]
        const owned: [number, string | null][] = Array.from({ length: validation }, (_, index) => [index, null])
        for (const { account, logs, success } of operations) {
          for (let i = 0; i < logs; i++) owned.push([at++, success ? account : null])
          accountLogs.push(op(at++, account, { success }))
        }
        for (const [logIndex, actor] of owned) expect(actorOf({ txFrom: contract, txTo: v07, logIndex, accountLogs })).toBe(actor)
      }),
    )
  })
})
