import { createRequire } from 'node:module'
import { type Abi, type Hex, keccak256, stringToHex, toEventSelector, toFunctionSelector } from 'viem'
import { describe, expect, it } from 'vitest'
import { cloneTarget, delegateOf, holds, scanCode } from '#server/verify/contracts/bytecode.ts'
import { knownSignatures } from '#server/verify/contracts/knownSignatures.ts'
import { proxySlots } from '#server/verify/contracts/proxyLayer.ts'

const packages = createRequire(import.meta.url)
type Artifact = { abi: Abi; deployedBytecode?: string; evm?: { deployedBytecode: { object: string } } }
const load = (path: string) => packages(path) as Artifact
const codeOf = ({ deployedBytecode, evm }: Artifact): string => {
  const code = deployedBytecode ?? evm?.deployedBytecode.object ?? ''
  return (code.startsWith('0x') ? code : `0x${code}`).toLowerCase()
}

/** Contracts of five compilers: 0.4.19, 0.5.16, 0.6.6, 0.7.6 and 0.8. */
const contracts = {
  WETH9: load('canonical-weth/build/contracts/WETH9.json'),
  Pair: load('@uniswap/v2-core/build/UniswapV2Pair.json'),
  RouterV2: load('@uniswap/v2-periphery/build/UniswapV2Router02.json'),
  SwapRouter: load('@uniswap/v3-periphery/artifacts/contracts/SwapRouter.sol/SwapRouter.json'),
  Safe: load('@safe-global/safe-contracts/build/artifacts/contracts/Safe.sol/Safe.json'),
  EAS: load('@ethereum-attestation-service/eas-contracts/artifacts/contracts/EAS.sol/EAS.json'),
}

describe('what code tells', () => {
  it.each(Object.entries(contracts))('%s: every function of its ABI and hardly anything else', (_name, artifact) => {
    const scan = scanCode(codeOf(artifact))
    const declared = artifact.abi.flatMap((item) => (item.type === 'function' ? [toFunctionSelector(item)] : []))
    expect(declared.filter((selector) => !scan.selectors.includes(selector))).toEqual([])
    expect(scan.selectors.filter((selector) => !declared.includes(selector as Hex))).toEqual([])
    expect(scan.full).toBe(false)
  })

  it.each(Object.entries(contracts))('%s: the topics of the events that it logs', (_name, artifact) => {
    const { words } = scanCode(codeOf(artifact))
    const topics = artifact.abi.flatMap((item) => (item.type === 'event' ? [toEventSelector(item)] : []))
    // Some are logged by libraries or declared for others: those that are there are whole words.
    for (const topic of topics) expect(words.has(topic)).toBe(holds(codeOf(artifact), topic))
    if (topics.length > 0) expect(topics.some((topic) => words.has(topic))).toBe(true)
  })

  it('does not take constants for code, nor ids of interfaces for functions', () => {
    // PUSH32 with a dispatcher's bytes inside, then STOP.
    expect(scanCode(`0x7f${'8063a9059cbb1461001057'.padEnd(64, '0')}00`).selectors).toEqual([])
    // `id == 0x80ac58cd || …`: compared, but the jump is not right behind.
    expect(scanCode('0x6380ac58cd14801561001057').selectors).toEqual([])
    expect(scanCode('0x8063a9059cbb1461001057').selectors).toEqual(['0xa9059cbb'])
    // Vyper: PUSH4 DUP2 XOR PUSH2 JUMPI.
    expect(scanCode('0x63a9059cbb81186100105763ffffffff146100105700').selectors).toEqual(['0xa9059cbb'])
  })

  it('is bounded: 24 KiB of comparisons, code that breaks off, no code', () => {
    const hostile = Array.from({ length: 2457 }, (_, index) => `63${(index + 1).toString(16).padStart(8, '0')}1461000057`).join('')
    const scan = scanCode(`0x${hostile}`)
    expect([scan.selectors.length, scan.full]).toEqual([1000, true])
    expect(scanCode('0x63a9059c')).toMatchObject({ selectors: [], full: false })
    expect(scanCode('0x7fab')).toMatchObject({ selectors: [] })
    expect(scanCode('0x').selectors).toEqual([])
    expect(scanCode('no hex').selectors).toEqual([])
    expect(scanCode(`0x${'63'.repeat(24_576)}`).selectors).toEqual([])
  })

  it('knows minimal proxies in their four forms, with arguments behind them, and delegated wallets', () => {
    const to = 'bebebebebebebebebebebebebebebebebebebebe'
    const forms = [
      `363d3d373d3d3d363d73${to}5af43d82803e903d91602b57fd5bf3`,
      `363d3d373d3d3d363d73${to}5af43d82803e903d91602b57fd5bf30000000000000000000000000000000000000001`,
      `3d3d3d3d363d3d37363d73${to}5af43d3d93803e602a57fd5bf3`,
      `365f5f375f5f365f73${to}5af43d5f5f3e5f3d91602a57fd5bf3`,
      `5f5f365f5f37365f73${to}5af43d5f5f3e6029573d5ffd5b3d5ff3`,
    ]
    for (const form of forms) expect(cloneTarget(`0x${form}`)).toBe(`0x${to}`)
    expect(cloneTarget(`0x00${forms[0]}`)).toBeNull()
    expect(cloneTarget(codeOf(contracts.Safe))).toBeNull()
    expect(delegateOf(`0xef0100${to}`)).toBe(`0x${to}`)
    expect(delegateOf(`0xef0100${to}00`)).toBeNull()
  })
})

describe('constants', () => {
  it('of proxies are the hashes that their standards name', () => {
    const minusOne = (text: string) => `0x${(BigInt(keccak256(stringToHex(text))) - 1n).toString(16).padStart(64, '0')}`
    expect(proxySlots).toEqual({
      erc1967: minusOne('eip1967.proxy.implementation'),
      beacon: minusOne('eip1967.proxy.beacon'),
      erc1822: keccak256(stringToHex('PROXIABLE')),
      zeppelinos: keccak256(stringToHex('org.zeppelinos.proxy.implementation')),
    })
  })

  it('declarations that are known have a selector each, and events of one topic stand side by side', () => {
    const { functions, events } = knownSignatures()
    expect(functions.get('0xa9059cbb')?.map(({ name }) => name)).toEqual(['transfer'])
    expect(events.get(toEventSelector('event Transfer(address,address,uint256)'))?.length).toBe(2)
    expect([...functions.values()].every((entries) => entries.length === 1)).toBe(true)
  })
})
