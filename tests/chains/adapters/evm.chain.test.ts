import { createTestClient, createWalletClient, http, publicActions } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { localL2 } from '#chains/definitions/local-l2.ts'
import { chainReaderSuite } from '#tests/suites/chainReaderSuite.ts'
import { anvilKeys, startAnvil } from '#tests/support/anvil.ts'

chainReaderSuite('EVM', async () => {
  const node = await startAnvil()
  const transport = http(node.url)
  const account = privateKeyToAccount(anvilKeys[0])
  const wallet = createWalletClient({ account, transport }).extend(publicActions)
  const control = createTestClient({ mode: 'anvil', transport })
  return {
    chain: localL2,
    url: node.url,
    pay: async (value) => {
      const to = privateKeyToAccount(generatePrivateKey()).address.toLowerCase() as `0x${string}`
      const hash = await wallet.sendTransaction({ to, value, chain: null })
      await wallet.waitForTransactionReceipt({ hash, pollingInterval: 20 })
      return { hash, from: account.address.toLowerCase(), to }
    },
    settle: () => control.mine({ blocks: 3 }),
    unknownHash: `0x${'ab'.repeat(32)}`,
    malformedHash: '0xabcd',
    absentToken: { standard: 'erc20', address: '0x00000000000000000000000000000000deadbeef' },
    stop: node.stop,
  }
})
