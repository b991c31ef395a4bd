import { createRequire } from 'node:module'
import { type Abi, createTestClient, createWalletClient, type Hex, http, publicActions, type TransactionReceipt } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { foundry } from 'viem/chains'
import { expect } from 'vitest'
import { createReaders } from '#chains/adapters/index.ts'
import type { Chain } from '#chains/chain.ts'
import type { RuleContext } from '#server/verify/context.ts'
import type { Rule } from '#server/verify/rule.ts'
import { type EvidenceReader, replayBundle, verifyRule } from '#server/verify/run.ts'
import { anvilKeys, startAnvil } from '#tests/support/anvil.ts'

export type Contract = { address: Hex; abi: Abi }
const packages = createRequire(import.meta.url)
type Places = Record<string, Record<string, { start: number; length: number }[]>>
type Artifact = { abi: Abi; bytecode: Hex; linkReferences?: Places }

/** A compiled contract as its package publishes it. */
export function artifactOf(path: string): Artifact {
  const artifact = packages(path) as Artifact
  return { ...artifact, bytecode: artifact.bytecode.startsWith('0x') ? artifact.bytecode : `0x${artifact.bytecode}` }
}

/** Puts the addresses of libraries where the compiler left room for them. */
function linked({ bytecode, linkReferences = {} }: Artifact, libraries: Readonly<Record<string, Hex>>): Hex {
  const places = Object.values(linkReferences).flatMap((file) => Object.entries(file))
  return places.reduce((code, [library, all]) => {
    const address = libraries[library]?.slice(2)
    if (address === undefined) throw new Error(`library ${library} is not there`)
    return all.reduce((text, { start }): Hex => `${text.slice(0, 2 + 2 * start)}${address}${text.slice(42 + 2 * start)}` as Hex, code)
  }, bytecode)
}

/** A node that stands for one chain of the registry, on which published contracts are deployed and called by anyone. */
export async function startContractChain(definition: Chain) {
  const node = await startAnvil({ chainId: Number(definition.reference) })
  const transport = http(node.url)
  const chain = { ...foundry, id: node.chainId }
  const control = createTestClient({ mode: 'anvil', transport }).extend(publicActions)
  const bank = privateKeyToAccount(anvilKeys[0])
  const mined = (hash: Hex): Promise<TransactionReceipt> => control.waitForTransactionReceipt({ hash, pollingInterval: 20 })
  const walletOf = (account: typeof bank | Hex) => createWalletClient({ account, transport, chain })

  async function deploy(what: string | Artifact, args: readonly unknown[] = [], libraries: Record<string, Hex> = {}): Promise<Contract> {
    const artifact = typeof what === 'string' ? artifactOf(what) : what
    const { abi } = artifact
    const { contractAddress } = await mined(await walletOf(bank).deployContract({ abi, bytecode: linked(artifact, libraries), args }))
    return { address: (contractAddress ?? '0x').toLowerCase() as Hex, abi }
  }

  /** Calls a contract and says what came of it; a call that reverts is mined all the same. */
  async function call(
    contract: Contract,
    functionName: string,
    args: readonly unknown[],
    by: { account?: typeof bank | Hex; value?: bigint } = {},
  ) {
    const { account = bank, value } = by
    return mined(
      await walletOf(account).writeContract({
        ...contract,
        functionName,
        args,
        gas: 5_000_000n,
        ...(value === undefined ? {} : { value }),
      }),
    )
  }

  /** The same, for what must not revert. */
  async function must(...[contract, functionName, args, by]: Parameters<typeof call>) {
    const receipt = await call(contract, functionName, args, by)
    expect(receipt.status, functionName).toBe('success')
    return receipt
  }

  async function member() {
    const account = privateKeyToAccount(generatePrivateKey())
    const address = account.address.toLowerCase() as Hex
    await control.setBalance({ address, value: 10n ** 20n })
    return { account, address, walletId: `eip155:${address}`, wallet: walletOf(account) }
  }

  /** Coins, with data where the receiver is a contract. */
  const pay = async ({ wallet }: Pick<Awaited<ReturnType<typeof member>>, 'wallet'>, to: Hex, value: bigint, data: Hex = '0x') =>
    mined(await wallet.sendTransaction({ to, value, data, gas: 1_000_000n }))

  /** Sends as an address whose key nobody has. */
  async function as(address: Hex) {
    await control.impersonateAccount({ address })
    await control.setBalance({ address, value: 10n ** 20n })
    return address
  }

  const readers = createReaders(definition, { urls: { [definition.id]: node.url } }, { timeoutMs: 5000 })
  return {
    id: definition.id,
    node,
    control,
    readers,
    deploy,
    call,
    must,
    pay,
    member,
    as,
    bank,
    mined,
    read: control.readContract,
    mine: (blocks: number) => control.mine({ blocks }),
  }
}

export type ContractChain = Awaited<ReturnType<typeof startContractChain>>
export type Member = Awaited<ReturnType<ContractChain['member']>>

/** The verdict on a rule for the owner of these wallets, judged a second time from its stored bundle. `text`, `next`: what a member reads first. */
export async function judgeOn(
  evidence: EvidenceReader,
  rule: Rule,
  wallets: readonly { walletId: string }[],
  terms: Partial<Pick<RuleContext, 'questStart' | 'questEnd' | 'hashes'>> = {},
) {
  const context = {
    accountId: 'a',
    wallets: wallets.map(({ walletId }) => walletId),
    questStart: '2020-01-01T00:00:00Z',
    joinedAt: '2020-01-01T00:00:00Z',
    version: 1,
    ...terms,
  }
  const verified = await verifyRule({ evidence }, rule, { context })
  expect(replayBundle(rule, JSON.parse(JSON.stringify(verified.bundle)))).toEqual(verified)
  const { status, trace } = verified.verdict
  return { status, text: trace.seen[0]?.text.en, next: trace.next?.en, trace, facts: verified.bundle.leaves[0]?.facts ?? [] }
}
