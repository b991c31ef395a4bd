import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createPublicClient, http, keccak256, parseAbi, parseEther } from 'viem'
import { expect, test } from 'vitest'
import { createFaucet, TEST_DOLLAR_MINT } from '#server/accounts/faucetClient.ts'
import { jsonRpc } from '#server/cli/stack/jsonRpc.ts'
import { ensureAppA } from '#server/cli/stack/sampleContracts.ts'
import { startAnvil } from '../../support/anvil.ts'
import { startSolana } from '../../support/solana.ts'

const member = '0x00000000000000000000000000000000000000ab'

test('pays ether on every chain and dollars where there are some, also to ten at once', async () => {
  const [a, b] = await Promise.all([startAnvil({ chainId: 31_339 }), startAnvil({ chainId: 31_340 })])
  const { usd } = await ensureAppA({ url: a.url, chainId: 31_339, deployerKey: keccak256('0x02') })
  const faucet = createFaucet({
    evm: [
      { chainId: 31_339, url: a.url, dollar: usd },
      { chainId: 31_340, url: b.url },
    ],
    solanaUrl: 'http://127.0.0.1:1',
  })
  const paid = await Promise.all(Array.from({ length: 10 }, () => faucet.fund({ wallet: `eip155:${member}` })))
  expect(paid[0]?.transfers.map(({ symbol }) => symbol)).toEqual(['ETH', 'tUSD', 'ETH'])
  for (const node of [a, b])
    expect(await createPublicClient({ transport: http(node.url) }).getBalance({ address: member })).toBe(parseEther('100'))
  const dollars = await createPublicClient({ transport: http(a.url) }).readContract({
    address: usd,
    abi: parseAbi(['function balanceOf(address) view returns (uint256)']),
    functionName: 'balanceOf',
    args: [member],
  })
  expect(dollars).toBe(100_000n * 10n ** 6n)
  await Promise.all([a.stop(), b.stop()])
})

test('pays SOL and test dollars on the test validator', async () => {
  const node = await startSolana()
  const wallet = 'So11111111111111111111111111111111111111112'
  await createFaucet({ evm: [], solanaUrl: node.url }).fund({ wallet: `solana:${wallet}` })
  const accounts = (await jsonRpc(node.url, 'getTokenAccountsByOwner', [
    wallet,
    { mint: TEST_DOLLAR_MINT },
    { encoding: 'jsonParsed' },
  ])) as {
    value: { account: { data: { parsed: { info: { tokenAmount: { amount: string; decimals: number } } } } } }[]
  }
  expect(accounts.value[0]?.account.data.parsed.info.tokenAmount).toMatchObject({ amount: '10000000000', decimals: 6 })
  expect(((await jsonRpc(node.url, 'getBalance', [wallet])) as { value: number }).value).toBeGreaterThanOrEqual(10_000_000_000)
  await node.stop()
})

test('is refused where the node is not a local one', async () => {
  const mainnet = await fakeNode({ eth_chainId: '0x1', web3_clientVersion: 'Geth/v1.16' })
  // A node that lies about its chain is told by its client.
  const disguised = await fakeNode({ eth_chainId: '0x7a6b', web3_clientVersion: 'Geth/v1.16' })
  const cluster = await fakeNode({ getVersion: { 'solana-core': '3.0.0' } })
  for (const [node, chainId] of [
    [mainnet, 1],
    [mainnet, 31_339],
    [disguised, 31_339],
  ] as const) {
    const faucet = createFaucet({ evm: [{ chainId, url: node.url }], solanaUrl: cluster.url })
    await expect(faucet.fund({ wallet: `eip155:${member}` })).rejects.toMatchObject({ code: 'funds.not-local' })
  }
  const faucet = createFaucet({ evm: [], solanaUrl: cluster.url })
  await expect(faucet.fund({ wallet: 'solana:So11111111111111111111111111111111111111112' })).rejects.toMatchObject({
    code: 'funds.not-local',
  })
  expect([...mainnet.asked, ...disguised.asked, ...cluster.asked]).not.toContain('eth_sendTransaction')
  for (const node of [mainnet, disguised, cluster]) node.close()
})

async function fakeNode(answers: Record<string, unknown>) {
  const asked: string[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const { method } = JSON.parse(Buffer.concat(chunks).toString()) as { method: string }
    asked.push(method)
    response.end(JSON.stringify({ jsonrpc: '2.0', id: 1, result: answers[method] }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, close: () => server.close() }
}
