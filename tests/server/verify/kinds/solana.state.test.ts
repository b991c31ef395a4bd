import { base58 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { derivedAddress } from '#chains/adapters/solana/derivedAddress.ts'
import { toHex } from '#server/shared/bytes.ts'
import { discriminatorOf } from '#server/verify/kinds/idl.ts'
import { kinds } from '#server/verify/kinds/index.ts'
import type { Query, SolanaAccountRecord, SolanaTokenRecord } from '#server/verify/query.ts'
import { parseRule, readRule } from '#server/verify/rule.ts'
import { describeRule } from '#server/verify/run.ts'
import { head, me, solMe, solOther } from './cases.ts'
import {
  bothWallets,
  type Case,
  everyByteCounts,
  mint,
  neverPasses,
  program,
  runCases,
  sol,
  solChain,
  solSecond,
  strangeRecords,
} from './solana.ts'

const token = (params: object = {}, around: object = {}) => ({
  kind: 'solana.token',
  chain: solChain,
  params: { mint: { address: mint, decimals: 6, symbol: 'USDC' }, gte: '10000000', ...params },
  ...around,
})
const held = (amount: bigint, more: Partial<SolanaTokenRecord> = {}): SolanaTokenRecord => ({
  account: solOther,
  program,
  owner: solMe,
  mint,
  amount: String(amount),
  frozen: false,
  block: head.finalized,
  ...more,
})
const at = (tag: string, ...records: unknown[]) => ({ records: (query: Query) => ('at' in query && query.at === tag ? records : []) })

const tokenCases: Case[] = [
  ['exactly enough', token(), { records: [held(10_000_000n)] }, 'pass', 'holds 10 USDC'],
  ['in two accounts', token(), { records: [held(4_000_000n), held(6_000_000n, { account: mint })] }, 'pass', 'holds 10 USDC'],
  ['in the second wallet', token(), { records: [held(10_000_000n, { owner: solSecond })], wallets: bothWallets }, 'pass'],
  [
    'in both together',
    token({ measure: 'total' }),
    { records: [held(5_000_000n), held(5_000_000n, { owner: solSecond, account: mint })], wallets: bothWallets },
    'pass',
    'holds 10 USDC',
  ],
  ['frozen', token(), { records: [held(10_000_000n, { frozen: true })] }, 'pass'],
  ['the head where latest is enough', token({}, { finality: 'latest' }), at('latest', held(10_000_000n)), 'pass'],
  ['only at the head', token(), at('latest', held(10_000_000n)), 'pending', 'holds 10 USDC'],
  ['one unit short', token(), { records: [held(9_999_999n)] }, 'fail', 'holds 9.999999 USDC, 10 needed'],
  ['nothing', token(), {}, 'fail', 'holds 0 USDC of the mint EPjFWd…Dt1v, 10 needed'],
  ['the same account twice', token(), { records: [held(5_000_000n), held(5_000_000n)] }, 'fail', 'holds 5 USDC, 10 needed'],
  [
    'halves in two wallets',
    token(),
    { records: [held(5_000_000n), held(6_000_000n, { owner: solSecond })], wallets: bothWallets },
    'fail',
    'holds 6 USDC, 10 needed',
  ],
  [
    'frozen where that does not count',
    token({ frozen: 'excluded' }),
    { records: [held(10_000_000n, { frozen: true }), held(1n, { account: mint })] },
    'fail',
    'holds 0.000001 USDC (10 USDC more is frozen), 10 needed',
  ],
  ['of someone else', token(), { records: [held(10_000_000n, { owner: solOther })] }, 'fail'],
  [
    'of another mint',
    token(),
    { records: [held(10_000_000n, { mint: program })] },
    'fail',
    'holds 0 USDC of the mint EPjFWd…Dt1v, 10 needed',
  ],
  ['no such token', token(), { problem: { reason: 'refused', retryable: false, detail: '' } }, 'error'],
  ['unreachable', token(), { problem: { reason: 'unreachable', retryable: true, detail: '' } }, 'error'],
  ['no wallet', token(), { wallets: [`eip155:${me}`] }, 'fail'],
]

describe('solana.token', () => {
  runCases(tokenCases)
  neverPasses([token(), token({ gte: '1', measure: 'total' })], strangeRecords.tokens)
  everyByteCounts(token(), { records: [held(10_000_000n)] })

  it('says what is wanted', () => {
    expect(describeRule(parseRule(token()))).toEqual({
      en: 'Hold at least 10 USDC on Local Solana',
      ja: 'ローカル Solana で 10 USDC 以上を保有する',
    })
    expect(describeRule(parseRule(token({ measure: 'total', frozen: 'excluded' })))).toEqual({
      en: 'Hold at least 10 USDC in total on Local Solana, not frozen',
      ja: 'ローカル Solana で合計 10 USDC 以上を保有する(凍結されていないもの)',
    })
  })
})

/** `Profile { owner: pubkey, level: u16, points: u64 }` */
const profile = {
  name: 'Profile',
  fields: [
    { name: 'owner', type: 'publicKey' },
    { name: 'level', type: 'u16' },
    { name: 'points', type: 'u64' },
  ],
}
const pda = { program, seeds: [{ text: 'profile' }, { key: '$account' }] }
const addressOf = (wallet: string) => derivedAddress(program, [new TextEncoder().encode('profile'), base58.decode(wallet)]) ?? ''
const bytes = (owner = solMe, level = 7) =>
  toHex(Uint8Array.from([...discriminatorOf(profile as never), ...base58.decode(owner), level, 1, 5, 0, 0, 0, 0, 0, 0, 0]))
const account = (params: object = {}, around: object = {}) => ({
  kind: 'solana.account',
  chain: solChain,
  params: { pda, owner: program, account: profile, ...params },
  ...around,
})
const found = (more: Partial<SolanaAccountRecord> = {}): SolanaAccountRecord => ({
  address: addressOf(solMe),
  owner: program,
  lamports: String(sol),
  data: bytes(),
  block: head.finalized,
  ...more,
})
const where = (arg: string, op: string, value: unknown) => ({ where: [{ arg, op, value }] })
const plain = (params: object) => account({ pda: undefined, account: undefined, owner: undefined, address: '$account', ...params })

const accountCases: Case[] = [
  [
    'it is there',
    account(),
    { records: [found()] },
    'pass',
    `the account ${addressOf(solMe).slice(0, 6)}…${addressOf(solMe).slice(-4)} is as wanted`,
  ],
  ['a field', account(where('level', 'gte', '263')), { records: [found()] }, 'pass'],
  ['a key', account(where('owner', 'eq', '$account')), { records: [found()] }, 'pass'],
  [
    'of the second wallet',
    account(where('owner', 'eq', '$account')),
    { records: [found({ address: addressOf(solSecond), data: bytes(solSecond) })], wallets: bothWallets },
    'pass',
  ],
  [
    'bytes at a place',
    account({ account: undefined, layout: [{ name: 'level', offset: 40, type: 'u16', bigEndian: true }], ...where('level', 'eq', '1793') }),
    { records: [found()] },
    'pass',
  ],
  ['enough SOL in the wallet', plain({ lamports: String(sol) }), { records: [found({ address: solMe })] }, 'pass'],
  ['only at the head', account({}), at('latest', found({ block: head.latest })), 'pending'],
  [
    'no such account',
    account(),
    { records: [found({ owner: null, data: '0x' })] },
    'fail',
    `the account ${addressOf(solMe).slice(0, 6)}…${addressOf(solMe).slice(-4)} does not exist`,
  ],
  ['of another program', account(), { records: [found({ owner: mint })] }, 'fail', 'owned by EPjFWd…Dt1v, needed: MemoSq…fcHr'],
  [
    'data of another kind',
    account(),
    { records: [found({ data: `0x00${bytes().slice(4)}` })] },
    'fail',
    'the account holds data of another kind',
  ],
  ['data cut short', account(), { records: [found({ data: bytes().slice(0, -2) })] }, 'fail', 'the account holds data of another kind'],
  ['a field below', account(where('level', 'gt', '263')), { records: [found()] }, 'fail', 'level is 263; needed: level > 263'],
  [
    'the key of another',
    account(where('owner', 'eq', '$account')),
    { records: [found({ data: bytes(solOther) })] },
    'fail',
    'owner is “9aE476…Zcde”; needed: owner = your wallet',
  ],
  [
    'too little SOL',
    plain({ lamports: String(sol + 1n) }),
    { records: [found({ address: solMe })] },
    'fail',
    'holds 1 SOL, 1.000000 SOL needed',
  ],
  ['the account of another wallet', account(), { records: [found({ address: addressOf(solOther) })] }, 'fail'],
  ['unreachable', account(), { problem: { reason: 'unreachable', retryable: true, detail: '' } }, 'error'],
  ['no wallet', account(), { wallets: [`eip155:${me}`] }, 'fail'],
]
const forQuery = (record: SolanaAccountRecord) => (query: Query) =>
  query.type === 'solana.account' && query.address === record.address ? [record] : []

describe('solana.account', () => {
  runCases(accountCases)
  neverPasses([account(), plain({ lamports: '0' })], strangeRecords.account)
  everyByteCounts(account(where('level', 'gte', '1')), { records: forQuery(found()) })

  it('asks for as many bytes as it compares', () => {
    const scope = { chain: solChain, wallets: [solMe, solSecond], linked: [], range: {}, finality: 'finalized' as const, questStart: '' }
    const { plan } = kinds['solana.account']
    const layout = [{ name: 'x', offset: 10, type: 'u64' as const }]
    expect(plan({ address: solOther, layout }, scope, [])).toMatchObject([
      { address: solOther, bytes: 18, at: 'finalized' },
      { at: 'latest' },
    ])
    expect(plan({ address: '$account' }, scope, [])).toMatchObject([{ address: solMe, bytes: 0 }, {}, { address: solSecond }, {}])
  })

  it('says what is wanted, warns, refuses', () => {
    expect(describeRule(parseRule(account(where('owner', 'eq', '$account'))))).toEqual({
      en: 'Have a “Profile” account on Local Solana (owned by MemoSq…fcHr; owner = your wallet)',
      ja: 'ローカル Solana に「Profile」アカウントがある(条件: 所有者は MemoSq…fcHr、owner = あなたのウォレット)',
    })
    const codes = (params: object) => {
      const read = parseRule(account(params))
      return 'kind' in read && read.kind === 'solana.account' ? kinds['solana.account'].lint(read.params).map(({ code }) => code) : []
    }
    expect(codes({})).toEqual([])
    expect(codes({ pda: undefined, address: solOther })).toEqual(['not-personal'])
    expect(codes({ owner: undefined, ...where('level', 'gt', '1') })).toEqual(['no-owner'])
    const refused = (params: object) => 'issues' in readRule(account(params))
    expect(refused({ address: solOther })).toBe(true)
    expect(refused({ pda: undefined })).toBe(true)
    expect(refused({ pda: { program, seeds: [{ text: 'x'.repeat(33) }] } })).toBe(true)
    expect(refused({ pda: { program, seeds: [{ uint: '256', size: 1 }] } })).toBe(true)
    expect(refused({ account: undefined, layout: [{ name: 'x', offset: 16_383, type: 'u64' }] })).toBe(true)
    expect(refused({ pda: { program, seeds: [{ uint: '255', size: 1, bigEndian: true }, { bytes: '0x00' }] } })).toBe(false)
  })
})
