import { type Hex, numberToHex, parseEventLogs } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createReader } from '#chains/adapters/index.ts'
import { appA } from '#chains/definitions/app-a.ts'
import { appB } from '#chains/definitions/app-b.ts'
import { requireChain } from '#chains/registry.ts'
import { createEvidenceClient } from '#server/verify/evidenceClient.ts'
import { parseRule, type Rule } from '#server/verify/rule.ts'
import { type Contract, type ContractChain, judgeOn, startContractChain } from './contractChain.ts'

const optimism = '@eth-optimism/contracts/artifacts/contracts'
/** What an L1 contract's address becomes on L2 (Optimism's AddressAliasHelper). */
const aliasOf = (address: Hex): Hex =>
  numberToHex((BigInt(address) + BigInt('0x1111000000000000000000000000000000001111')) % 2n ** 160n, { size: 20 })

type World = {
  l1: ContractChain
  l2: ContractChain
  weth: Contract
  gateway: Contract
  messenger: Contract
  there: Contract
  arrival: Contract
  token: Contract
}
let world: World
let evidence: ReturnType<typeof createEvidenceClient>
beforeAll(async () => {
  world = await startBridge()
  // The sequencer's account is impersonated, so its transactions have no signature that a block could be proven with: two operators stand in for proofs.
  const readers = new Map(
    [world.l1, world.l2].map(({ id, node }) => [
      id,
      ['one', 'two'].map((operator) => createReader(requireChain(id), { url: node.url, operator })),
    ]),
  )
  evidence = createEvidenceClient({ access: (chain) => ({ readers: readers.get(chain) ?? [], quorum: 2 }) })
})
afterAll(() => Promise.all([world?.l1.node.stop(), world?.l2.node.stop()]))

/** Optimism's own bridge (before Bedrock): the messenger, its queue and the token bridge on both sides. Only the sequencer is played by the test. */
async function startBridge(): Promise<World> {
  const [l1, l2] = await Promise.all([startContractChain(appA), startContractChain(appB)])
  const weth = await l1.deploy('canonical-weth/build/contracts/WETH9.json')
  const manager = await l1.deploy(`${optimism}/libraries/resolver/Lib_AddressManager.sol/Lib_AddressManager.json`)
  const queue = await l1.deploy(`${optimism}/L1/rollup/CanonicalTransactionChain.sol/CanonicalTransactionChain.json`, [
    manager.address,
    15_000_000n,
    32n,
    60_000n,
  ])
  const implementation = await l1.deploy(`${optimism}/L1/messaging/L1CrossDomainMessenger.sol/L1CrossDomainMessenger.json`)
  const proxy = await l1.deploy(`${optimism}/libraries/resolver/Lib_ResolvedDelegateProxy.sol/Lib_ResolvedDelegateProxy.json`, [
    manager.address,
    'OVM_L1CrossDomainMessenger',
  ])
  await l1.call(manager, 'setAddress', ['OVM_L1CrossDomainMessenger', implementation.address])
  await l1.call(manager, 'setAddress', ['CanonicalTransactionChain', queue.address])
  const messenger = { address: proxy.address, abi: implementation.abi }
  await l1.call(messenger, 'initialize', [manager.address])
  const gateway = await l1.deploy(`${optimism}/L1/messaging/L1StandardBridge.sol/L1StandardBridge.json`)
  const there = await l2.deploy(`${optimism}/L2/messaging/L2CrossDomainMessenger.sol/L2CrossDomainMessenger.json`, [messenger.address])
  const arrival = await l2.deploy(`${optimism}/L2/messaging/L2StandardBridge.sol/L2StandardBridge.json`, [there.address, gateway.address])
  await l1.call(gateway, 'initialize', [messenger.address, arrival.address])
  const token = await l2.deploy(`${optimism}/standards/L2StandardERC20.sol/L2StandardERC20.json`, [
    arrival.address,
    weth.address,
    'Wrapped Ether',
    'WETH',
  ])
  return { l1, l2, weth, gateway, messenger, there, arrival, token }
}

const eth = 10n ** 18n
type Member = Awaited<ReturnType<ContractChain['member']>>

/** Sends WETH to somebody on L2; `note` tells deposits of the same amount apart. Gives back what the sequencer is to deliver. */
async function bridge(who: Member, amount: bigint, { to = who.address, note = '0x01' as Hex } = {}) {
  const { l1, weth, gateway, messenger, token } = world
  await l1.call(weth, 'deposit', [], { account: who.account, value: amount })
  await l1.call(weth, 'approve', [gateway.address, amount], { account: who.account })
  const receipt = await l1.call(gateway, 'depositERC20To', [weth.address, token.address, to, amount, 200_000, note], {
    account: who.account,
  })
  await l1.mine(2)
  return { receipt, message: sentIn(receipt.logs, messenger.abi) }
}

function sentIn(logs: Parameters<typeof parseEventLogs>[0]['logs'], abi: Contract['abi']) {
  const [sent] = parseEventLogs({ abi, logs, eventName: 'SentMessage' })
  const { target, sender, message, messageNonce } = (sent as unknown as { args: Record<string, unknown> }).args
  return [target, sender, message, messageNonce]
}

async function deliver(message: unknown[]) {
  const sequencer = await world.l2.as(aliasOf(world.messenger.address))
  const receipt = await world.l2.call(world.there, 'relayMessage', message, { account: sequencer })
  await world.l2.mine(2)
  return receipt
}

const tokens = (more: object = {}): Rule =>
  parseRule({
    kind: 'evm.bridge',
    chain: world.l1.id,
    params: {
      out: {
        addresses: [world.gateway.address],
        event:
          'event ERC20DepositInitiated(address indexed _l1Token, address indexed _l2Token, address indexed _from, address _to, uint256 _amount, bytes _data)',
        claimant: '_from',
        where: [
          { arg: '_l1Token', op: 'eq', value: world.weth.address },
          { arg: '_amount', op: 'gte', value: String(eth) },
        ],
      },
      destination: {
        chain: world.l2.id,
        addresses: [world.arrival.address],
        event:
          'event DepositFinalized(address indexed _l1Token, address indexed _l2Token, address indexed _from, address _to, uint256 _amount, bytes _data)',
        claimant: '_to',
      },
      join: ['_l1Token', '_from', '_data'].map((arg) => ({ out: arg, in: arg })),
      maxDelay: 3600,
      amount: { out: '_amount', in: '_amount', toleranceBps: 0 },
      units: { _amount: { decimals: 18, symbol: 'WETH' } },
      action: { en: 'bridged', ja: 'ブリッジ' },
      ...more,
    },
  })

const messages = (maxDelay = 3600): Rule =>
  parseRule({
    kind: 'evm.bridge',
    chain: world.l1.id,
    params: {
      out: {
        addresses: [world.messenger.address],
        event: 'event SentMessage(address indexed target, address sender, bytes message, uint256 messageNonce, uint256 gasLimit)',
      },
      destination: { chain: world.l2.id, addresses: [world.there.address], event: 'event RelayedMessage(bytes32 indexed msgHash)' },
      join: [{ out: { keccak: ['target', 'sender', 'message', 'messageNonce'], prefix: '0xcbd4ece9' }, in: 'msgHash' }],
      maxDelay,
    },
  })

const judge = (rule: Rule, ...members: Member[]) => judgeOn(evidence, rule, members)

describe('evm.bridge on two chains', () => {
  it('waits while it is on its way, then for both chains’ finality, then passes', async () => {
    const ann = await world.l1.member()
    expect((await judge(tokens(), ann)).status).toBe('fail')
    const { receipt, message } = await bridge(ann, 2n * eth)
    expect(await judge(tokens(), ann)).toMatchObject({
      status: 'pending',
      text: 'bridged 2 WETH',
      next: expect.stringContaining('On its way'),
    })
    const sequencer = await world.l2.as(aliasOf(world.messenger.address))
    const relayed = await world.l2.call(world.there, 'relayMessage', message, { account: sequencer })
    const early = await judge(tokens(), ann)
    expect([early.status, early.trace.seen.at(-1)?.text.en]).toEqual(['pending', '0 of 2 confirmations'])
    await world.l2.mine(2)
    const done = await judge(tokens(), ann)
    expect(done).toMatchObject({ status: 'pass', text: 'bridged 2 WETH to App chain B' })
    expect(done.facts[0]).toMatchObject({
      txHash: receipt.transactionHash,
      decoded: { arrival: { chain: world.l2.id, txHash: relayed.transactionHash } },
    })
    expect(await world.l2.read({ ...world.token, functionName: 'balanceOf', args: [ann.address] })).toBe(2n * eth)
    expect((await judge(messages(), ann)).status).toBe('pass')
  })

  it('names each near miss: too little, another receiver, never delivered, too late', async () => {
    const [bob, eve] = [await world.l1.member(), await world.l1.member()]
    await deliver((await bridge(bob, eth / 2n)).message)
    expect(await judge(tokens(), bob)).toMatchObject({ status: 'fail', text: 'bridged 0.50 WETH, 1 needed' })
    await deliver((await bridge(bob, eth, { to: eve.address, note: '0x02' })).message)
    expect((await judge(tokens(), bob)).text).toMatch(/^bridged 1 WETH, but it arrived on App chain B at 0x.*, which is not your wallet$/)
    expect((await judge(tokens(), bob, eve)).status).toBe('pass')

    const cat = await world.l1.member()
    const { message } = await bridge(cat, eth)
    await world.l2.control.increaseTime({ seconds: 7200 })
    await world.l2.mine(1)
    expect(await judge(tokens(), cat)).toMatchObject({
      status: 'fail',
      text: 'bridged 1 WETH, but it did not arrive on App chain B within 1 hour',
    })
    await deliver(message)
    expect((await judge(tokens(), cat)).text).toMatch(/^bridged 1 WETH, but it arrived on App chain B after .*, at most 1 hour allowed$/)
    expect((await judge(messages(), cat)).status).toBe('fail')
    expect((await judge(messages(100_000), cat)).status).toBe('pass')
  })

  it('counts one key once, and takes no message that another sent or that failed there', async () => {
    const [dan, fay] = [await world.l1.member(), await world.l1.member()]
    const late = { maxDelay: 100_000 }
    for (const note of ['0x05', '0x05', '0x06'] as const) await deliver((await bridge(dan, eth, { note })).message)
    expect((await judge(tokens({ ...late, count: 2 }), dan)).status).toBe('pass')
    expect(await judge(tokens({ ...late, count: 3 }), dan)).toMatchObject({ status: 'fail', next: '2 so far, 3 needed.' })
    expect((await judge(messages(100_000), fay)).status).toBe('fail')
    const { l1, messenger } = world
    // Nobody but the bridge may mint: the message fails on arrival.
    const receipt = await l1.call(messenger, 'sendMessage', [world.token.address, '0x40c10f19', 200_000], { account: fay.account })
    await l1.mine(2)
    await deliver(sentIn(receipt.logs, messenger.abi))
    expect((await judge(messages(100_000), fay)).status).toBe('pending')
    expect((await judge(messages(3600), fay)).text).toContain('did not arrive')
  })
})
