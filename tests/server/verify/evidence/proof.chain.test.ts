import { createWalletClient, type Hex, http, publicActions } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { foundry } from 'viem/chains'
import { describe, expect, it } from 'vitest'
import { createReaders } from '#chains/adapters/index.ts'
import { appA } from '#chains/definitions/app-a.ts'
import { proveBlock } from '#server/verify/evidence/proof/proveBlock.ts'
import { anvilKeys, startAnvil } from '#tests/support/anvil.ts'

const [sender, other] = [privateKeyToAccount(anvilKeys[0]), privateKeyToAccount(anvilKeys[1])]

async function world(hardfork?: string) {
  const node = await startAnvil({ chainId: 31_339, ...(hardfork ? { extraArgs: ['--hardfork', hardfork] } : {}) })
  const chain = { ...foundry, id: node.chainId }
  const wallet = createWalletClient({ account: sender, transport: http(node.url), chain, pollingInterval: 20 }).extend(publicActions)
  const [reader] = createReaders(appA, { urls: { [appA.id]: node.url } })
  if (reader?.vm !== 'evm') throw new Error('no reader')
  const proofOf = async (hash: Hex) => {
    const { blockHash, from, contractAddress } = await wallet.waitForTransactionReceipt({ hash })
    const [sealed] = await reader.sealedBlocks([blockHash])
    if (!sealed) throw new Error('no block')
    return { proven: await proveBlock(sealed, blockHash), sealed, blockHash, from, contractAddress }
  }
  return { node, wallet, proofOf, reader }
}

describe('blocks of a real node', () => {
  it('are proven with transactions of every type in them', async () => {
    const { node, wallet, proofOf } = await world()
    const authorization = await other.signAuthorization({ address: `0x${'12'.repeat(20)}`, chainId: node.chainId, nonce: 0 })
    const plain = { to: other.address, value: 5n }
    const sent: [string, Hex][] = [
      ['legacy', await wallet.sendTransaction({ ...plain, type: 'legacy' })],
      [
        'access list',
        await wallet.sendTransaction({
          ...plain,
          type: 'eip2930',
          accessList: [{ address: other.address, storageKeys: [`0x${'01'.repeat(32)}`] }],
        }),
      ],
      ['fee market', await wallet.sendTransaction({ ...plain, type: 'eip1559' })],
      ['set code', await wallet.sendTransaction({ ...plain, authorizationList: [authorization] })],
      // Returns one byte of code, so that there is a contract.
      ['creation', await wallet.sendTransaction({ data: '0x60016000f3' })],
    ]
    for (const [name, hash] of sent) {
      const { proven, blockHash } = await proofOf(hash)
      expect(proven, name).toMatchObject({ hash: blockHash })
      if ('transactions' in proven) expect([...proven.transactions.keys()], name).toEqual([hash])
    }
    await node.stop()
  })

  it.each(['london', 'shanghai', 'cancun', 'prague'])('are proven by the header of %s', async (hardfork) => {
    const { node, wallet, proofOf } = await world(hardfork)
    const { proven, sealed, blockHash } = await proofOf(await wallet.sendTransaction({ to: other.address, value: 1n }))
    expect(proven).toMatchObject({ hash: blockHash })
    // The same block with one receipt, one transaction or one header field changed proves nothing.
    const [receipt, transaction] = [sealed.receipts[0] ?? {}, sealed.transactions[0] ?? {}]
    const changed = [
      { ...sealed, receipts: [{ ...receipt, status: '0x0' }] },
      { ...sealed, receipts: [] },
      { ...sealed, receipts: [receipt, receipt] },
      { ...sealed, transactions: [{ ...transaction, value: '0x2' }] },
      { ...sealed, header: { ...sealed.header, timestamp: '0x1' } },
      { ...sealed, header: { ...sealed.header, receiptsRoot: `0x${'ab'.repeat(32)}` } },
    ]
    for (const one of changed) expect(await proveBlock(one, blockHash)).toHaveProperty('unproven')
    await node.stop()
  })
})
