import { createRequire } from 'node:module'
import { type Abi, createTestClient, createWalletClient, type Hex, http, keccak256, namehash, publicActions, toHex, zeroHash } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { mainnet } from 'viem/chains'
import { anvilKeys, startAnvil } from './anvil.ts'

type Artifact = { abi: Abi; bytecode: Hex }
const artifact = (name: string): Artifact => createRequire(import.meta.url)(`@ensdomains/ens-archived-contracts/abis/${name}.json`)
const registryAt = '0x00000000000C2E074eC69A0dFb2997BA6C7d2e1e'

/** Ethereum's chain id with the published ENS contracts: the registry at its own address, a public resolver, the reverse registrar. */
export async function startEns() {
  const node = await startAnvil({ chainId: 1 })
  const transport = http(node.url)
  const control = createTestClient({ mode: 'anvil', transport }).extend(publicActions)
  const bank = createWalletClient({ account: privateKeyToAccount(anvilKeys[0]), transport, chain: mainnet })
  const mined = (hash: Hex) => control.waitForTransactionReceipt({ hash, pollingInterval: 20 })
  const deploy = async ({ abi, bytecode }: Artifact, args: readonly unknown[]) =>
    (await mined(await bank.deployContract({ abi, bytecode, args }))).contractAddress ?? '0x'

  const registry = artifact('ens/ENSRegistry')
  const deployed = await deploy(registry, [])
  await control.setCode({ address: registryAt, bytecode: (await control.getCode({ address: deployed })) ?? '0x' })
  // The owner of the root, as the registry's constructor stores it: records[0x0].owner.
  const root = keccak256(`0x${'0'.repeat(128)}`)
  await control.setStorageAt({
    address: registryAt,
    index: root,
    value: `0x${bank.account.address.slice(2).toLowerCase().padStart(64, '0')}`,
  })
  const resolver = artifact('resolver/PublicResolver')
  const resolverAt = await deploy(resolver, [registryAt])
  const reverse = artifact('ens/ReverseRegistrar')
  const reverseAt = await deploy(reverse, [registryAt, resolverAt])
  const registryWrite = async (functionName: string, args: readonly unknown[]) =>
    mined(await bank.writeContract({ address: registryAt, abi: registry.abi, functionName, args }))
  await registryWrite('setSubnodeOwner', [zeroHash, keccak256(toHex('reverse')), bank.account.address])
  await registryWrite('setSubnodeOwner', [namehash('reverse'), keccak256(toHex('addr')), reverseAt])
  await registryWrite('setSubnodeOwner', [zeroHash, keccak256(toHex('eth')), bank.account.address])

  /** A name under .eth whose resolver says that address; without one the name has no resolver of its own. */
  async function register(label: string, address: Hex | null) {
    await registryWrite('setSubnodeOwner', [namehash('eth'), keccak256(toHex(label)), bank.account.address])
    if (address === null) return
    await registryWrite('setResolver', [namehash(`${label}.eth`), resolverAt])
    const set = { address: resolverAt, abi: resolver.abi, functionName: 'setAddr', args: [namehash(`${label}.eth`), address] } as const
    await mined(await bank.writeContract(set))
  }

  async function member() {
    const account = privateKeyToAccount(generatePrivateKey())
    await control.setBalance({ address: account.address, value: 10n ** 20n })
    const wallet = createWalletClient({ account, transport, chain: mainnet })
    const send = async (functionName: string, args: readonly unknown[]) =>
      mined(await wallet.writeContract({ address: reverseAt, abi: reverse.abi, functionName, args, gas: 500_000n }))
    /** ERC-181 with the public resolver: the member claims the reverse node and names itself there. */
    const claim = async (name: string) => {
      await send('claimWithResolver', [account.address, resolverAt])
      const node = namehash(`${account.address.slice(2).toLowerCase()}.addr.reverse`)
      await mined(
        await wallet.writeContract({ address: resolverAt, abi: resolver.abi, functionName: 'setName', args: [node, name], gas: 500_000n }),
      )
    }
    const resolveBy = (resolver: Hex) => send('claimWithResolver', [account.address, resolver])
    return { address: account.address, walletId: `eip155:${account.address.toLowerCase()}`, claim, resolveBy }
  }

  return { node, control, register, member }
}
