import { type Abi, createWalletClient, type Hex, http, publicActions } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { foundry } from 'viem/chains'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseRule } from '#server/verify/rule.ts'
import { replayBundle, verifyRule } from '#server/verify/run.ts'
import { anvilKeys } from '#tests/support/anvil.ts'
import { type ChainWorld, startChainWorld } from './chainWorld.ts'
import { type StateContract, stateContract } from './stateContracts.ts'

type Contract = { address: Hex; write(functionName: string, args: readonly unknown[]): Promise<unknown> }
let world: ChainWorld
let vote: Contract
let cards: Contract
let goods: Contract
let rebasing: Contract

/** Deploys one of the test contracts from the bank's account; `write` sends from there and waits. */
async function deploy(name: Exclude<StateContract, 'Hostile'>): Promise<Contract> {
  const { abi, bytecode } = stateContract(name)
  const bank = createWalletClient({
    account: privateKeyToAccount(anvilKeys[1]),
    transport: http(world.node.url),
    chain: { ...foundry, id: world.node.chainId },
  }).extend(publicActions)
  const { contractAddress } = await world.mined(await bank.deployContract({ abi, bytecode }))
  const address = (contractAddress ?? '0x').toLowerCase() as Hex
  const write = async (functionName: string, args: readonly unknown[]) =>
    world.mined(await bank.writeContract({ address, abi: abi as Abi, functionName, args }))
  return { address, write }
}

beforeAll(async () => {
  world = await startChainWorld()
  vote = await deploy('VoteToken')
  cards = await deploy('RareCards')
  goods = await deploy('Goods')
  rebasing = await deploy('RebasingToken')
})
afterAll(() => world?.node.stop())

const eth = 10n ** 18n
const day = 86_400

async function judge(leaf: object, ...wallets: string[]) {
  const rule = parseRule({ chain: world.chain, ...leaf })
  const verified = await verifyRule({ evidence: world.evidence }, rule, { context: world.contextOf(...wallets) })
  expect(replayBundle(rule, JSON.parse(JSON.stringify(verified.bundle)))).toEqual(verified)
  const { status, trace } = verified.verdict
  return { status, seen: trace.seen[0]?.text.en, next: trace.next?.en, ...verified }
}
const balance = (params: object, around: object = {}) => ({ kind: 'evm.balance', params, ...around })
const read = (params: object) => ({ kind: 'evm.read', params })

/** Lets the chain's clock run, and what was there become final. */
async function pass(seconds: number) {
  await world.control.increaseTime({ seconds })
  await world.mine(3)
}
const nowOf = async () => Number((await world.control.getBlock()).timestamp)
const iso = (seconds: number) => new Date(seconds * 1000).toISOString()

describe('evm.balance on real tokens', () => {
  const votes = (gte: bigint, more: object = {}) => ({
    token: { standard: 'erc20', address: vote.address, decimals: 18, symbol: 'VOTE' },
    gte: String(gte * eth),
    ...more,
  })

  it('counts one wallet, or all of them together, now and at a block', async () => {
    const [ann, bob] = [await world.member(), await world.member()]
    await vote.write('mint', [ann.address, 60n * eth])
    await vote.write('mint', [bob.address, 40n * eth])
    const both = await world.control.getBlockNumber({ cacheTime: 0 })
    await world.mine(2)
    const wallets = [ann.walletId, bob.walletId]
    expect(await judge(balance(votes(60n)), ...wallets)).toMatchObject({ status: 'pass', seen: 'holds 60 VOTE' })
    expect(await judge(balance(votes(100n)), ...wallets)).toMatchObject({ status: 'fail', seen: 'holds 60 VOTE, 100 needed' })
    expect(await judge(balance(votes(100n, { measure: 'total' })), ...wallets)).toMatchObject({ status: 'pass', seen: 'holds 100 VOTE' })
    const at = (block: bigint) => balance(votes(100n, { measure: 'total', at: { block: String(block) } }))
    expect((await judge(at(both), ...wallets)).status).toBe('pass')
    expect(await judge(at(both - 1n), ...wallets)).toMatchObject({ status: 'fail', seen: 'holds 60 VOTE, 100 needed' })
    expect((await judge(at(both + 1000n), ...wallets)).status).toBe('pending')
  })

  it('counts pieces by id and by trait', async () => {
    const [cat, dan] = [await world.member(), await world.member()]
    await goods.write('mint', [cat.address, 7n, 3n])
    await goods.write('mint', [cat.address, 8n, 5n])
    for (const [id, rarity] of [
      [1n, 1],
      [2n, 4],
      [3n, 4],
    ] as const)
      await cards.write('mint', [cat.address, id, rarity])
    await cards.write('mint', [dan.address, 4n, 5])
    await world.mine(2)
    const pieces = (ids: string[], gte: string) =>
      balance({ token: { standard: 'erc1155', address: goods.address, symbol: 'GOOD', ids }, gte })
    expect(await judge(pieces(['7', '8'], '8'), cat.walletId)).toMatchObject({ status: 'pass', seen: 'holds 8 GOOD' })
    expect(await judge(pieces(['7'], '4'), cat.walletId)).toMatchObject({ status: 'fail', seen: 'holds 3 GOOD, 4 needed' })
    expect(await judge(pieces(['9'], '1'), cat.walletId)).toMatchObject({ status: 'fail', seen: 'holds 0 GOOD, 1 needed' })
    const collection = { standard: 'erc721', address: cards.address, symbol: 'CARD' }
    expect((await judge(balance({ token: { ...collection, ids: ['1', '3', '99'] }, gte: '2' }), cat.walletId)).status).toBe('pass')
    expect(await judge(balance({ token: { ...collection, ids: ['4', '99'] }, gte: '1' }), cat.walletId)).toMatchObject({
      status: 'fail',
      seen: 'holds 0 CARD, 1 needed',
    })
    const trait = {
      function: 'function traitsOf(uint256 tokenId) view returns (uint8 rarity, string set)',
      where: [{ arg: 'rarity', op: 'gte', value: '4' }],
    }
    const rare = (gte: string) => balance({ token: { ...collection, trait }, gte })
    expect(await judge(rare('2'), cat.walletId)).toMatchObject({ status: 'pass', seen: 'holds 2 CARD with rarity ≥ 4' })
    expect(await judge(rare('3'), cat.walletId)).toMatchObject({ status: 'fail', seen: 'holds 2 CARD with rarity ≥ 4, 3 needed' })
    expect(
      await judge(balance({ token: { standard: 'erc721', address: world.weth, symbol: 'X', trait }, gte: '1' }), cat.walletId),
    ).toMatchObject({ status: 'fail' })
  })

  it('shows by transfers what was held for a time', async () => {
    const [eve, fay] = [await world.member(), await world.member()]
    await vote.write('mint', [eve.address, 100n * eth])
    await vote.write('mint', [fay.address, 100n * eth])
    await pass(10)
    const from = await nowOf()
    await pass(10 * day)
    const { abi } = stateContract('VoteToken')
    const send = async (who: typeof eve, to: Hex, amount: bigint) =>
      world.mined(
        await who.wallet.writeContract({ address: vote.address, abi, functionName: 'transfer', args: [to, amount], gas: 200_000n }),
      )
    const lent = await send(fay, eve.address, eth)
    await pass(60)
    await send(eve, fay.address, eth)
    await pass(10 * day)
    const to = await nowOf()
    await pass(60)
    const window = { from: iso(from), to: iso(to) }
    expect(await judge(balance(votes(100n, { at: 'window' }), { window }), eve.walletId)).toMatchObject({
      status: 'pass',
      seen: 'never held less than 100 VOTE',
    })
    const broken = await judge(balance(votes(100n, { at: 'window' }), { window }), fay.walletId)
    expect(broken).toMatchObject({ status: 'fail', seen: `held only 99 VOTE at block ${lent.blockNumber}, 100 VOTE needed` })
    expect(broken.verdict.trace.seen[0]?.txHash).toBe(lent.transactionHash)
    expect((await judge(balance(votes(100n, { at: 'window', measure: 'total' }), { window }), eve.walletId, fay.walletId)).status).toBe(
      'pass',
    )
    const later = { from: iso(from), to: iso(to + 100 * day) }
    expect(await judge(balance(votes(100n, { at: 'window' }), { window: later }), eve.walletId)).toMatchObject({
      status: 'pending',
      next: expect.stringContaining('Held so far'),
    })
    expect((await judge(balance(votes(100n, { at: { heldFor: 20 * day } })), eve.walletId)).status).toBe('pass')
    expect((await judge(balance(votes(100n, { at: { heldFor: 5 * day } })), fay.walletId)).status).toBe('pass')
    expect(await judge(balance(votes(100n, { at: { heldFor: 60 * day } })), eve.walletId)).toMatchObject({ status: 'fail' })
  })

  it('never passes a token whose balances its transfers do not explain; wraps are explained where the rule says so', async () => {
    const gus = await world.member()
    await rebasing.write('mint', [gus.address, 100n * eth])
    await gus.wrap(eth)
    await pass(10)
    const from = await nowOf()
    await pass(day)
    await rebasing.write('rebase', [])
    await gus.wrap(eth)
    await pass(day)
    const token = (address: Hex, more: object = {}) => ({ standard: 'erc20', address, decimals: 18, symbol: 'TOK', ...more })
    const window = { from: iso(from), to: iso(await nowOf()) }
    await pass(10)
    const held = (one: object) => judge(balance({ token: one, gte: String(eth), at: 'window' }, { window }), gus.walletId)
    expect(await held(token(rebasing.address))).toMatchObject({
      status: 'error',
      next: expect.stringContaining('cannot be shown by its transfers'),
    })
    expect(await held(token(world.weth))).toMatchObject({ status: 'error' })
    expect(await held(token(world.weth, { wrapped: true }))).toMatchObject({ status: 'pass', seen: 'never held less than 1 TOK' })
    expect((await held(token('0x00000000000000000000000000000000deadbeef'))).status).not.toBe('pass')
  })

  it('looks at native coins in blocks that are chosen afterwards', async () => {
    const hal = await world.member()
    await pass(10)
    const from = await nowOf()
    for (let index = 0; index < 4; index++) await pass(day)
    const middle = await nowOf()
    await world.control.setBalance({ address: hal.address, value: eth })
    for (let index = 0; index < 4; index++) await pass(day)
    const to = await nowOf()
    await pass(10)
    const held = (gte: bigint, begin: number, end: number) =>
      judge(
        balance(
          { token: { standard: 'native' }, gte: String(gte), at: 'window', samples: 8 },
          { window: { from: iso(begin), to: iso(end) } },
        ),
        hal.walletId,
      )
    expect(await held(eth, from, to)).toMatchObject({
      status: 'pass',
      seen: expect.stringMatching(/^held at least 1 ETH at all \d+ sampled blocks$/),
    })
    expect(await held(50n * eth, from, middle - 10)).toMatchObject({ status: 'pass' })
    expect(await held(50n * eth, from, to)).toMatchObject({
      status: 'fail',
      seen: expect.stringMatching(/^held only 1 ETH at block \d+, 50 ETH needed$/),
    })
  })
})

describe('evm.read on OpenZeppelin Votes', () => {
  const power = (gte: bigint, more: object = {}) =>
    read({
      to: vote.address,
      function: 'function getVotes(address account) view returns (uint256 votes)',
      args: ['$account'],
      where: [{ arg: 'votes', op: 'gte', value: String(gte * eth) }],
      units: { votes: { decimals: 18, symbol: 'VOTE' } },
      label: { en: 'voting power', ja: '投票権' },
      ...more,
    })

  it('reads what the contract says of the member, now and before', async () => {
    const ivy = await world.member()
    await vote.write('mint', [ivy.address, 10n * eth])
    await world.mine(2)
    expect(await judge(power(10n), ivy.walletId)).toMatchObject({
      status: 'fail',
      seen: 'voting power: votes was 0 VOTE; needed: votes ≥ 10 VOTE',
    })
    const { abi } = stateContract('VoteToken')
    const { blockNumber } = await world.mined(
      await ivy.wallet.writeContract({ address: vote.address, abi, functionName: 'delegate', args: [ivy.address], gas: 200_000n }),
    )
    expect((await judge(power(10n), ivy.walletId)).status).toBe('pending')
    await world.mine(2)
    expect(await judge(power(10n), ivy.walletId)).toMatchObject({ status: 'pass', seen: 'voting power: votes = 10 VOTE' })
    expect(await judge(power(11n), ivy.walletId)).toMatchObject({
      status: 'fail',
      seen: 'voting power: votes was 10 VOTE; needed: votes ≥ 11 VOTE',
    })
    expect((await judge(power(10n, { at: { block: String(blockNumber) } }), ivy.walletId)).status).toBe('pass')
    expect((await judge(power(10n, { at: { block: String(blockNumber - 1n) } }), ivy.walletId)).status).toBe('fail')
  })

  it('tells a refusal from a contract that is not there', async () => {
    const jim = await world.member()
    const owner = (tokenId: string, to: string = cards.address) =>
      read({
        to,
        function: 'function ownerOf(uint256) view returns (address)',
        args: [tokenId],
        where: [{ arg: '_0', op: 'eq', value: '$account' }],
      })
    await cards.write('mint', [jim.address, 70n, 1])
    await world.mine(2)
    expect((await judge(owner('70'), jim.walletId)).status).toBe('pass')
    expect(await judge(owner('71'), jim.walletId)).toMatchObject({
      status: 'fail',
      seen: expect.stringContaining('the contract refuses this call'),
    })
    expect(await judge(owner('70', '0x00000000000000000000000000000000deadbeef'), jim.walletId)).toMatchObject({
      status: 'error',
      next: expect.stringContaining('no contract'),
    })
  })
})
