import { encodeFunctionData, type Hex, parseAbi } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseRule, type Rule } from '#server/verify/rule.ts'
import { replayBundle, verifyRule } from '#server/verify/run.ts'
import { addAccounts, executeBatch } from './accountWorld.ts'
import { type ChainWorld, startChainWorld } from './chainWorld.ts'
import { batch, multicall3, multiSendCallOnly, type Plain, selfMulticall } from './kinds/calls/encode.ts'

let world: ChainWorld
let accounts: Awaited<ReturnType<typeof addAccounts>>
beforeAll(async () => {
  world = await startChainWorld()
  accounts = await addAccounts(world)
})
afterAll(() => world?.node.stop())

const eth = 10n ** 18n
const weth9 = parseAbi([
  'function deposit() payable',
  'function withdraw(uint256 wad)',
  'function transfer(address dst, uint256 wad) returns (bool)',
])
const action = { en: 'wrapped', ja: 'ラップ' }
const deposit = (value: bigint): Plain => ({ to: world.weth, value, data: encodeFunctionData({ abi: weth9, functionName: 'deposit' }) })
const withdraw = (wad: bigint): Plain => ({
  to: world.weth,
  value: 0n,
  data: encodeFunctionData({ abi: weth9, functionName: 'withdraw', args: [wad] }),
})

const wrapped = (params: object = {}): Rule =>
  parseRule({
    kind: 'evm.transaction',
    chain: world.chain,
    params: { to: [world.weth], function: 'function deposit() payable', value: { op: 'gte', value: String(eth) }, action, ...params },
  })

async function judge(rule: Rule, ...wallets: string[]) {
  await world.mine(2)
  const verified = await verifyRule({ evidence: world.evidence }, rule, { context: world.contextOf(...wallets) })
  expect(replayBundle(rule, JSON.parse(JSON.stringify(verified.bundle)))).toEqual(verified)
  return verified.verdict
}
const said = ({ status, trace }: Awaited<ReturnType<typeof judge>>) => [status, trace.seen[0]?.text.en]

describe('a batch by Multicall3', () => {
  const send = async (member: Awaited<ReturnType<ChainWorld['member']>>, data: Hex, value: bigint) =>
    world.mined(await member.wallet.sendTransaction({ to: multicall3, data, value, gas: 500_000n }))

  it('counts for who sent it', async () => {
    const [ann, bob] = [await world.member(), await world.member()]
    await send(ann, batch.aggregate3Value([deposit(2n * eth), deposit(eth / 2n)], false), (5n * eth) / 2n)
    expect(said(await judge(wrapped(), ann.walletId))).toEqual(['pass', 'wrapped 2 ETH'])
    expect(said(await judge(wrapped({ count: 2 }), ann.walletId))[0]).toBe('fail')
    expect(said(await judge(wrapped(), bob.walletId))).toEqual(['fail', undefined])
  })

  it('is not believed of a contract without a multicall: WETH9 takes any input', async () => {
    const fay = await world.member()
    await world.mined(
      await fay.wallet.sendTransaction({ to: world.weth, data: selfMulticall.plain([withdraw(5n * eth).data]), gas: 200_000n }),
    )
    const withdrawn = wrapped({ function: 'function withdraw(uint256 wad)', value: undefined })
    expect(said(await judge(withdrawn, fay.walletId))).toEqual(['fail', 'inside a multicall that this contract does not have'])
  })
})

describe('a Safe', () => {
  it('acts itself, whoever sends its transaction', async () => {
    const safe = await accounts.newSafe()
    await safe.exec(deposit(2n * eth))
    expect(said(await judge(wrapped(), safe.walletId))).toEqual(['pass', 'wrapped 2 ETH'])
    expect(said(await judge(wrapped(), accounts.relayer.walletId))).toEqual(['fail', expect.stringContaining('which is not linked')])
    const other = await accounts.newSafe()
    await other.exec({ to: multiSendCallOnly, value: 0n, data: batch.multiSend([deposit(eth), deposit(3n * eth)]) }, { operation: 1 })
    expect(said(await judge(wrapped({ count: 2 }), other.walletId))).toEqual(['pass', 'wrapped 1 ETH'])
    const native = {
      kind: 'evm.transfer',
      chain: world.chain,
      params: { token: { standard: 'native' }, direction: 'sent', sum: { arg: 'amount', gte: String(4n * eth) } },
    }
    expect((await judge(parseRule(native), other.walletId)).status).toBe('pass')
  })
})

describe('an ERC-4337 account', () => {
  it('acts itself, each operation by its own outcome', async () => {
    const [one, two] = [await accounts.newAccount(), await accounts.newAccount()]
    const receipt = await accounts.bundle(
      await one.operation([deposit(2n * eth)]),
      await two.operation([withdraw(eth)]),
      await one.operation([withdraw(9n * eth)], 1n),
    )
    expect(receipt.status).toBe('success')
    const verdict = await judge(wrapped(), one.walletId)
    expect(said(verdict)).toEqual(['pass', 'wrapped 2 ETH'])
    expect(verdict.trace.seen[0]).toMatchObject({ txHash: receipt.transactionHash, wallet: one.walletId })
    expect(said(await judge(wrapped(), accounts.relayer.walletId))).toEqual(['fail', expect.stringContaining('which is not linked')])
    const withdrawn = wrapped({ function: 'function withdraw(uint256 wad)', value: undefined })
    expect(said(await judge(withdrawn, two.walletId))).toEqual(['fail', 'this call failed inside its transaction'])
    expect(said(await judge(withdrawn, one.walletId))).toEqual(['fail', 'this call failed inside its transaction'])
    expect(said(await judge(wrapped(), two.walletId))).toEqual(['fail', 'called another function of this contract'])
  })

  it('does not when its code is not known', async () => {
    const four = await accounts.newAccount()
    await accounts.bundle(await four.operation([deposit(eth)]))
    // The account as it is, but with one byte more: whoever wrote that may have changed more.
    const code = await world.control.getCode({ address: four.address })
    await world.control.setCode({ address: four.address, bytecode: `${code ?? '0x'}00` })
    await accounts.bundle(await four.operation([deposit(eth)]))
    const verdict = await judge(wrapped({ count: 2 }), four.walletId)
    expect(verdict.status).toBe('fail')
  })
})

describe('an EOA with code (EIP-7702)', () => {
  it('calls itself, and only with a delegate that is known', async () => {
    const [gus, hal] = [await world.member(), await world.member()]
    const call = { data: executeBatch([deposit(eth)]), gas: 500_000n }
    const authorize = async (member: typeof gus, contractAddress: Hex) => {
      const authorization = await member.wallet.signAuthorization({ contractAddress, executor: 'self' })
      return world.mined(await member.wallet.sendTransaction({ ...call, authorizationList: [authorization], to: member.address }))
    }
    const run = async (member: typeof gus) => world.mined(await member.wallet.sendTransaction({ ...call, to: member.address }))
    // Whose code it was when the wallet first got it cannot be told from the block's ends.
    expect((await authorize(gus, accounts.simple7702)).status).toBe('success')
    expect(said(await judge(wrapped(), gus.walletId))[1]).toContain('code we do not know')
    expect((await run(gus)).status).toBe('success')
    expect(said(await judge(wrapped(), gus.walletId))).toEqual(['pass', 'wrapped 1 ETH'])
    await authorize(hal, world.weth)
    expect((await run(hal)).status).toBe('success')
    expect(said(await judge(wrapped(), hal.walletId))[1]).toContain('code we do not know')
  })
})
