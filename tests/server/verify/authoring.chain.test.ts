import type { Hex } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EvmReader } from '#chains/reader.ts'
import { backtest, mostBlocks } from '#server/verify/authoring/backtest.ts'
import { dryRun } from '#server/verify/authoring/dryRun.ts'
import { lintOnChain } from '#server/verify/authoring/lintOnChain.ts'
import { parseRule } from '#server/verify/rule.ts'
import { type ChainWorld, startChainWorld } from './chainWorld.ts'

let world: ChainWorld
let first: bigint
let last: bigint
const eth = 10n ** 18n
const people: Record<'rich' | 'poor' | 'approver' | 'looper', Awaited<ReturnType<ChainWorld['member']>>> = {} as never

beforeAll(async () => {
  world = await startChainWorld()
  first = (await world.control.getBlock()).number + 1n
  const [rich, poor, approver, looper] = [await world.member(), await world.member(), await world.member(), await world.member()]
  Object.assign(people, { rich, poor, approver, looper })
  await rich.wrap(2n * eth)
  await poor.wrap(1n)
  await approver.write('approve', [rich.address, 5n])
  await looper.wrap(3n * eth)
  await looper.write('transfer', [looper.address, eth])
  await world.mine(3)
  last = (await world.control.getBlock()).number
})
afterAll(() => world?.node.stop())

const units = { wad: { decimals: 18, symbol: 'WETH' } }
const event = (signature: string, more: object = {}) =>
  parseRule({ kind: 'evm.event', chain: world.chain, params: { addresses: [world.weth], event: signature, units, ...more } })
const deposit = (more: object = {}) => event('event Deposit(address indexed dst, uint256 wad)', { claimant: 'dst', ...more })
const anyCall = () => parseRule({ kind: 'evm.transaction', chain: world.chain, params: { to: [world.weth] } })

function test(rule: ReturnType<typeof parseRule>) {
  const reader = (chain: string) => (chain === world.chain ? (world.readers[0] as EvmReader) : null)
  return backtest({ evidence: world.evidence, reader }, rule, { chain: world.chain, fromBlock: first, toBlock: last })
}

describe('back-test', () => {
  it('counts who would have passed, and finds that dust is enough', async () => {
    const open = await test(deposit())
    expect(open).toMatchObject({ candidates: 3, judged: 3, counts: { pass: 3, fail: 0, pending: 0, error: 0 } })
    expect(open.ways.map(({ what, wallets }) => [what, wallets])).toEqual([
      ['dust', 1],
      ['one-transaction', 2],
    ])
    const strict = await test(deposit({ where: [{ arg: 'wad', op: 'gte', value: String(eth) }] }))
    expect(strict.counts).toMatchObject({ pass: 2, fail: 1 })
    expect(strict.ways.map(({ what }) => what)).toEqual(['one-transaction'])
  })

  it('finds that an approval alone passes, and a transfer to oneself', async () => {
    const calls = await test(anyCall())
    expect(calls.counts).toMatchObject({ pass: 4 })
    expect(calls.ways[0]).toMatchObject({ what: 'approve-alone', wallets: 1, txHashes: [expect.stringMatching(/^0x[0-9a-f]{64}$/)] })
    const moved = await test(event('event Transfer(address indexed src, address indexed dst, uint256 wad)', { claimant: 'src' }))
    expect(moved.ways.map(({ what }) => what)).toEqual(['self-transfer'])
  })

  it('refuses a range that is upside down, too wide, or of a chain that is not read', async () => {
    const deps = { evidence: world.evidence, reader: () => world.readers[0] as EvmReader }
    const range = (fromBlock: bigint, toBlock: bigint) => backtest(deps, deposit(), { chain: world.chain, fromBlock, toBlock })
    await expect(range(2n, 1n)).rejects.toThrow(RangeError)
    await expect(range(0n, mostBlocks)).rejects.toThrow(RangeError)
    const nobody = { evidence: world.evidence, reader: () => null }
    await expect(backtest(nobody, deposit(), { chain: world.chain, fromBlock: 0n, toBlock: 1n })).rejects.toThrow('not read here')
  })
})

describe('dry run', () => {
  it('gives the whole trace for any address, as a member would see it', async () => {
    const rule = deposit({ where: [{ arg: 'wad', op: 'gte', value: String(eth) }] })
    const run = (...wallets: string[]) => dryRun({ evidence: world.evidence }, rule, { wallets, questStart: '2020-01-01T00:00:00Z' })
    expect((await run(people.rich.walletId)).verdict.status).toBe('pass')
    const poor = await run(people.poor.walletId)
    expect(poor.verdict).toMatchObject({ status: 'fail', trace: { seen: [{ text: { en: expect.stringContaining('1 needed') } }] } })
    expect((await run(people.poor.walletId, people.rich.walletId)).verdict.status).toBe('pass')
  })
})

describe('lints that ask the chain', () => {
  const lint = async (rule: ReturnType<typeof parseRule>) =>
    (await lintOnChain({ evidence: world.evidence }, rule, '2020-01-01T00:00:00Z')).map(({ code, implementation }) => [
      code,
      implementation,
    ])

  it('say nothing of a right contract', async () => expect(await lint(deposit())).toEqual([]))

  it('name what is no contract, other decimals, and a proxy with its implementation', async () => {
    expect(await lint(deposit({ addresses: ['0x00000000000000000000000000000000deadbeef'] }))).toEqual([['no-contract', undefined]])
    expect(await lint(deposit({ units: { wad: { decimals: 6, symbol: 'WETH' } } }))).toEqual([['wrong-decimals', undefined]])
    const proxy: Hex = '0x00000000000000000000000000000000000b0b05'
    await world.control.setCode({ address: proxy, bytecode: '0x00' })
    await world.control.setStorageAt({
      address: proxy,
      index: '0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc',
      value: `0x${world.weth.slice(2).padStart(64, '0')}`,
    })
    await world.mine(1)
    expect(await lint(deposit({ addresses: [proxy] }))).toEqual([['proxy', world.weth]])
  })
})
