import { createRequire } from 'node:module'
import fc from 'fast-check'
import type { Abi } from 'viem'
import { describe, expect, it } from 'vitest'
import { readEntries } from '#server/verify/contracts/readEntries.ts'
import { bareItem, type RuleItem, ruleItem } from '#server/verify/contracts/ruleItem.ts'
import { searchItems } from '#server/verify/contracts/searchItems.ts'
import { kindOf } from '#server/verify/kinds/index.ts'

const packages = createRequire(import.meta.url)
const abis = [
  '@uniswap/v2-periphery/build/UniswapV2Router02.json',
  '@uniswap/v3-periphery/artifacts/contracts/NonfungiblePositionManager.sol/NonfungiblePositionManager.json',
  '@uniswap/v3-core/artifacts/contracts/UniswapV3Pool.sol/UniswapV3Pool.json',
  '@safe-global/safe-contracts/build/artifacts/contracts/Safe.sol/Safe.json',
  '@ethereum-attestation-service/eas-contracts/artifacts/contracts/EAS.sol/EAS.json',
  'canonical-weth/build/contracts/WETH9.json',
].map((path) => (packages(path) as { abi: Abi }).abi)
const items = abis.flatMap((abi) => readEntries(abi).entries.map(ruleItem))
const find = (text: string, more: object = {}) => searchItems(items, { text, ...more })
const address = '0x4200000000000000000000000000000000000006'

/** Parameters of the item's own kind that name nothing but it, and one condition on each value. */
function paramsOf(item: RuleItem, arg?: RuleItem['arguments'][number]) {
  const values = { int: '1', address, bytes: '0x12', string: 'a', bool: true } as const
  const where = arg ? [{ arg: arg.path, op: 'eq', value: values[arg.family] }] : undefined
  if (item.kind === 'evm.event') return { addresses: [address], event: item.declaration, ...(where ? { where } : {}) }
  if (item.kind === 'evm.transaction')
    return {
      to: [address],
      ...(item.declaration === null ? { selector: item.selector } : { function: item.declaration }),
      ...(where ? { where } : {}),
    }
  return null
}

describe('functions and events for rules', () => {
  it('are taken by the kind that they name, with a condition on each of their values', () => {
    let conditions = 0
    for (const item of [...items, bareItem('0x12345678')]) {
      for (const arg of [undefined, ...item.arguments.filter(({ hashed }) => !hashed)]) {
        const params = paramsOf(item, arg)
        if (params === null || item.kind === null) continue
        const read = kindOf(item.kind).params.safeParse(params)
        expect(read.error?.issues ?? [], `${item.signature} ${arg?.path}`).toEqual([])
        if (arg) conditions++
      }
    }
    expect(conditions).toBeGreaterThan(200)
  })

  it('of views are taken as readings of what they answer, asked with what they want', () => {
    const read = find('getReserves')
      .concat(find('balanceOf'))
      .find(({ kind }) => kind === 'evm.read')
    expect(read).toMatchObject({ declaration: expect.stringContaining('returns ('), inputs: [{ type: 'address' }] })
    const params = {
      to: address,
      function: read?.declaration,
      args: ['$account'],
      where: [{ arg: read?.arguments[0]?.path, op: 'gte', value: '1' }],
    }
    expect(kindOf('evm.read').params.safeParse(params).success).toBe(true)
  })

  it('say what is indexed, what is only there as a hash, what may name the member, and what takes coins', () => {
    const [entry] = readEntries([
      {
        type: 'event',
        name: 'Filled',
        inputs: [
          { name: 'taker', type: 'address', indexed: true },
          { name: 'memo', type: 'string', indexed: true },
          {
            name: 'order',
            type: 'tuple',
            components: [
              { name: 'makers', type: 'address[]' },
              { name: 'amounts', type: 'uint256[2][]' },
            ],
          },
        ],
      },
    ]).entries
    expect(entry && ruleItem(entry).arguments).toEqual([
      { path: 'taker', type: 'address', family: 'address', indexed: true, hashed: false, namesMember: true },
      { path: 'memo', type: 'string', family: 'string', indexed: true, hashed: true, namesMember: false },
      { path: 'order.makers.*', type: 'address', family: 'address', indexed: false, hashed: false, namesMember: true },
      { path: 'order.amounts.*.*', type: 'uint256', family: 'int', indexed: false, hashed: false, namesMember: false },
    ])
    expect(find('addLiquidityETH')[0]?.payable).toBe(true)
    expect(find('addLiquidity')[0]?.payable).toBe(false)
  })

  it('too long to be written down are offered by their selector alone', () => {
    const inputs = Array.from({ length: 60 }, (_, index) => ({ name: `parameterNumber${index}`, type: 'uint256' }))
    const items = readEntries([
      { name: 'long', inputs },
      { type: 'event', name: 'Long', inputs },
    ]).entries.map(ruleItem)
    expect(items.map(({ kind, declaration }) => [kind, declaration])).toEqual([
      ['evm.transaction', null],
      [null, null],
    ])
    expect(items[0]?.selector).toMatch(/^0x[0-9a-f]{8}$/)
  })
})

describe('search', () => {
  it('puts the name itself first, then names that begin so, then names that hold it', () => {
    expect(
      find('mint')
        .map(({ name }) => name)
        .slice(0, 3),
    ).toEqual(['Mint', 'mint', 'mint'])
    expect(
      find('SWAP')
        .map(({ name }) => name)
        .slice(0, 3),
    ).toEqual(['Swap', 'swap', 'swapETHForExactTokens'])
    expect(find('swapexact')[0]?.name).toBe('swapExactETHForTokens')
  })

  it('finds by type, selector and topic, by parameter, and by all words together', () => {
    expect(find('0xa9059cbb').map(({ name }) => name)).toEqual(['transfer'])
    expect(find('0xDDF252AD').every(({ name }) => name === 'Transfer')).toBe(true)
    expect(find('sqrtPriceX96').length).toBeGreaterThan(0)
    const both = find('event address swap')
    expect(both.map(({ type, name }) => [type, name])).toEqual([['event', 'Swap']])
    expect(find('swap', { type: 'event' }).every(({ type }) => type === 'event')).toBe(true)
    expect(find('', { kind: 'evm.read' }).every(({ kind }) => kind === 'evm.read')).toBe(true)
    expect(find('address[]').length).toBeGreaterThan(0)
    expect(find('nothing has this name')).toEqual([])
  })

  it('finds everything by nothing, whatever is asked finds a part of it, always in the same order', () => {
    expect(find('')).toHaveLength(items.length)
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom('(', '0x', '__proto__', 'constructor', '.*', '\\')), (text) => {
        const found = find(text)
        expect(found.every((item) => items.includes(item))).toBe(true)
        expect(searchItems(items.toReversed(), { text }).map(({ selector }) => selector)).toEqual(found.map(({ selector }) => selector))
      }),
    )
  })
})
