import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EvmReader } from '#chains/reader.ts'
import type { BacktestAnswer, DryRunAnswer } from '#server/quests/tryRule.ts'
import { createEvidenceRouter } from '#server/verify/evidence/evidenceRouter.ts'
import { createOffchainEvidence } from '#server/verify/evidence/offchainEvidenceClient.ts'
import { type ChainWorld, startChainWorld } from '#tests/server/verify/chainWorld.ts'
import { Browser, dataOf, errorOf, evmWallet, type Site, startSite } from '#tests/support/members.ts'

let world: ChainWorld
let site: Site
let author: Browser
const wallet = evmWallet()
const eth = 10n ** 18n

beforeAll(async () => {
  world = await startChainWorld()
  const offchain = createOffchainEvidence({
    http: async (query) => ({ query, records: [], complete: true, providers: [] }),
    oauth: async (query) => ({ query, records: [], complete: true, providers: [] }),
    facts: {
      listRows: async () => null,
      cubes: async () => [],
      reputation: async (accountId) => ({ score: accountId === authorId ? '7' : '0', count: 1, formulaHash: '0x', week: 1 }),
    },
    sleep: () => new Promise(() => {}),
  })
  const evmReader = (chain: string) => (chain === world.chain ? (world.readers[0] as EvmReader) : null)
  site = await startSite({ deps: { authoring: { evidence: createEvidenceRouter({ chain: world.evidence, offchain }), evmReader } } })
  author = new Browser(site)
  authorId = (await author.signIn(wallet)).accountId
})
afterAll(async () => {
  world?.node.stop()
  await site?.drop()
})
let authorId: string

const deposit = (least: bigint) => ({
  kind: 'evm.event',
  chain: world.chain,
  window: { from: '2020-01-01T00:00:00Z' },
  params: {
    addresses: [world.weth],
    event: 'event Deposit(address indexed dst, uint256 wad)',
    where: [{ arg: 'wad', op: 'gte', value: String(least) }],
    units: { wad: { decimals: 18, symbol: 'WETH' } },
    action: { en: 'wrapped', ja: 'ラップ' },
  },
})
const dryRun = async (rule: object, more: object = {}) => author.mutate('quests.dryRun', { rule, ...more })

describe('an author who tries a rule', () => {
  it('sees the verdict on any wallet with its trace and its cost', async () => {
    const [rich, poor] = [await world.member(), await world.member()]
    await rich.wrap(2n * eth)
    await poor.wrap(eth / 2n)
    await world.mine(3)
    const passed = dataOf<DryRunAnswer>(await dryRun(deposit(eth), { wallets: [rich.walletId] }))
    expect(passed).toMatchObject({ verdict: { status: 'pass', trace: { seen: [{ text: { en: 'wrapped 2 WETH' } }] } } })
    expect(passed.requests).toBeGreaterThan(0)
    const failed = dataOf<DryRunAnswer>(await dryRun(deposit(eth), { wallets: [poor.walletId] }))
    expect(failed.verdict).toMatchObject({ status: 'fail', trace: { seen: [{ text: { en: 'wrapped 0.50 WETH, 1 needed' } }] } })

    const history = dataOf<BacktestAnswer>(await author.mutate('quests.backtest', { rule: deposit(eth), blocks: 1000 }))
    expect(history).toMatchObject({ chain: world.chain, candidates: 2, judged: 2, counts: { pass: 1, fail: 1, pending: 0, error: 0 } })
    expect(history.ways.map(({ what }) => what)).toEqual(['one-transaction'])
  })

  it('has one history looked through at a time', async () => {
    const run = () => author.mutate('quests.backtest', { rule: deposit(eth), blocks: 1000 })
    const codes = (await Promise.all([run(), run(), run()])).map((answer) => (answer.status === 200 ? 'done' : errorOf(answer).data.code))
    expect(codes.toSorted()).toEqual(['done', 'rate.limited', 'rate.limited'])
    expect((await run()).status).toBe(200)
  })

  it('looks through more blocks than are held at once for calls', async () => {
    const caller = await world.member()
    await caller.wrap(1n)
    await world.mine(120)
    const rule = { kind: 'evm.transaction', chain: world.chain, finality: 'latest', params: { to: [world.weth] } }
    const { candidates, counts } = dataOf<BacktestAnswer>(await author.mutate('quests.backtest', { rule, blocks: 1000 }))
    expect({ candidates, passed: counts.pass }).toEqual({ candidates: 3, passed: 3 })
  })

  it('is tried with what only members have, and others are not', async () => {
    const rule = { kind: 'reputation', params: { score: '5' } }
    expect(dataOf<DryRunAnswer>(await dryRun(rule)).verdict.status).toBe('pass')
    const stranger = dataOf<DryRunAnswer>(await dryRun(rule, { wallets: [evmWallet().id] }))
    expect(stranger.verdict).toMatchObject({ status: 'error', trace: { next: { en: expect.stringContaining('members') } } })
  })

  it('is warned of what is weak', async () => {
    const nowhere = { ...deposit(eth), params: { ...deposit(eth).params, addresses: ['0x00000000000000000000000000000000deadbeef'] } }
    const answer = dataOf<{ sentence: { en: string }; warnings: { code: string; path: string }[] }>(
      await author.mutate('quests.checkRule', { rule: { ...nowhere, finality: 'latest' } }),
    )
    expect(answer.warnings.map(({ code }) => code)).toEqual(expect.arrayContaining(['not-final', 'no-contract']))
    expect(answer.sentence.en).not.toBe('')
  })

  it.each([
    ['a malformed rule', { rule: { kind: 'evm.event', chain: 'eip155:31339', params: {} } }, 'quest.malformed'],
    ['a rule that is too deep', { rule: deep(200) }, 'quest.malformed'],
    ['a wallet that is none', { rule: { kind: 'reputation', params: { score: '1' } }, wallets: ['eip155:0x12'] }, 'input.invalid'],
    ['a space of somebody else', { rule: { kind: 'reputation', params: { score: '1' } }, space: 'nobodys' }, 'not-found'],
    [
      'an endpoint of this machine',
      {
        rule: {
          kind: 'http',
          params: { url: 'http://127.0.0.1:9/x', method: 'GET', where: [{ path: 'ok', type: 'bool', op: 'eq', value: true }] },
        },
      },
      'quest.malformed',
    ],
    [
      'a list of another space',
      { rule: { kind: 'list', params: { list: 'c0ffee00-0000-4000-8000-000000000000', digest: `0x${'0'.repeat(62)}`, by: 'evm' } } },
      'quest.malformed',
    ],
  ])('is refused %s', async (_, input, code) => {
    expect(errorOf(await author.mutate('quests.dryRun', input)).data.code).toBe(code)
  })

  it('is refused a history that no chain of the rule has', async () => {
    const run = async (input: object) => errorOf(await author.mutate('quests.backtest', input)).data
    expect(await run({ rule: { kind: 'reputation', params: { score: '1' } } })).toMatchObject({ code: 'input.invalid', field: 'chain' })
    expect(await run({ rule: deposit(1n), chain: 'eip155:1' })).toMatchObject({ code: 'input.invalid', field: 'chain' })
    expect(await run({ rule: deposit(1n), blocks: 10_001 })).toMatchObject({ code: 'input.invalid' })
  })
})

function deep(levels: number): object {
  let rule: object = { kind: 'reputation', params: { score: '1' } }
  for (let i = 0; i < levels; i++) rule = { not: rule }
  return rule
}
