import { base58 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { toHex } from '#server/shared/bytes.ts'
import { discriminatorOf } from '#server/verify/kinds/idl.ts'
import { kinds } from '#server/verify/kinds/index.ts'
import { parseRule, readRule } from '#server/verify/rule.ts'
import { describeRule } from '#server/verify/run.ts'
import { judgeLeaf, me, signed, solMe, solOther } from './cases.ts'
import {
  bothWallets,
  type Case,
  everyByteCounts,
  instruction,
  mint,
  neverPasses,
  program,
  runCases,
  solChain,
  solSecond,
  strangeRecords,
} from './solana.ts'

/** `swap { amountIn: u64, minOut: u64, to: pubkey, side: Buy | Sell, memo: option<string> }` */
const swap = {
  name: 'swap',
  accounts: [{ name: 'user' }, { name: 'pool' }, { name: 'mint' }],
  args: [
    { name: 'amountIn', type: 'u64' },
    { name: 'to', type: 'pubkey' },
    { name: 'side', type: { defined: { name: 'Side' } } },
    { name: 'memo', type: { option: 'string' } },
  ],
  types: [{ name: 'Side', type: { kind: 'enum', variants: [{ name: 'Buy' }, { name: 'Sell' }] } }],
}
const u64 = (value: bigint) => Array.from({ length: 8 }, (_, index) => Number((value >> BigInt(8 * index)) & 255n))
const start = [...discriminatorOf(swap as never)]
const data = ({ amount = 10_000_000n, to = solMe, side = 0, memo = [0] as number[], first = start } = {}) =>
  toHex(Uint8Array.from([...first, ...u64(amount), ...base58.decode(to), side, ...memo]))

const rule = (params: object = {}, around: object = {}) => ({
  kind: 'solana.instruction',
  chain: solChain,
  params: {
    programs: [program],
    instruction: swap,
    units: { amountIn: { decimals: 6, symbol: 'USDC' } },
    action: { en: 'swapped', ja: 'スワップ' },
    ...params,
  },
  ...around,
})
const atLeast = (value: string) => ({ where: [{ arg: 'amountIn', op: 'gte', value }] })
const where = (arg: string, op: string, value: unknown) => ({ where: [{ arg, op, value }] })
const did = (block: number, text: string = data(), more: Parameters<typeof instruction>[2] = {}, around: object = {}) =>
  signed(block, { instructions: [instruction(text, [solMe, solOther, mint], more)], writable: [solOther], ...around })

const cases: Case[] = [
  ['the instruction', rule(), { records: [did(90)] }, 'pass', 'swapped'],
  ['enough of it', rule(atLeast('10000000')), { records: [did(90)] }, 'pass', 'swapped 10 USDC'],
  ['an inner call', rule(), { records: [did(90, data(), { depth: 3, index: 7 })] }, 'pass'],
  ['to the wallet that signed', rule(where('to', 'eq', '$account')), { records: [did(90)] }, 'pass'],
  [
    'to any linked wallet',
    rule(where('to', 'eq', '$linked')),
    { records: [did(90, data({ to: solSecond }))], wallets: bothWallets },
    'pass',
  ],
  ['to one of a list', rule(where('to', 'in', [solOther, '$account'])), { records: [did(90)] }, 'pass'],
  ['not to somebody', rule(where('to', 'ne', solOther)), { records: [did(90)] }, 'pass'],
  ['a variant', rule(where('side', 'eq', 'Sell')), { records: [did(90, data({ side: 1 }))] }, 'pass'],
  [
    'a text that is there',
    rule(where('memo', 'contains', 'g')),
    { records: [did(90, data({ memo: [1, 2, 0, 0, 0, 0x67, 0x6d] }))] },
    'pass',
  ],
  [
    'roles by name and place',
    rule({
      accounts: [
        { at: 'user', is: '$account', signer: true },
        { at: 1, is: [mint, solOther], writable: true },
      ],
    }),
    { records: [did(90)] },
    'pass',
  ],
  ['in total', rule({ sum: { arg: 'amountIn', gte: '20000000' } }), { records: [did(80), did(90)] }, 'pass'],
  [
    'two in one transaction count twice',
    rule({ count: 2 }),
    { records: [signed(90, { instructions: [0, 1].map((index) => instruction(data(), [], { index })) })] },
    'pass',
  ],
  [
    'by the second of two wallets that signed',
    rule(where('to', 'eq', '$account')),
    { records: [did(90, data({ to: solSecond }), {}, { signers: [solMe, solSecond] })], wallets: bothWallets },
    'pass',
  ],
  [
    'by first bytes',
    rule({ instruction: undefined, units: undefined, discriminator: toHex(Uint8Array.from(start)) }),
    { records: [did(90)] },
    'pass',
  ],
  [
    'by a value at a place',
    rule({
      instruction: undefined,
      units: undefined,
      layout: [{ name: 'amount', offset: 8, type: 'u64' }],
      ...where('amount', 'eq', '10000000'),
    }),
    { records: [did(90)] },
    'pass',
  ],
  ['too little', rule(atLeast('10000001')), { records: [did(90)] }, 'fail', 'swapped 10 USDC, 10.000001 needed'],
  [
    'to somebody else',
    rule(where('to', 'eq', '$account')),
    { records: [did(90, data({ to: solOther }))] },
    'fail',
    'swapped, but to was “9aE476…Zcde”; needed: to = your wallet',
  ],
  ['to a key of other capitals', rule(where('to', 'eq', solOther)), { records: [did(90, data({ to: solMe }))] }, 'fail'],
  [
    'the other variant',
    rule(where('side', 'eq', 'Sell')),
    { records: [did(90)] },
    'fail',
    'swapped, but side was “Buy”; needed: side = “Sell”',
  ],
  [
    'a text that is not there',
    rule(where('memo', 'ne', 'x')),
    { records: [did(90)] },
    'fail',
    'swapped, but memo was nothing; needed: memo ≠ “x”',
  ],
  [
    'another instruction',
    rule(),
    { records: [did(90, data({ first: [1, 2, 3, 4, 5, 6, 7, 8] }))] },
    'fail',
    'called another instruction of this program, not “swap”',
  ],
  ['data that is cut short', rule(), { records: [did(90, `0x${data().slice(2, 60)}`)] }, 'fail', 'swapped, but with data of another form'],
  ['an unknown variant', rule(), { records: [did(90, data({ side: 2 }))] }, 'fail', 'swapped, but with data of another form'],
  [
    'a failed one',
    rule(atLeast('1')),
    { records: [did(90, data(), {}, { success: false })] },
    'fail',
    'swapped 10 USDC, but this transaction failed',
  ],
  [
    'a failed one nearer than one that is short',
    rule(atLeast('10')),
    { records: [did(80, data({ amount: 9n })), did(90, data(), {}, { success: false })] },
    'fail',
    'swapped 10 USDC, but this transaction failed',
  ],
  [
    'another account',
    rule({ accounts: [{ at: 'pool', is: mint }] }),
    { records: [did(90)] },
    'fail',
    'swapped, but pool was “9aE476…Zcde”; needed: pool = “EPjFWd…Dt1v”',
  ],
  [
    'an account that is not there',
    rule({ accounts: [{ at: 5, writable: true }] }),
    { records: [did(90)] },
    'fail',
    'swapped; needed: account 5 is writable',
  ],
  [
    'an account that does not sign',
    rule({ accounts: [{ at: 'pool', signer: true }] }),
    { records: [did(90)] },
    'fail',
    'swapped; needed: pool signs',
  ],
  [
    'an account that is read only',
    rule({ accounts: [{ at: 'mint', writable: true }] }),
    { records: [did(90)] },
    'fail',
    'swapped; needed: mint is writable',
  ],
  ['another program', rule(), { records: [did(90, data(), { programId: mint })] }, 'fail'],
  [
    'signed by somebody else',
    rule(),
    { records: [did(90, data(), {}, { signers: [solOther] })] },
    'fail',
    'swapped, but your wallet did not sign it',
  ],
  [
    'once by both wallets where twice is wanted',
    rule({ count: 2 }),
    { records: [did(90, data(), {}, { signers: [solMe, solSecond] })], wallets: bothWallets },
    'fail',
  ],
  [
    'before the window',
    rule({}, { window: { from: '2027-01-15T08:02:00Z' } }),
    { records: [did(90)] },
    'fail',
    'swapped, but only transactions from 2027-01-15 08:02 UTC on count',
  ],
  ['not final', rule(), { records: [did(110)] }, 'pending'],
  ['not read to the end', rule(), { complete: false }, 'pending'],
  ['unreachable', rule(), { problem: { reason: 'unreachable', retryable: true, detail: '' } }, 'error'],
  ['no wallet', rule(), { wallets: [`eip155:${me}`] }, 'fail'],
]

describe('solana.instruction', () => {
  runCases(cases)
  neverPasses(
    [rule(), rule({ instruction: undefined, units: undefined }), rule({ accounts: [{ at: 0, is: '$linked' }] })],
    strangeRecords.transactions,
  )
  everyByteCounts(rule({ ...atLeast('1'), accounts: [{ at: 1, writable: true }] }), { records: [did(90), did(91, data({ side: 1 }))] })

  it('says what is wanted', () => {
    const wanted = rule({
      ...atLeast('10000000'),
      accounts: [
        { at: 'user', is: '$account', signer: true },
        { at: 'pool', is: solOther },
      ],
      count: 3,
    })
    expect(describeRule(parseRule(wanted))).toEqual({
      en: 'Have swapped at least 10 USDC on Local Solana (user = your wallet; pool = “9aE476…Zcde”), user signs, 3 times',
      ja: 'ローカル Solana で 10 USDC 以上をスワップする(条件: user = あなたのウォレット、pool = “9aE476…Zcde”)、user が署名、3 回',
    })
  })

  it.each([
    ['another', data({ first: [1, 2, 3, 4, 5, 6, 7, 8] }), {}, 'このプログラムの「swap」以外の命令が呼び出されています'],
    ['unreadable', data({ side: 2 }), {}, 'スワップしましたが、データの形式が異なります'],
    ['failed', data(), { success: false }, 'スワップしましたが、このトランザクションは失敗しています'],
    ['unsigned', data(), { signers: [solOther] }, 'スワップしましたが、あなたのウォレットの署名がありません'],
  ])('says it in Japanese too: %s', (_name, text, around, said) => {
    expect(judgeLeaf(rule(), { records: [did(90, text, {}, around)] }).verdict.trace.seen[0]?.text.ja).toBe(said)
  })

  it('says from when on it counts where nothing is found', () => {
    const nextOf = (around: object) => judgeLeaf(rule({}, around)).verdict.trace.next
    expect(nextOf({})).toEqual({
      en: 'No such transaction of your wallets was found. Those from 2027-01-15 08:00 UTC on count.',
      ja: '該当するトランザクションが見つかりません(対象: 2027-01-15 08:00 UTC 以降)。',
    })
    expect(nextOf({ window: { from: { block: '5' }, to: { block: '9' } } })).toEqual({
      en: 'No such transaction of your wallets was found. Those from slot 5 until slot 9 count.',
      ja: '該当するトランザクションが見つかりません(対象: スロット 5 から スロット 9 まで)。',
    })
    expect(nextOf({ window: { to: '2027-02-01T00:00:00Z' } })?.en).toContain('Those until 2027-02-01 00:00 UTC count.')
    expect(nextOf({ window: {} })).toBeUndefined()
  })

  it('hands on the values of the instruction', () => {
    const read = readRule(rule({}, { capture: { to: 'to', amount: 'amountIn' } }))
    expect('rule' in read).toBe(true)
    expect('issues' in readRule(rule({}, { capture: { to: 'nowhere' } }))).toBe(true)
  })

  it.each([
    ['an unknown argument', where('nothing', 'eq', '1'), 'params.where.0.arg'],
    ['an operator that keys have not', where('to', 'startsWith', solOther), 'params.where.0.op'],
    ['an EVM address for a key', where('to', 'eq', me), 'params.where.0.value'],
    ['a list where one is expected', where('to', 'eq', [solOther]), 'params.where.0.value'],
    ['a name that the IDL has not', { accounts: [{ at: 'owner', is: solOther }] }, 'params.accounts.0.at'],
    ['a role that asks for nothing', { accounts: [{ at: 0 }] }, 'params.accounts.0'],
    ['two ways to tell the instruction', { discriminator: '0x00' }, 'params.discriminator'],
    ['units of a key', { units: { to: { decimals: 1, symbol: 'X' } } }, 'params.units.to'],
    ['a sum of a key', { units: undefined, sum: { arg: 'to', gte: '1' } }, 'params.sum.arg'],
    ['two values of one name', { layout: [{ name: 'to', offset: 0, type: 'u8' }] }, 'params.layout'],
    ['no program', { programs: [] }, 'params.programs'],
  ])('refuses %s', (_name, params, path) => {
    const read = readRule(rule(params))
    expect('issues' in read ? read.issues.map((issue) => issue.path.join('.')) : []).toContain(path)
  })

  it('warns of what is easily farmed', () => {
    const { lint } = kinds['solana.instruction']
    expect(lint({ programs: [program], count: 3 }).map(({ code }) => code)).toEqual(['any-call', 'one-transaction'])
    expect(lint({ programs: [program], discriminator: '0x01', count: 3, days: 3 })).toEqual([])
  })
})
