import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type Abi, concat, encodeFunctionData, type Hex, pad, parseAbi, toHex, zeroAddress } from 'viem'
import { entryPoint08Address } from 'viem/account-abstraction'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import type { ContractChain, Member } from './contractChain.ts'
import { multicall3, multiSendCallOnly, type Plain } from './kinds/calls/encode.ts'

const require = createRequire(import.meta.url)
type Artifact = { abi: Abi; bytecode: Hex }
const safeArtifact = (path: string) => require(`@safe-global/safe-contracts/build/artifacts/contracts/${path}.json`) as Artifact
const aaArtifact = (name: string) => require(`@account-abstraction/contracts/artifacts/${name}.json`) as Artifact
// Not exported by name: the code that viem itself deploys for calls on chains without Multicall3.
const { multicall3Bytecode } = require(join(dirname(require.resolve('viem/package.json')), '_cjs/constants/contracts.js')) as {
  multicall3Bytecode: Hex
}

/** Where these contracts stand on public chains; their code is put there. */
const published = {
  safe: '0x41675c099f32341bf84bfc5382af534df5c7461a',
  simpleAccount: '0x28426d752372d68d34340bd94390950dce3c9ec3',
  simple7702: '0xe6cae83bde06e4c305530e199d7217f42808555b',
  entryPoint: entryPoint08Address.toLowerCase() as Hex,
} as const
const erc1967Slot = '0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc'

type Sender = Pick<Member, 'address' | 'walletId' | 'wallet'>
/** `safeTxGas`: other than 0, a call that fails is only logged. */
type Execution = { operation?: number; safeTxGas?: bigint; by?: Sender }

/** Multicall3, Safe 1.4.1 and ERC-4337 0.8 at their published addresses, and ways to act through them. */
export async function addAccounts(world: Pick<ContractChain, 'control' | 'mined'> & { member(): Promise<Sender> }) {
  const { control, mined } = world
  const relayer = await world.member()
  const deploy = async ({ abi, bytecode }: Artifact, args: readonly unknown[] = []): Promise<Hex> => {
    const receipt = await mined(await relayer.wallet.deployContract({ abi, bytecode, args }))
    return (receipt.contractAddress ?? '0x').toLowerCase() as Hex
  }
  const publish = async (address: Hex, from: Hex) =>
    control.setCode({ address, bytecode: (await control.getCode({ address: from })) ?? '0x' })

  const safe = safeArtifact('Safe.sol/Safe')
  const entryPoint = aaArtifact('EntryPoint')
  const factory = aaArtifact('SimpleAccountFactory')
  await publish(multicall3, await deploy({ abi: [], bytecode: multicall3Bytecode }))
  await publish(published.safe, await deploy(safe))
  await publish(multiSendCallOnly, await deploy(safeArtifact('libraries/MultiSendCallOnly.sol/MultiSendCallOnly')))
  await publish(published.entryPoint, await deploy(entryPoint))
  await publish(published.simpleAccount, await deploy(aaArtifact('SimpleAccount'), [published.entryPoint]))
  await publish(published.simple7702, await deploy(aaArtifact('Simple7702Account')))
  const accountFactory = await deploy(factory, [published.entryPoint])
  const creator = (await control.readContract({ address: accountFactory, abi: factory.abi, functionName: 'senderCreator' })) as Hex
  await control.impersonateAccount({ address: creator })
  await control.setBalance({ address: creator, value: 10n ** 18n })

  /** A Safe of one owner, with 10 ETH; a relayer sends its transactions. */
  async function newSafe() {
    const owner = privateKeyToAccount(generatePrivateKey())
    const address = await deploy(safeArtifact('proxies/SafeProxy.sol/SafeProxy'), [published.safe])
    const setup = [[owner.address], 1n, zeroAddress, '0x', zeroAddress, zeroAddress, 0n, zeroAddress]
    await mined(await relayer.wallet.writeContract({ address, abi: safe.abi, functionName: 'setup', args: setup }))
    await control.setBalance({ address, value: 10n ** 19n })
    async function exec({ to, value, data }: Plain, { operation = 0, safeTxGas = 0n, by = relayer }: Execution = {}) {
      const nonce = await control.readContract({ address, abi: safe.abi, functionName: 'nonce' })
      const fields = [to, value, data, operation, safeTxGas, 0n, 0n, zeroAddress, zeroAddress]
      const hash = (await control.readContract({
        address,
        abi: safe.abi,
        functionName: 'getTransactionHash',
        args: [...fields, nonce],
      })) as Hex
      const signature = await owner.sign({ hash })
      const call = { address, abi: safe.abi, functionName: 'execTransaction', args: [...fields, signature], gas: 1_000_000n } as const
      return mined(await by.wallet.writeContract(call))
    }
    return { address, walletId: `eip155:${address}`, exec }
  }

  /** An ERC-4337 account with 10 ETH and a deposit; a bundler sends its operations. */
  async function newAccount() {
    const owner = privateKeyToAccount(generatePrivateKey())
    const created = {
      account: creator,
      address: accountFactory,
      abi: factory.abi,
      functionName: 'createAccount',
      args: [owner.address, 0n],
    } as const
    await mined(await relayer.wallet.writeContract(created as never))
    const address = (
      (await control.readContract({
        address: accountFactory,
        abi: factory.abi,
        functionName: 'getAddress',
        args: [owner.address, 0n],
      })) as Hex
    ).toLowerCase() as Hex
    await control.setStorageAt({ address, index: erc1967Slot, value: pad(published.simpleAccount) })
    await control.setBalance({ address, value: 10n ** 19n })
    await mined(
      await relayer.wallet.writeContract({
        address: published.entryPoint,
        abi: entryPoint.abi,
        functionName: 'depositTo',
        args: [address],
        value: 10n ** 18n,
      }),
    )
    async function operation(calls: readonly Plain[], ahead = 0n) {
      const nonce =
        ((await control.readContract({
          address: published.entryPoint,
          abi: entryPoint.abi,
          functionName: 'getNonce',
          args: [address, 0n],
        })) as bigint) + ahead
      const unsigned = {
        sender: address,
        nonce,
        initCode: '0x' as Hex,
        callData: executeBatch(calls),
        accountGasLimits: concat([toHex(500_000n, { size: 16 }), toHex(500_000n, { size: 16 })]),
        preVerificationGas: 100_000n,
        gasFees: concat([toHex(1n, { size: 16 }), toHex(10n ** 10n, { size: 16 })]),
        paymasterAndData: '0x' as Hex,
        signature: '0x' as Hex,
      }
      const hash = (await control.readContract({
        address: published.entryPoint,
        abi: entryPoint.abi,
        functionName: 'getUserOpHash',
        args: [unsigned],
      })) as Hex
      return { ...unsigned, signature: await owner.sign({ hash }) }
    }
    return { address, walletId: `eip155:${address}`, operation }
  }

  type Operation = Awaited<ReturnType<Awaited<ReturnType<typeof newAccount>>['operation']>>
  const bundleBy = async (bundler: Sender, ...operations: Operation[]) =>
    mined(
      await bundler.wallet.writeContract({
        address: published.entryPoint,
        abi: entryPoint.abi,
        functionName: 'handleOps',
        args: [operations, bundler.address],
        gas: 4_000_000n,
      }),
    )
  const bundle = (...operations: Operation[]) => bundleBy(relayer, ...operations)

  return { newSafe, newAccount, bundle, bundleBy, relayer, simple7702: published.simple7702 }
}

const executions = parseAbi(['struct Call { address target; uint256 value; bytes data; }', 'function executeBatch(Call[] calls)'])
export const executeBatch = (calls: readonly Plain[]) =>
  encodeFunctionData({ abi: executions, args: [calls.map(({ to, value, data }) => ({ target: to, value, data }))] })
