import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import {
  type Abi,
  createTestClient,
  createWalletClient,
  encodeFunctionData,
  erc20Abi,
  type Hex,
  http,
  keccak256,
  publicActions,
} from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { foundry } from 'viem/chains'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createReaders } from '#chains/adapters/index.ts'
import type { Chain } from '#chains/chain.ts'
import { appA } from '#chains/definitions/app-a.ts'
import type { EvmReader, StateRead } from '#chains/reader.ts'
import { createEvidenceClient } from '#server/verify/evidenceClient.ts'
import { parseRule } from '#server/verify/rule.ts'
import { verifyRule } from '#server/verify/run.ts'
import { stateContract } from '#tests/server/verify/stateContracts.ts'
import { anvilKeys, startAnvil } from '#tests/support/anvil.ts'

const require = createRequire(import.meta.url)
const weth9 = require('canonical-weth/build/contracts/WETH9.json') as { abi: Abi; bytecode: Hex }
// viem carries Multicall3's creation code for its own deployless calls and exports it nowhere.
const { multicall3Bytecode } = require(join(dirname(require.resolve('viem')), 'constants/contracts.js')) as { multicall3Bytecode: Hex }
const multicall3 = '0xca11bde05977b3631167028862be2a173976ca11'

let world: Awaited<ReturnType<typeof startWorld>>
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world?.stop())

/** A node without Multicall3 until block `since`, ten tokens, and a contract that is out to harm its readers. */
async function startWorld() {
  const node = await startAnvil({ chainId: 31_339 })
  const transport = http(node.url)
  const control = createTestClient({ mode: 'anvil', transport }).extend(publicActions)
  const bank = createWalletClient({ account: privateKeyToAccount(anvilKeys[0]), transport, chain: { ...foundry, id: node.chainId } })
  const deploy = async ({ abi, bytecode }: { abi: Abi; bytecode: Hex }, args: readonly unknown[] = []) => {
    const receipt = await control.waitForTransactionReceipt({
      hash: await bank.deployContract({ abi, bytecode, args }),
      pollingInterval: 20,
    })
    return (receipt.contractAddress ?? '0x').toLowerCase() as Hex
  }
  let lookedUp = 0
  const server = createServer((_, response) => {
    lookedUp++
    response.end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`
  const hostile = await deploy(stateContract('Hostile'), [url])
  const tokens: Hex[] = []
  for (let index = 0; index < 9; index++) tokens.push(await deploy(weth9))
  const before = await control.getBlockNumber({ cacheTime: 0 })
  const deployed = await deploy({ abi: [], bytecode: multicall3Bytecode })
  await control.setCode({ address: multicall3, bytecode: (await control.getCode({ address: deployed })) ?? '0x' })
  await control.mine({ blocks: 3 })
  const readerOf = (chain: Chain): EvmReader => {
    const [reader] = createReaders(chain, { urls: { [chain.id]: node.url } }, { timeoutMs: 30_000 })
    if (reader?.vm !== 'evm') throw new Error('no reader')
    return reader
  }
  const stop = async () => {
    server.close()
    await node.stop()
  }
  return { node, control, hostile, tokens, before, readerOf, lookedUp: () => lookedUp, stop }
}

const variants: [string, Chain][] = [
  ['with Multicall3', { ...appA, multicall3 }],
  ['deployless', { ...appA, multicall3: null }],
]
const owner = privateKeyToAccount(anvilKeys[0]).address.toLowerCase() as Hex
const balanceOf = (to: string, functionName: 'balanceOf' | 'lookUp' = 'balanceOf'): StateRead => {
  const abi = [...erc20Abi, ...stateContract('Hostile').abi] as Abi
  return { what: 'call', to, data: encodeFunctionData({ abi, functionName, args: [owner] }) }
}

describe.each(variants)('state of an EVM chain %s', (_name, chain) => {
  it('answers in the order asked, whatever stands between', async () => {
    const reader = world.readerOf(chain)
    const [token = '0x'] = world.tokens
    const { latest } = await reader.head()
    const code = (await world.control.getCode({ address: token })) ?? '0x'
    const nobody = `0x${'12'.repeat(20)}`
    const answers = await reader.state(
      [
        { what: 'balance', address: nobody },
        balanceOf(token),
        balanceOf(nobody),
        { what: 'call', to: token, data: encodeFunctionData({ abi: erc20Abi, functionName: 'transfer', args: [token as Hex, 1n] }) },
        { what: 'codeHash', address: token },
        { what: 'codeHash', address: nobody },
        { what: 'nonce', address: nobody },
        { what: 'balance', address: owner },
      ],
      latest.number,
    )
    const native = await world.control.getBalance({ address: owner })
    expect(answers).toEqual(['0x0', `0x${'0'.repeat(64)}`, '0x', null, keccak256(code), '0x', '0x0', `0x${native.toString(16)}`])
  })

  it('is not led astray by a contract that takes all gas, nor sent to a server by one that asks for it', async () => {
    const reader = world.readerOf(chain)
    const { latest } = await reader.head()
    const [token = '0x'] = world.tokens
    const others = Array.from({ length: 40 }, () => balanceOf(token))
    await expect(reader.state([...others, balanceOf(world.hostile)], latest.number)).rejects.toMatchObject({ retryable: true })
    const answers = await reader.state([...others, balanceOf(world.hostile, 'lookUp')], latest.number)
    expect(answers).toEqual([...others.map(() => `0x${'0'.repeat(64)}`), null])
    expect(world.lookedUp()).toBe(0)
  })

  it('reads a block that is older than Multicall3', async () => {
    const reader = world.readerOf(chain)
    const [token = '0x'] = world.tokens
    const answers = await reader.state([balanceOf(token), { what: 'balance', address: `0x${'12'.repeat(20)}` }], world.before)
    expect(answers).toEqual([`0x${'0'.repeat(64)}`, '0x0'])
  })

  it('costs few requests for a thousand members and ten balance rules', async () => {
    const reader = world.readerOf(chain)
    const evidence = createEvidenceClient({ access: (id) => (id === appA.id ? { readers: [reader], quorum: 1 } : null) })
    const tokens = [
      { standard: 'native' },
      ...world.tokens.map((address) => ({ standard: 'erc20', address, decimals: 18, symbol: 'WETH' })),
    ]
    const rule = parseRule({ all: tokens.map((token) => ({ kind: 'evm.balance', chain: appA.id, params: { token, gte: '0' } })) })
    const times = { questStart: '2020-01-01T00:00:00Z', joinedAt: '2020-01-01T00:00:00Z' }
    const members = Array.from({ length: 1000 }, (_, index) => `eip155:0x${(index + 0x10_0000).toString(16).padStart(40, '0')}`)
    await reader.head()
    const before = reader.requests()
    const verified = await Promise.all(
      members.map((wallet) => verifyRule({ evidence }, rule, { context: { accountId: 'a', wallets: [wallet], ...times, version: 1 } })),
    )
    const requests = reader.requests() - before
    expect(verified.every(({ verdict }) => verdict.status === 'pass')).toBe(true)
    // Each rule is read at finality and at the head: 20,000 values. The bar is one request for the head and one a JSON-RPC batch of 100 rules.
    process.stdout.write(`${chain.multicall3 === null ? 'deployless' : 'multicall3'}: ${requests} requests\n`)
    expect(requests).toBeLessThanOrEqual(1 + 10_000 / chain.limits.batch)
  })
})
