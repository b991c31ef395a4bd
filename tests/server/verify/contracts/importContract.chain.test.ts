import { type Abi, decodeEventLog, encodeFunctionData, type Hex, parseAbi, toFunctionSelector, zeroAddress } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appA } from '#chains/definitions/app-a.ts'
import { compile } from '#contracts/scripts/solc.ts'
import { ensureAppA } from '#server/cli/stack/sampleContracts.ts'
import { isCairnError } from '#server/shared/errors.ts'
import { createGuardedFetch } from '#server/shared/outbound/guardedFetchClient.ts'
import { signatureOf } from '#server/verify/contracts/abiEntry.ts'
import { type ImportedContract, importContract } from '#server/verify/contracts/importContract.ts'
import { ruleItem } from '#server/verify/contracts/ruleItem.ts'
import { searchItems } from '#server/verify/contracts/searchItems.ts'
import { createSourcify, sourcifyBytes } from '#server/verify/contracts/sourcifyClient.ts'
import { createEvidenceClient } from '#server/verify/evidenceClient.ts'
import { parseRule } from '#server/verify/rule.ts'
import { anvilKeys } from '#tests/support/anvil.ts'
import { startSourcify } from '#tests/support/sourcifyServer.ts'
import { artifactOf, type Contract, type ContractChain, judgeOn, startContractChain } from '../contractChain.ts'
import { openTokens } from '../realUser/tokens.ts'
import { deployUniswapV2 } from '../realUser/uniswapPairs.ts'

const oz = '@openzeppelin/contracts/build/contracts'
const safePath = '@safe-global/safe-contracts/build/artifacts/contracts'
const routerPath = '@uniswap/v2-periphery/build/UniswapV2Router02.json'

let chain: ContractChain
let sourcify: Awaited<ReturnType<typeof startSourcify>>
let evidence: ReturnType<typeof createEvidenceClient>
let weth: Contract
let book: Awaited<ReturnType<typeof ensureAppA>>
beforeAll(async () => {
  chain = await startContractChain(appA)
  sourcify = await startSourcify()
  book = await ensureAppA({ url: chain.node.url, chainId: chain.node.chainId, deployerKey: anvilKeys[1] })
  weth = { address: book.weth, abi: artifactOf('canonical-weth/build/contracts/WETH9.json').abi }
  evidence = createEvidenceClient({ access: (id) => (id === chain.id ? { readers: chain.readers, quorum: 1 } : null) })
})
afterAll(async () => {
  await sourcify?.stop()
  await chain?.node.stop()
})

async function run(address: string, more: { abi?: string; off?: boolean } = {}): Promise<ImportedContract> {
  await chain.mine(1)
  const fetch = createGuardedFetch({ localOrigins: new Set([sourcify.origin]), maxBytes: sourcifyBytes })
  const source = more.off ? null : createSourcify({ url: sourcify.url, fetch })
  return importContract({ evidence, source }, { chain: chain.id, address, abi: more.abi })
}
const functionsOf = (abi: Abi) => abi.flatMap((item) => (item.type === 'function' ? [item.name] : [])).toSorted()
const foundIn = ({ entries }: ImportedContract) => entries.flatMap((entry) => (entry.type === 'function' ? [entry.name] : [])).toSorted()
const deployed = (contract: string, args: readonly unknown[] = []) => {
  const { abi, bytecode } = compile({ path: 'tests/server/verify/contracts/Proxies.sol', contract, settings: { runs: 200, viaIR: false } })
  return chain.deploy({ abi: abi as Abi, bytecode }, args)
}
/** Proxies of OpenZeppelin want a first call. */
const setUp = encodeFunctionData({ abi: parseAbi(['function deposit() payable']) })
const logic = () => ({ how: expect.any(String), to: weth.address })

describe('the router of Uniswap V2, imported by its address', () => {
  it('has the ABI that Sourcify knows, or the one in its code; a rule made from it judges a real swap', async () => {
    const tokens = await openTokens(chain, { weth: book.weth, usd: book.usd, stone: weth.address })
    for (const token of [tokens.weth, tokens.impostor]) await chain.must(token, 'deposit', [], { value: 3000n * weth1 })
    const uniswap = await deployUniswapV2(chain, tokens)
    const { address } = uniswap.router
    const { abi } = artifactOf(routerPath)

    const guessed = await run(address)
    expect(guessed.origins).toMatchObject([{ address, from: 'bytecode', exact: null }])
    expect(functionsOf(abi).filter((name) => !foundIn(guessed).includes(name))).toEqual([
      'getAmountIn',
      'getAmountOut',
      'quote',
      'removeLiquidityETHSupportingFeeOnTransferTokens',
      'removeLiquidityETHWithPermit',
      'removeLiquidityETHWithPermitSupportingFeeOnTransferTokens',
      'removeLiquidityWithPermit',
    ])
    expect(guessed.selectors).toHaveLength(7)

    sourcify.verify({ chainId: appA.reference, address, name: 'UniswapV2Router02', abi, match: 'exact_match' })
    const known = await run(address)
    expect(known).toMatchObject({
      layers: [],
      origins: [{ from: 'sourcify', exact: true, name: 'UniswapV2Router02' }],
      selectors: [],
      notes: [],
    })
    expect(foundIn(known)).toEqual(functionsOf(abi))

    const [swap] = searchItems(known.entries.map(ruleItem), { text: 'swapExactTokensForTokens', kind: 'evm.transaction' })
    const params = {
      to: [address],
      function: swap?.declaration,
      where: [
        { arg: 'amountIn', op: 'gte', value: String(weth1) },
        { arg: 'path.0', op: 'eq', value: book.weth },
      ],
    }
    const rule = parseRule({ kind: 'evm.transaction', chain: chain.id, params })
    const [ann, bob] = [await chain.member(), await chain.member()]
    for (const [who, amount] of [
      [ann, weth1],
      [bob, weth1 / 2n],
    ] as const)
      expect((await uniswap.swap(who, { from: tokens.weth, to: tokens.usd, amount })).status).toBe('success')
    await chain.mine(2)
    expect((await judgeOn(evidence, rule, [ann])).status).toBe('pass')
    expect((await judgeOn(evidence, rule, [bob])).status).toBe('fail')

    const [swapped] = searchItems(
      (await run(uniswap.pool, { abi: JSON.stringify(artifactOf('@uniswap/v2-core/build/UniswapV2Pair.json').abi) })).entries.map(ruleItem),
      { text: 'swap', type: 'event' },
    )
    expect(swapped?.arguments.filter(({ namesMember }) => namesMember).map(({ path }) => path)).toEqual(['sender', 'to'])
    const event = parseRule({
      kind: 'evm.event',
      chain: chain.id,
      params: { addresses: [uniswap.pool], event: swapped?.declaration, claimant: 'to' },
    })
    expect((await judgeOn(evidence, event, [ann])).status).toBe('pass')
  })
})
const weth1 = 10n ** 18n

describe('proxies that are in use', () => {
  it('transparent, UUPS-like and beacon proxies of OpenZeppelin lead to their implementation', async () => {
    const transparent = await chain.deploy(`${oz}/TransparentUpgradeableProxy.json`, [weth.address, chain.bank.address, setUp])
    const plain = await chain.deploy(`${oz}/ERC1967Proxy.json`, [weth.address, setUp])
    const beacon = await chain.deploy(`${oz}/UpgradeableBeacon.json`, [weth.address, chain.bank.address])
    const behind = await chain.deploy(`${oz}/BeaconProxy.json`, [beacon.address, setUp])
    expect((await run(transparent.address)).layers).toEqual([{ ...logic(), address: transparent.address, how: 'erc1967' }])
    expect((await run(plain.address)).layers).toEqual([{ ...logic(), address: plain.address, how: 'erc1967' }])
    expect((await run(behind.address)).layers).toEqual([{ ...logic(), address: behind.address, how: 'beacon', beacon: beacon.address }])
    // A beacon and a proxy's admin are contracts of their own.
    expect((await run(beacon.address)).layers).toEqual([])
    const imported = await run(behind.address)
    expect(imported.origins).toMatchObject([{ address: weth.address, from: 'bytecode' }])
    expect(foundIn(imported)).toEqual(functionsOf(weth.abi))
  })

  it('clones lead to their master, also those with arguments, and a clone of a proxy all the way', async () => {
    const maker = await deployed('CloneMaker')
    const made = async (functionName: string, args: readonly unknown[]): Promise<Hex> => {
      const { logs } = await chain.must(maker, functionName, args)
      const [log] = logs
      if (!log) throw new Error('no log')
      return (decodeEventLog({ abi: maker.abi, ...log }).args as unknown as { clone: Hex }).clone.toLowerCase() as Hex
    }
    const proxy = await chain.deploy(`${oz}/TransparentUpgradeableProxy.json`, [weth.address, chain.bank.address, setUp])
    const [clone, arguing, far] = [
      await made('make', [weth.address]),
      await made('makeWith', [weth.address, '0x1234']),
      await made('make', [proxy.address]),
    ]
    expect((await run(clone)).layers).toEqual([{ address: clone, how: 'erc1167', to: weth.address }])
    expect((await run(arguing)).layers).toEqual([{ address: arguing, how: 'erc1167', to: weth.address }])
    const through = await run(far)
    expect(through.layers.map(({ how }) => how)).toEqual(['erc1167', 'erc1967'])
    expect(foundIn(through)).toEqual(functionsOf(weth.abi))
  })

  it('a Safe leads to its singleton', async () => {
    const singleton = await chain.deploy(`${safePath}/Safe.sol/Safe.json`)
    const safe = await chain.deploy(`${safePath}/proxies/SafeProxy.sol/SafeProxy.json`, [singleton.address])
    const owners = [[chain.bank.address], 1n, zeroAddress, '0x', zeroAddress, zeroAddress, 0n, zeroAddress]
    await chain.must({ address: safe.address, abi: singleton.abi }, 'setup', owners)
    sourcify.verify({ chainId: appA.reference, address: singleton.address, name: 'Safe', abi: singleton.abi, match: 'match' })
    const imported = await run(safe.address)
    expect(imported.layers).toEqual([{ address: safe.address, how: 'safe', to: singleton.address }])
    expect(imported.origins).toMatchObject([{ address: singleton.address, from: 'sourcify', exact: false }])
    expect(imported.entries.map(signatureOf)).toContain(
      'execTransaction(address,uint256,bytes,uint8,uint256,uint256,uint256,address,address,bytes)',
    )
    // The singleton itself is no proxy, though it runs foreign code.
    expect((await run(singleton.address, { off: true })).layers).toEqual([])
  })

  it('a diamond is what its facets are', async () => {
    const stone = await chain.deploy('@uniswap/v2-core/build/UniswapV2Factory.json', [chain.bank.address])
    const selectors = (signatures: readonly string[]) => signatures.map((signature) => toFunctionSelector(`function ${signature}`))
    const facets = [
      { facetAddress: weth.address, functionSelectors: selectors(['deposit()', 'balanceOf(address)']) },
      { facetAddress: stone.address, functionSelectors: selectors(['createPair(address,address)']) },
    ]
    const diamond = await deployed('SmallDiamond', [facets])
    const imported = await run(diamond.address)
    expect(imported.layers).toMatchObject([
      { address: diamond.address, how: 'diamond', facets: facets.map(({ facetAddress }) => ({ address: facetAddress })) },
    ])
    expect(foundIn(imported)).toEqual(['balanceOf', 'deposit'])
    expect(imported.selectors).toEqual(selectors(['createPair(address,address)']))
    expect(imported.origins.map(({ address }) => address)).toEqual([weth.address, stone.address])
  })
})

describe('what is no contract', () => {
  const told = async (address: string) => {
    try {
      await run(address)
    } catch (error) {
      if (isCairnError(error)) return [error.code, error.meta.found]
    }
    return 'imported'
  }

  it('is said by name: nothing, a wallet, a wallet with delegated code', async () => {
    const [plain, delegated] = [await chain.member(), await chain.member()]
    const authorization = await delegated.wallet.signAuthorization({ contractAddress: weth.address, executor: 'self' })
    await chain.mined(await delegated.wallet.sendTransaction({ to: delegated.address, authorizationList: [authorization] }))
    expect(await told('0x00000000000000000000000000000000deadbeef')).toEqual(['contract.absent', 'nothing'])
    expect(await told(plain.address)).toEqual(['contract.absent', 'a wallet, without code'])
    expect(await told(delegated.address)).toEqual(['contract.absent', `a wallet that runs the code of ${weth.address} (EIP-7702)`])
  })
})
