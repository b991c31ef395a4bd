import { createPublicClient, http, keccak256, parseAbi } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ATTESTATION_SCHEMA, ensureAppA, ensureAppB } from '#server/cli/stack/sampleContracts.ts'
import { startAnvil } from '../../../support/anvil.ts'

const deployerKey = keccak256('0x01')
let node: Awaited<ReturnType<typeof startAnvil>>
beforeAll(async () => {
  node = await startAnvil({ chainId: 31_339, blockSeconds: 1, mixedMining: true })
})
afterAll(() => node.stop())

test('chain A gets a pool with liquidity at 3000 dollars for one ether, once', async () => {
  const book = await ensureAppA({ url: node.url, chainId: 31_339, deployerKey })
  const client = createPublicClient({ transport: http(node.url) })
  const balance = (token: `0x${string}`) =>
    client.readContract({
      address: token,
      abi: parseAbi(['function balanceOf(address) view returns (uint256)']),
      functionName: 'balanceOf',
      args: [book.pool],
    })
  // Rounding of the price leaves a few units with the provider.
  expect(Number(await balance(book.weth)) / 1e18).toBeCloseTo(1000, 6)
  expect(Number(await balance(book.usd)) / 1e6).toBeCloseTo(3_000_000, 3)
  expect(await ensureAppA({ url: node.url, chainId: 31_339, deployerKey })).toEqual(book)
})

test('chain B gets EAS with the registered schema and an ERC-721', async () => {
  const other = await startAnvil({ chainId: 31_340 })
  const book = await ensureAppB({ url: other.url, chainId: 31_340, deployerKey })
  const client = createPublicClient({ transport: http(other.url) })
  const schema = await client.readContract({
    address: book.schemaRegistry,
    abi: parseAbi([
      'struct Record { bytes32 uid; address resolver; bool revocable; string schema; }',
      'function getSchema(bytes32) view returns (Record)',
    ]),
    functionName: 'getSchema',
    args: [book.schema],
  })
  expect(schema).toMatchObject({ uid: book.schema, schema: ATTESTATION_SCHEMA, revocable: true })
  expect(
    await client.readContract({ address: book.stone, abi: parseAbi(['function symbol() view returns (string)']), functionName: 'symbol' }),
  ).toBe('STONE')
  await other.stop()
})
