import fc from 'fast-check'
import type { Hex } from 'viem'
import { describe, expect, it } from 'vitest'
import type { TransactionRecord } from '#server/verify/query.ts'
import { account, batch, entryPoint7, handleOps, multicall3, runLog, safeExec, safeLog, upgradeLog } from './calls/encode.ts'
import { implementation, judgeOn, states } from './calls/judged.ts'
import {
  account_,
  atLeast,
  byModule,
  byOther,
  type Case,
  elsewhere,
  leaf,
  mintCall,
  minted,
  none,
  operation,
  safe,
  sent,
  txHash,
  unknownCode,
  wallet,
} from './calls/minting.ts'
import { contract, me, other, second } from './cases.ts'

const cases: Case[] = [
  ['a Safe, by a relayer', leaf(), safe(safeExec(mintCall()), true), states.safe(implementation.safe), 'pass'],
  [
    'a Safe whose call failed',
    leaf(),
    safe(safeExec(mintCall()), false),
    states.safe(implementation.safe),
    'fail',
    'this call failed inside its transaction',
  ],
  ['a Safe without a log', leaf(), safe(safeExec(mintCall())), states.safe(implementation.safe), 'fail'],
  ['a Safe with code of its own making', leaf(), safe(safeExec(mintCall()), true), states.safe(other), 'fail', unknownCode],
  [
    'a contract that only looks like a Safe',
    leaf(),
    safe(safeExec(mintCall()), true),
    states.proxy(implementation.safe),
    'fail',
    unknownCode,
  ],
  ['a Safe that runs the target in its own place', leaf(), safe(safeExec(mintCall(), 1), true), states.safe(implementation.safe), 'fail'],
  ['an ERC-4337 account', leaf(), operation(minted), states.proxy(implementation.coinbase), 'pass'],
  ['a Safe with the 4337 module', leaf(), byModule(), states.safe(implementation.safe), 'pass'],
  ['a Safe with another module', leaf(), byModule(), states.safe(implementation.safe, other), 'fail', unknownCode],
  [
    'an operation that failed',
    leaf(),
    operation(minted, { success: false }),
    states.proxy(implementation.coinbase),
    'fail',
    'this call failed inside its transaction',
  ],
  ['an account of its own making', leaf(), operation(minted), states.proxy(other), 'fail', unknownCode],
  [
    'a function that this account does not have',
    leaf(),
    operation(account.single([mintCall()])),
    states.proxy(implementation.coinbase),
    'fail',
    unknownCode,
  ],
  [
    'Kernel, which can change its code without a trace',
    leaf(),
    operation(account.batch([mintCall()])),
    states.proxy(implementation.kernel),
    'fail',
    unknownCode,
  ],
  ['Kernel as a delegate', leaf(), sent(wallet, account.batch([mintCall()])), states.delegated(implementation.kernel), 'pass'],
  [
    'Kernel by executeUserOp',
    leaf(),
    operation(`0x8dd7712f${account.batch([mintCall()]).slice(2)}`),
    states.delegated(implementation.kernel, { nonces: [4, 4] }),
    'pass',
  ],
  [
    'an operation of a wallet that did more in that block',
    leaf(),
    operation(account.batch([mintCall()])),
    states.delegated(implementation.kernel),
    'fail',
    unknownCode,
  ],
  [
    'an account upgraded in that block to what we know',
    leaf(),
    operation(minted, { blockLogs: [upgradeLog(account_, implementation.coinbase, elsewhere)] }),
    states.proxy(implementation.coinbase),
    'pass',
  ],
  [
    'an account upgraded in that block to something else',
    leaf(),
    operation(minted, { blockLogs: [upgradeLog(account_, other, elsewhere)] }),
    states.proxy(implementation.coinbase),
    'fail',
    unknownCode,
  ],
  [
    'an account of whose block nothing was read',
    leaf(),
    sent(entryPoint7, operation(minted).input as Hex, byOther({ accountLogs: operation(minted).accountLogs ?? [] })),
    states.proxy(implementation.coinbase),
    'fail',
    unknownCode,
  ],
  [
    'a Safe that ran something else in that block',
    leaf(),
    safe(safeExec(mintCall()), true, [runLog(account_, elsewhere), runLog(account_, txHash)]),
    states.safe(implementation.safe),
    'fail',
    unknownCode,
  ],
  [
    'a Safe that ran something else and lied in this transaction',
    leaf(),
    safe(safeExec(mintCall()), true, [runLog(account_, elsewhere)]),
    states.safe(implementation.safe),
    'fail',
    unknownCode,
  ],
  [
    'a Safe by way of a batch',
    leaf(),
    sent(
      multicall3,
      batch.aggregate([{ to: account_, value: 0n, data: safeExec(mintCall()) }]),
      byOther({ accountLogs: [safeLog(account_, true)], blockLogs: [runLog(account_, txHash)] }),
    ),
    states.safe(implementation.safe),
    'fail',
    unknownCode,
  ],
  [
    'a Safe with the 4337 module that also ran something else',
    leaf(),
    byModule([runLog(account_, txHash), runLog(account_, txHash, implementation.safe4337)]),
    states.safe(implementation.safe),
    'fail',
    unknownCode,
  ],
  [
    'a Safe whose other module ran it',
    leaf(),
    byModule([runLog(account_, txHash, other)]),
    states.safe(implementation.safe),
    'fail',
    unknownCode,
  ],
  [
    'an EOA that authorized another delegate in that block',
    leaf(),
    sent(wallet, minted),
    states.delegated(implementation.simple7702, { nonces: [4, 6] }),
    'fail',
    unknownCode,
  ],
  [
    'an account that may fail',
    leaf(),
    operation(account.batch([mintCall()], true)),
    states.delegated(implementation.kernel, { nonces: [4, 4] }),
    'fail',
    'this call was allowed to fail, and nothing shows that it did not',
  ],
  [
    'an account too little',
    leaf(atLeast(6n)),
    operation(minted),
    states.proxy(implementation.coinbase),
    'fail',
    'made a “mint”, but amount was 5; needed: amount ≥ 6',
  ],
  ['an account whose code was not read', leaf(), operation(minted), none, 'error'],
  ['an EOA with a known delegate', leaf(), sent(wallet, minted), states.delegated(implementation.simple7702), 'pass'],
  ['an EOA with an unknown delegate', leaf(), sent(wallet, minted), states.delegated(other), 'fail', unknownCode],
  [
    'an EOA whose delegate is not there',
    leaf(),
    sent(wallet, minted),
    states.delegated(implementation.simple7702, { code: '0x' }),
    'fail',
    unknownCode,
  ],
  ['an EOA without a delegate', leaf(), sent(wallet, minted), () => '0x', 'fail', unknownCode],
  ['the bundler', leaf(), { ...operation(minted), from: me }, none, 'error'],
  [
    'somebody else’s operation',
    leaf(),
    sent(entryPoint7, handleOps.seven([{ sender: other as Hex, nonce: 3n, data: minted }]), byOther({})),
    none,
    'fail',
  ],
]

describe('evm.transaction by smart accounts', () => {
  it.each(cases)('%s', async (_name, rule, record, state, status, text) => {
    const { verdict, bundle } = await judgeOn(rule, { transactions: [record], state })
    expect([verdict.status, ...(text ? [verdict.trace.seen[0]?.text.en] : [])]).toEqual([status, ...(text ? [text] : [])])
    expect(status === 'pass' ? bundle.leaves[0]?.facts.length : 1).toBeGreaterThan(0)
  })

  it('gives the account as the one who acted, and captures arguments by their path', async () => {
    const captured = leaf({ where: [{ arg: 'amount', op: 'gte', value: '5' }] }, { capture: { howMuch: 'amount', whom: 'to' } })
    const { verdict, bundle } = await judgeOn(captured, { transactions: [operation(minted)], state: states.proxy(implementation.coinbase) })
    expect(verdict.captured).toEqual({ howMuch: '5', whom: me })
    expect(bundle.leaves[0]?.facts[0]).toMatchObject({
      wallet: `eip155:${second}`,
      call: 'mint',
      decoded: { to: contract, value: '0', args: { to: me, amount: '5' }, via: [second] },
    })
  })

  it('binds every byte of its evidence', async () => {
    const good = await judgeOn(leaf(), { transactions: [operation(minted)], state: states.proxy(implementation.coinbase) })
    const record = operation(minted)
    const logs = record.accountLogs ?? []
    const changes: [string, (hex: string) => TransactionRecord][] = [
      [record.input, (input) => ({ ...record, input })],
      [record.txHash, (txHash) => ({ ...record, txHash })],
      [record.blockHash, (blockHash) => ({ ...record, blockHash })],
      [record.to, (to) => ({ ...record, to })],
      [logs[0]?.data ?? '', (data) => ({ ...record, accountLogs: logs.map((log) => ({ ...log, data })) })],
    ]
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...changes), fc.nat(), async ([hex, change], seed) => {
        const at = 2 + (seed % (hex.length - 2))
        const changed = change(`${hex.slice(0, at)}${hex[at] === '1' ? '2' : '1'}${hex.slice(at + 1)}`)
        const { digest } = await judgeOn(leaf(), { transactions: [changed], state: states.proxy(implementation.coinbase) })
        expect(digest).not.toBe(good.digest)
      }),
      { numRuns: 40 },
    )
  })
})
