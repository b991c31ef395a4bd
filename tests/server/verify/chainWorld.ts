import { createRequire } from 'node:module'
import { type Abi, createTestClient, createWalletClient, type Hex, http, publicActions } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { foundry } from 'viem/chains'
import { createReaders } from '#chains/adapters/index.ts'
import { appA } from '#chains/definitions/app-a.ts'
import type { RuleContext } from '#server/verify/context.ts'
import { createEvidenceClient } from '#server/verify/evidenceClient.ts'
import { anvilKeys, startAnvil } from '#tests/support/anvil.ts'

const artifact = createRequire(import.meta.url)('canonical-weth/build/contracts/WETH9.json') as { abi: Abi; bytecode: Hex }

/** An application chain with the published WETH9 on it, funded members, and an evidence client that reads it. */
export async function startChainWorld() {
  const node = await startAnvil({ chainId: 31_339 })
  // A transaction that is sent again because its answer is slow would be refused.
  const transport = http(node.url, { timeout: 60_000, retryCount: 0 })
  const chain = { ...foundry, id: node.chainId }
  const control = createTestClient({ mode: 'anvil', transport }).extend(publicActions)
  const bank = createWalletClient({ account: privateKeyToAccount(anvilKeys[0]), transport, chain }).extend(publicActions)
  const mined = async (hash: Hex) => control.waitForTransactionReceipt({ hash, pollingInterval: 20 })
  const deployed = await mined(await bank.deployContract({ abi: artifact.abi, bytecode: artifact.bytecode }))
  const weth = (deployed.contractAddress ?? '0x').toLowerCase() as Hex

  const readers = createReaders(appA, { urls: { [appA.id]: node.url } }, { timeoutMs: 5000 })
  const evidence = createEvidenceClient({ access: (chain) => (chain === appA.id ? { readers, quorum: 1 } : null) })

  async function member() {
    const account = privateKeyToAccount(generatePrivateKey())
    const address = account.address.toLowerCase() as Hex
    await control.setBalance({ address, value: 10n ** 20n })
    const wallet = createWalletClient({ account, transport, chain })
    const wrap = async (value: bigint) =>
      mined(await wallet.writeContract({ address: weth, abi: artifact.abi, functionName: 'deposit', value, gas: 200_000n }))
    /** Sent, not waited for: the next block has it. */
    const send = (functionName: string, args: readonly unknown[]) =>
      wallet.writeContract({ address: weth, abi: artifact.abi, functionName, args, gas: 200_000n })
    const write = async (functionName: string, args: readonly unknown[]) => mined(await send(functionName, args))
    return { address, walletId: `eip155:${address}`, wallet, wrap, send, write }
  }

  const contextOf = (...wallets: string[]): RuleContext => ({
    accountId: 'a',
    wallets,
    questStart: '2020-01-01T00:00:00Z',
    joinedAt: '2020-01-01T00:00:00Z',
    version: 1,
  })
  const requests = () => readers.reduce((sum, reader) => sum + reader.requests(), 0)
  return {
    node,
    chain: appA.id,
    control,
    weth,
    abi: artifact.abi,
    evidence,
    readers,
    requests,
    member,
    mined,
    contextOf,
    mine: (blocks: number) => control.mine({ blocks }),
  }
}

export type ChainWorld = Awaited<ReturnType<typeof startChainWorld>>
