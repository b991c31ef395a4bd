import { createPublicClient, http, parseEther, zeroAddress } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { expect, test } from 'vitest'
import { evmActions } from '#server/cli/demo/evmActions.ts'
import { jsonRpc } from '#server/cli/stack/jsonRpc.ts'
import { startAnvil } from '../../../support/anvil.ts'

test('an action that a stopped chain forgot is done again, also when an earlier one of the same sender is gone', async () => {
  const node = await startAnvil({ chainId: 31_398 })
  const member = privateKeyToAccount(generatePrivateKey())
  let funded = 0
  const fund = async () => {
    funded++
    await jsonRpc(node.url, 'anvil_setBalance', [member.address, '0x56bc75e2d63100000'])
  }
  const weth = '0x00000000000000000000000000000000000000bb'
  const appA = { weth, swapRouter: weth, usd: zeroAddress, uniswapFactory: weth, positionManager: weth, pool: weth } as const
  const appB = { schemaRegistry: weth, eas: weth, schema: `0x${'0'.repeat(64)}`, stone: weth } as const
  const chain = { url: node.url, chainId: 31_398 }
  const patience = { deadline: Date.now() + 10_000, say: () => {} }
  const [swap, wrap] = evmActions({ account: member, fund }, { appA: chain, appB: chain }, { appA, appB }, patience)
  const reader = createPublicClient({ transport: http(node.url), cacheTime: 0 })
  const received = () => reader.getBalance({ address: weth })

  const empty = await jsonRpc(node.url, 'evm_snapshot')
  await swap?.ensure()
  await wrap?.ensure()
  expect(await received()).toBe(parseEther('1.5'))

  await jsonRpc(node.url, 'evm_revert', [empty])
  expect(await received()).toBe(0n)
  // The coins were given after the snapshot: they are gone, too.
  await wrap?.ensure()
  await swap?.ensure()
  await wrap?.ensure()
  expect(await received()).toBe(parseEther('1.5'))
  expect(funded).toBe(2)
  await node.stop()
})
