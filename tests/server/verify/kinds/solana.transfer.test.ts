import { describe, expect, it } from 'vitest'
import { kinds } from '#server/verify/kinds/index.ts'
import type { SolanaChange, SolanaTransfer } from '#server/verify/query.ts'
import { parseRule, readRule } from '#server/verify/rule.ts'
import { describeRule } from '#server/verify/run.ts'
import { judgeLeaf, me, signed, solMe, solOther } from './cases.ts'
import { bothWallets, type Case, everyByteCounts, mint, neverPasses, runCases, sol, solChain, solSecond, strangeRecords } from './solana.ts'

const transfer = (params: object = {}, around: object = {}) => ({
  kind: 'solana.transfer',
  chain: solChain,
  params: { gte: String(sol), ...params },
  ...around,
})
const token = { address: mint, decimals: 6, symbol: 'USDX' }
const moved = (block: number, amount: bigint, more: Partial<SolanaTransfer> = {}, around: object = {}) =>
  signed(block, { transfers: [{ source: solMe, destination: solOther, amount: String(amount), ...more }], ...around })
const got = (block: number, amount: bigint, more: Partial<SolanaTransfer> = {}) =>
  moved(block, amount, { source: solOther, destination: solMe, ...more }, { signers: [solOther] })
const changed = (block: number, ...changes: SolanaChange[]) => signed(block, { changes })

const cases: Case[] = [
  ['enough', transfer(), { records: [moved(90, sol)] }, 'pass', 'sent 1 SOL'],
  ['to the right wallet', transfer({ counterparty: [solOther] }), { records: [moved(90, sol)] }, 'pass'],
  ['to one of several', transfer({ counterparty: [mint, solOther] }), { records: [moved(90, sol)] }, 'pass'],
  [
    'in total',
    transfer({ gte: undefined, sum: { arg: 'amount', gte: String(sol) } }),
    { records: [moved(80, sol / 2n), moved(90, sol / 2n)] },
    'pass',
  ],
  ['twice', transfer({ count: 2 }), { records: [moved(80, sol), moved(90, sol)] }, 'pass'],
  [
    'to two wallets',
    transfer({ distinct: { arg: 'to', gte: 2 } }),
    { records: [moved(80, sol), moved(90, sol, { destination: mint })] },
    'pass',
  ],
  ['a token', transfer({ mint: token, gte: '5000000' }), { records: [moved(90, 5_000_000n, { mint })] }, 'pass', 'sent 5 USDX'],
  [
    'a token with a fee: what is sent is the whole',
    transfer({ mint: token, gte: '5000000' }),
    { records: [moved(90, 5_000_000n, { mint, received: '4000000' })] },
    'pass',
    'sent 5 USDX',
  ],
  ['received', transfer({ direction: 'received' }), { records: [got(90, sol)] }, 'pass', 'received 1 SOL'],
  [
    'received net of a fee',
    transfer({ direction: 'received', mint: token, gte: '4000000' }),
    { records: [got(90, 5_000_000n, { mint, received: '4000000' })] },
    'pass',
    'received 4 USDX',
  ],
  [
    'gained in a swap',
    transfer({ direction: 'received', by: 'balance', mint: token, gte: '5' }),
    { records: [changed(90, { amount: '5', mint })] },
    'pass',
  ],
  ['lost in a swap', transfer({ by: 'balance' }), { records: [changed(90, { amount: String(-sol) })] }, 'pass', 'sent 1 SOL'],
  [
    'two halves in one transaction',
    transfer(),
    { records: [signed(90, { transfers: [0, 1].map(() => ({ source: solMe, destination: solOther, amount: String(sol / 2n) })) })] },
    'pass',
    'sent 1 SOL',
  ],
  ['a lamport short', transfer(), { records: [moved(90, sol - 1n)] }, 'fail', 'sent 0.999999 SOL, 1 needed'],
  [
    'in two transactions where one must do',
    transfer(),
    { records: [moved(80, sol / 2n), moved(90, sol / 2n)] },
    'fail',
    'sent 0.50 SOL, 1 needed',
  ],
  [
    'in total, a lamport short',
    transfer({ gte: undefined, sum: { arg: 'amount', gte: String(sol + 1n) } }),
    { records: [moved(90, sol)] },
    'fail',
    'sent 1 SOL',
  ],
  ['once where twice is wanted', transfer({ count: 2 }), { records: [moved(90, sol)] }, 'fail', 'sent 1 SOL'],
  [
    'to someone else',
    transfer({ counterparty: [mint] }),
    { records: [moved(90, sol)] },
    'fail',
    'sent 1 SOL to 9aE476…Zcde, needed: to EPjFWd…Dt1v',
  ],
  [
    'from someone else',
    transfer({ direction: 'received', counterparty: [mint] }),
    { records: [got(90, sol)] },
    'fail',
    'received 1 SOL from 9aE476…Zcde, needed: from EPjFWd…Dt1v',
  ],
  [
    'received, a part short of the fee',
    transfer({ direction: 'received', mint: token, gte: '5000000' }),
    { records: [got(90, 5_000_000n, { mint, received: '4000000' })] },
    'fail',
    'received 4 USDX, 5 needed',
  ],
  [
    'to oneself',
    transfer({ counterparty: [mint] }),
    { records: [moved(90, sol, { destination: solMe })] },
    'fail',
    'sent 1 SOL to a wallet of your own, which does not count',
  ],
  [
    'to another wallet of the member',
    transfer(),
    { records: [moved(90, sol, { destination: solSecond })], wallets: bothWallets },
    'fail',
    'sent 1 SOL to a wallet of your own, which does not count',
  ],
  [
    'by balance between wallets of the member',
    transfer({ by: 'balance' }),
    {
      records: (query) =>
        'wallet' in query && query.wallet === solMe ? [changed(90, { amount: String(-sol) })] : [changed(90, { amount: String(sol) })],
      wallets: bothWallets,
    },
    'fail',
  ],
  ['received, not sent', transfer(), { records: [got(90, sol)] }, 'fail'],
  [
    'signed, but nothing sent',
    transfer(),
    { records: [signed(80, { changes: [{ amount: '-5000' }] })] },
    'fail',
    'your wallet signed this transaction, but sent no SOL in it',
  ],
  [
    'moved by somebody else',
    transfer({ mint: token, gte: '5' }),
    { records: [moved(90, 5n, { mint }, { signers: [solOther] })] },
    'fail',
    'sent 0.000005 USDX, but your wallet did not sign it',
  ],
  [
    'minted, not received',
    transfer({ direction: 'received', mint: token, gte: '5000000' }),
    { records: [changed(90, { amount: '5000000', mint })] },
    'fail',
    'gained 5 USDX, but not by a transfer from another wallet',
  ],
  [
    'burned, not sent',
    transfer({ mint: token, gte: '5000000' }),
    { records: [changed(90, { amount: '-5000000', mint })] },
    'fail',
    'lost 5 USDX, but not by a transfer to another wallet',
  ],
  [
    'lost by balance without a signature',
    transfer({ by: 'balance' }),
    { records: [signed(90, { signers: [solOther], changes: [{ amount: String(-sol) }] })] },
    'fail',
  ],
  [
    'a transaction that failed',
    transfer(),
    { records: [moved(80, 1n), moved(90, sol, {}, { success: false })] },
    'fail',
    'tried to send 1 SOL, but this transaction failed',
  ],
  [
    'received in a transaction that failed',
    transfer({ direction: 'received' }),
    { records: [moved(90, sol, { source: solOther, destination: solMe }, { success: false })] },
    'fail',
    'would have received 1 SOL, but this transaction failed',
  ],
  [
    'a token where SOL counts',
    transfer({ counterparty: [solOther] }),
    { records: [moved(90, sol, { mint })] },
    'fail',
    'sent a token of the mint EPjFWd…Dt1v; needed: SOL',
  ],
  [
    'SOL where a token counts',
    transfer({ counterparty: [solOther], mint: token }),
    { records: [moved(90, sol)] },
    'fail',
    'sent 1 SOL; needed: USDX of the mint EPjFWd…Dt1v',
  ],
  [
    'another token',
    transfer({ mint: token }),
    { records: [moved(90, sol, { mint: solOther })] },
    'fail',
    'sent a token of the mint 9aE476…Zcde; needed: USDX of the mint EPjFWd…Dt1v',
  ],
  [
    'another token received',
    transfer({ mint: token, direction: 'received' }),
    { records: [got(90, sol, { mint: solOther })] },
    'fail',
    'received a token of the mint 9aE476…Zcde; needed: USDX of the mint EPjFWd…Dt1v',
  ],
  ['an amount that is none', transfer({ gte: '0' }), { records: [moved(90, 0n), moved(91, 1n, { amount: 'much' })] }, 'fail'],
  [
    'before the window',
    transfer({}, { window: { from: '2027-01-15T08:02:00Z' } }),
    { records: [moved(90, sol)] },
    'fail',
    'sent 1 SOL, but only transactions from 2027-01-15 08:02 UTC on count',
  ],
  [
    'outside the slots',
    transfer({}, { window: { from: { block: '91' } } }),
    { records: [moved(90, sol)] },
    'fail',
    'sent 1 SOL, but only transactions from slot 91 on count',
  ],
  ['not final', transfer(), { records: [moved(110, sol)] }, 'pending'],
  ['not read to the end', transfer(), { records: [moved(90, 1n)], complete: false }, 'pending'],
  [
    'by balance while another wallet is not read to the end',
    transfer({ by: 'balance' }),
    { records: [changed(90, { amount: String(-sol) })], complete: false },
    'pending',
  ],
  ['providers disagree', transfer(), { problem: { reason: 'disagree', retryable: true, detail: '' } }, 'pending'],
  ['no Solana wallet', transfer(), { wallets: [`eip155:${me}`] }, 'fail'],
  ['unreachable', transfer(), { problem: { reason: 'unreachable', retryable: true, detail: '' } }, 'error'],
]

describe('solana.transfer', () => {
  runCases(cases)
  neverPasses(
    [transfer(), transfer({ gte: '0', direction: 'received' }), transfer({ by: 'balance', mint: token, gte: '1' })],
    strangeRecords.transactions,
  )
  everyByteCounts(transfer({ counterparty: [solOther] }), { records: [moved(90, sol), moved(91, 1n)] })

  it('says what is wanted', () => {
    const said = (params: object) => describeRule(parseRule(transfer(params)))
    expect(said({ counterparty: [solOther] })).toEqual({
      en: 'Send at least 1 SOL to 9aE476…Zcde on Local Solana',
      ja: 'ローカル Solana で 9aE476…Zcde に 1 SOL 以上を送る',
    })
    expect(said({ gte: undefined, direction: 'received', mint: token, sum: { arg: 'amount', gte: '5000000' }, days: 3 })).toEqual({
      en: 'Receive USDX on Local Solana, 5 USDX in total, on 3 different days',
      ja: 'ローカル Solana で USDX を受け取る、合計 5 USDX、3 日(別々の日)',
    })
  })

  it.each([
    [{}, moved(90, sol, { destination: solMe }), '1 SOL を送りました(相手が自分のウォレットのため対象外)'],
    [{}, moved(90, sol, {}, { success: false }), '1 SOL を送ろうとしましたが、このトランザクションは失敗しています'],
    [{}, moved(90, sol, {}, { signers: [solOther] }), '1 SOL を送りましたが、あなたのウォレットの署名がありません'],
    [{}, moved(90, sol, { mint }), 'ミント EPjFWd…Dt1v のトークンを送りました(必要: SOL)'],
    [{ mint: token, counterparty: [solOther] }, moved(90, sol), '1 SOL を送りました(必要: ミント EPjFWd…Dt1v の USDX)'],
    [{ mint: token }, changed(90, { amount: '-5000000', mint }), '5 USDX が減りましたが、ほかのウォレットへの送金ではありません'],
    [
      { mint: token, direction: 'received' },
      changed(90, { amount: '5000000', mint }),
      '5 USDX が増えましたが、ほかのウォレットからの送金ではありません',
    ],
    [
      {},
      signed(90, { changes: [{ amount: '-5000' }] }),
      'あなたのウォレットはこのトランザクションに署名していますが、SOL は送っていません',
    ],
  ])('says why in Japanese too: %#', (params, record, said) => {
    expect(judgeLeaf(transfer(params), { records: [record] }).verdict.trace.seen[0]?.text.ja).toBe(said)
  })

  it('says that a transaction is too old in Japanese too', () => {
    const { verdict } = judgeLeaf(transfer({}, { window: { from: { block: '91' } } }), { records: [moved(90, sol)] })
    expect(verdict.trace.seen[0]?.text.ja).toBe('1 SOL を送りましたが、対象期間外です(対象: スロット 91 以降)')
  })

  it('looks into token accounts only where the wallet is not named', () => {
    const scope = { chain: solChain, wallets: [solMe], linked: [], range: {}, finality: 'finalized' as const, questStart: '' }
    expect(kinds['solana.transfer'].plan({ mint: token, gte: '1' }, scope, [])).toEqual([
      { type: 'solana.transactions', chain: solChain, wallet: solMe, programs: [] },
    ])
    expect(kinds['solana.transfer'].plan({ mint: token, direction: 'received' }, { ...scope, hashes: ['x'] }, [])).toMatchObject([
      { mint, hashes: ['x'] },
    ])
  })

  it('warns of what is easily farmed and refuses what cannot be', () => {
    const { lint } = kinds['solana.transfer']
    expect(lint({}).map(({ code }) => code)).toEqual(['any-counterparty', 'no-minimum'])
    expect(lint({ gte: '1', counterparty: [solOther] })).toEqual([])
    const refused = (params: object) => 'issues' in readRule(transfer(params))
    expect(refused({ by: 'balance', counterparty: [solOther] })).toBe(true)
    expect(refused({ by: 'balance', distinct: { arg: 'to', gte: 2 } })).toBe(true)
    expect(refused({ sum: { arg: 'to', gte: '2' } })).toBe(true)
    expect(refused({ to: solOther })).toBe(true)
    expect(refused({})).toBe(false)
  })
})
