import { encodeFunctionData, encodePacked, type Hex, parseAbi, zeroAddress } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appA } from '#chains/definitions/app-a.ts'
import { createEvidenceClient } from '#server/verify/evidenceClient.ts'
import { entryPoints } from '#server/verify/kinds/calls/accountLogs.ts'
import { parseRule, type Rule } from '#server/verify/rule.ts'
import { artifactOf, type Contract, type ContractChain, judgeOn, startContractChain } from './contractChain.ts'

const eth = 10n ** 18n
const accountPackage = '@account-abstraction/contracts/artifacts'
const safePackage = '@safe-global/safe-contracts/build/artifacts/contracts'
const entryPointV08 = entryPoints[2] as Hex
const wethAbi = parseAbi(['function deposit() payable', 'function withdraw(uint256 wad)'])
const wrap = encodeFunctionData({ abi: wethAbi, functionName: 'deposit' })

type Member = Awaited<ReturnType<ContractChain['member']>>
type World = {
  chain: ContractChain
  weth: Contract
  entryPoint: Contract
  factory: Contract
  safes: Contract
  safe: Contract
  safeL2: Contract
}
let world: World
let evidence: ReturnType<typeof createEvidenceClient>
beforeAll(async () => {
  const chain = await startContractChain(appA)
  const weth = await chain.deploy('canonical-weth/build/contracts/WETH9.json')
  world = { chain, weth, ...(await deployAccounts(chain)) }
  evidence = createEvidenceClient({ access: () => ({ readers: chain.readers, quorum: 1 }) })
})
afterAll(() => world?.chain.node.stop())

/** The published entry point at the address that it has on every chain, with its sample account; Safe 1.4.1 with its proxies. */
async function deployAccounts(chain: ContractChain) {
  const deployed = await chain.deploy(`${accountPackage}/EntryPoint.json`)
  const bytecode = (await chain.control.getCode({ address: deployed.address })) ?? '0x'
  await chain.control.setCode({ address: entryPointV08, bytecode })
  const entryPoint = { ...deployed, address: entryPointV08 }
  const factory = await chain.deploy(`${accountPackage}/SimpleAccountFactory.json`, [entryPointV08])
  const [safes, safe, safeL2] = [
    await chain.deploy(`${safePackage}/proxies/SafeProxyFactory.sol/SafeProxyFactory.json`),
    await chain.deploy(`${safePackage}/Safe.sol/Safe.json`),
    await chain.deploy(`${safePackage}/SafeL2.sol/SafeL2.json`),
  ]
  return { entryPoint, factory, safes, safe, safeL2 }
}

let salt = 0n
/** A smart account of one owner, with coins of its own and a deposit for its gas. */
async function smartAccount(owner: Member) {
  const { chain, factory, entryPoint } = world
  const address = (
    (await chain.read({ ...factory, functionName: 'getAddress', args: [owner.address, ++salt] })) as string
  ).toLowerCase() as Hex
  // The factory takes calls of the entry point's helper only: that is who creates accounts.
  const creator = (await chain.read({ ...entryPoint, functionName: 'senderCreator' })) as Hex
  await chain.call(factory, 'createAccount', [owner.address, salt], { account: await chain.as(creator) })
  await chain.control.setBalance({ address, value: 100n * eth })
  await chain.call(entryPoint, 'depositTo', [address], { value: 10n * eth })
  return { address, walletId: `eip155:${address}`, owner }
}
type Account = Awaited<ReturnType<typeof smartAccount>>

/** A signed operation of a smart account. */
async function operation({ address, owner }: Account, target: Hex, { value = 0n, data = '0x' as Hex } = {}) {
  const { chain, entryPoint } = world
  const { abi } = artifactOf(`${accountPackage}/SimpleAccount.json`)
  const gas = (high: bigint, low: bigint) => encodePacked(['uint128', 'uint128'], [high, low])
  const unsigned = {
    sender: address,
    nonce: (await chain.read({ ...entryPoint, functionName: 'getNonce', args: [address, 0n] })) as bigint,
    initCode: '0x',
    callData: encodeFunctionData({ abi, functionName: 'execute', args: [target, value, data] }),
    accountGasLimits: gas(500_000n, 500_000n),
    preVerificationGas: 50_000n,
    gasFees: gas(1n, 10n ** 9n),
    paymasterAndData: '0x',
    signature: '0x',
  }
  const hash = (await chain.read({ ...entryPoint, functionName: 'getUserOpHash', args: [unsigned] })) as Hex
  return { ...unsigned, signature: await owner.account.sign({ hash }) }
}

async function bundle(bundler: Member, ...operations: unknown[]) {
  const receipt = await world.chain.call(world.entryPoint, 'handleOps', [operations, bundler.address], { account: bundler.account })
  expect(receipt.status).toBe('success')
  await world.chain.mine(2)
  return receipt
}

/** A Safe of one owner. */
async function safeOf(owner: Member, singleton: Contract): Promise<Contract & { walletId: string }> {
  const { chain, safes } = world
  const setup = encodeFunctionData({
    abi: singleton.abi,
    functionName: 'setup',
    args: [[owner.address], 1n, zeroAddress, '0x', zeroAddress, zeroAddress, 0n, zeroAddress],
  })
  const args = [singleton.address, setup, ++salt]
  const { result } = await chain.control.simulateContract({ ...safes, functionName: 'createProxyWithNonce', args, account: chain.bank })
  await chain.call(safes, 'createProxyWithNonce', args)
  const address = (result as string).toLowerCase() as Hex
  await chain.control.setBalance({ address, value: 100n * eth })
  return { address, abi: singleton.abi, walletId: `eip155:${address}` }
}

/** The owner signs, anyone sends. */
async function executeSafe(safe: Contract, owner: Member, { by, value, data = wrap }: { by: Member; value: bigint; data?: Hex }) {
  const { chain, weth } = world
  const rest = [0, 0n, 0n, 0n, zeroAddress, zeroAddress] as const
  const nonce = await chain.read({ ...safe, functionName: 'nonce' })
  const hash = (await chain.read({ ...safe, functionName: 'getTransactionHash', args: [weth.address, value, data, ...rest, nonce] })) as Hex
  const signature = await owner.account.sign({ hash })
  const receipt = await chain.call(safe, 'execTransaction', [weth.address, value, data, ...rest, signature], { account: by.account })
  await chain.mine(2)
  return receipt
}

const wrapped = (more: object = {}): Rule =>
  parseRule({
    kind: 'evm.event',
    chain: world.chain.id,
    params: {
      addresses: [world.weth.address],
      event: 'event Deposit(address indexed dst, uint256 wad)',
      where: [{ arg: 'wad', op: 'gte', value: String(eth) }],
      units: { wad: { decimals: 18, symbol: 'WETH' } },
      action: { en: 'wrapped', ja: 'ラップ' },
      ...more,
    },
  })

const judge = (rule: Rule, ...wallets: { walletId: string }[]) => judgeOn(evidence, rule, wallets)

describe('who acted, when somebody else sent the transaction', () => {
  it('is the smart account of each ERC-4337 operation, never the bundler, its owner or its neighbour', async () => {
    const [owner, bundler] = [await world.chain.member(), await world.chain.member()]
    const [ann, bob, cat] = [await smartAccount(owner), await smartAccount(owner), await smartAccount(owner)]
    const one = await operation(ann, world.weth.address, { value: 2n * eth, data: wrap })
    const two = await operation(bob, world.weth.address, { value: eth / 2n, data: wrap })
    // Withdraws what it does not have: the operation fails, the bundle does not.
    const three = await operation(cat, world.weth.address, {
      data: encodeFunctionData({ abi: wethAbi, functionName: 'withdraw', args: [eth] }),
    })
    await bundle(bundler, one, two, three)
    expect(await judge(wrapped(), ann)).toMatchObject({ status: 'pass', text: 'wrapped 2 WETH' })
    expect(await judge(wrapped(), bob)).toMatchObject({ status: 'fail', text: 'wrapped 0.50 WETH, 1 needed' })
    expect(await judge(wrapped(), cat)).toMatchObject({ status: 'fail', text: undefined })
    expect(await judge(wrapped(), owner)).toMatchObject({ status: 'fail', text: undefined })
    const sender = await judge(wrapped(), bundler)
    expect(sender.status).toBe('fail')
    expect(sender.text).toMatch(/^sent by your wallet, but done by the smart account 0x.*, which is not linked$/)
    expect((await judge(wrapped(), bundler, ann)).status).toBe('pass')
    expect((await judge(wrapped({ claimant: 'dst' }), ann)).status).toBe('pass')
    const own = await world.chain.call(world.weth, 'deposit', [], { account: bundler.account, value: eth })
    expect(own.status).toBe('success')
    await world.chain.mine(2)
    expect((await judge(wrapped(), bundler)).status).toBe('pass')
  })

  it('is the Safe, whoever sent its transaction', async () => {
    for (const singleton of [world.safe, world.safeL2]) {
      const [owner, relayer] = [await world.chain.member(), await world.chain.member()]
      const safe = await safeOf(owner, singleton)
      await executeSafe(safe, owner, { by: relayer, value: eth / 4n })
      expect(await judge(wrapped(), safe)).toMatchObject({ status: 'fail', text: 'wrapped 0.25 WETH, 1 needed' })
      await executeSafe(safe, owner, { by: relayer, value: 3n * eth })
      expect(await judge(wrapped(), safe)).toMatchObject({ status: 'pass', text: 'wrapped 3 WETH' })
      expect((await judge(wrapped({ count: 2, where: undefined }), safe)).status).toBe('pass')
      expect((await judge(wrapped(), owner)).status).toBe('fail')
      const sender = await judge(wrapped(), relayer)
      expect(sender.status).toBe('fail')
      expect(sender.text).toContain('done by the smart account')
    }
  })
})
