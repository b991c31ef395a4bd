import { readFileSync } from 'node:fs'
import { type Abi, encodeAbiParameters, type Hex, keccak256, numberToHex, parseEventLogs, toHex, zeroAddress, zeroHash } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { compile } from '#contracts/scripts/solc.ts'
import type { DeployedSlot } from '../contracts/deployedSlot.ts'
import { anvilKeys } from '../support/anvil.ts'

type Artifact = { abi: Abi; bytecode: Hex }
const easArtifact = (name: string): Artifact =>
  JSON.parse(
    readFileSync(
      new URL(
        `../../node_modules/@ethereum-attestation-service/eas-contracts/artifacts/contracts/${name}.sol/${name}.json`,
        import.meta.url,
      ),
      'utf8',
    ),
  )

/** A holder that has never been seen before, as most completions' are. */
const holderOf = (i: number): Hex => privateKeyToAccount(keccak256(numberToHex(i + 1))).address

async function deploy({ client, deployer }: DeployedSlot, { abi, bytecode }: Artifact, args: readonly unknown[]): Promise<Hex> {
  const { contractAddress } = await client.waitForTransactionReceipt({ hash: await deployer.deployContract({ abi, bytecode, args }) })
  if (!contractAddress) throw new Error('not deployed')
  return contractAddress
}

async function send({ client, deployer }: DeployedSlot, to: { address: Hex; abi: Abi }, call: { functionName: string; args: unknown[] }) {
  const receipt = await client.waitForTransactionReceipt({ hash: await deployer.writeContract({ ...to, ...call }) })
  if (receipt.status !== 'success') throw new Error(`${call.functionName} reverted`)
  return receipt
}

/** Gas of EAS's `attest` with 128 bytes of data (quest, serial, account, evidence), and of `multiAttest` an item in hundreds. */
export async function easGas(slot: DeployedSlot, runs: number): Promise<{ attest: number[]; multiAttest: number[] }> {
  const registryArtifact = easArtifact('SchemaRegistry')
  const registry = { address: await deploy(slot, registryArtifact, []), abi: registryArtifact.abi }
  const artifact = easArtifact('EAS')
  const eas = { address: await deploy(slot, artifact, [registry.address]), abi: artifact.abi }
  const schemaText = 'uint256 quest,uint256 serial,uint256 account,bytes32 evidence'
  const registered = await send(slot, registry, { functionName: 'register', args: [schemaText, zeroAddress, true] })
  const [event] = parseEventLogs({ abi: registry.abi, eventName: 'Registered', logs: registered.logs })
  const schema = (event as unknown as { args: { uid: Hex } }).args.uid
  const dataOf = (i: number) => ({
    recipient: holderOf(i),
    expirationTime: 0n,
    revocable: true,
    refUID: zeroHash,
    data: encodeAbiParameters(
      [{ type: 'uint256' }, { type: 'uint256' }, { type: 'uint256' }, { type: 'bytes32' }],
      [7n, BigInt(i), BigInt(i), keccak256(toHex(i))],
    ),
    value: 0n,
  })
  const [attest, multiAttest]: [number[], number[]] = [[], []]
  for (let i = 0; i < runs; i++) {
    const one = await send(slot, eas, { functionName: 'attest', args: [{ schema, data: dataOf(i) }] })
    attest.push(Number(one.gasUsed))
    const hundred = { schema, data: Array.from({ length: 100 }, (_, k) => dataOf(1000 + 100 * i + k)) }
    multiAttest.push(Number((await send(slot, eas, { functionName: 'multiAttest', args: [[hundred]] })).gasUsed) / 100)
  }
  return { attest, multiAttest }
}

/** Gas of a mint of the fixture token: a signed permission, a fresh holder, a short metadata link. */
export async function signedMintGas(slot: DeployedSlot, runs: number): Promise<number[]> {
  const path = 'contracts/test/fixtures/SignedMintToken.sol'
  const { abi, bytecode } = compile({ path, contract: 'SignedMintToken', settings: { runs: 10_000, viaIR: true } })
  const signer = privateKeyToAccount(anvilKeys[0])
  const token = { abi: abi as Abi, address: await deploy(slot, { abi: abi as Abi, bytecode }, [signer.address]) }
  const gas: number[] = []
  for (let i = 0; i <= runs; i++) {
    const permission = {
      questId: 7n,
      nonce: BigInt(i),
      to: holderOf(i),
      walletProvider: 'io.metamask',
      // 32 characters: two storage slots, the cheaper end of what such tokens keep (an IPFS link takes three).
      tokenURI: 'https://cairn.example/m/007.json',
      origin: 'cairn.example',
      steps: [{ txHash: keccak256(toHex(`step ${i}`)), chainId: 1n }],
    }
    const signature = await signer.signTypedData({
      domain: { name: 'Signed mint', version: '1', chainId: slot.anvil.chainId, verifyingContract: token.address },
      types: permissionTypes,
      primaryType: 'Permission',
      message: permission,
    })
    const { gasUsed } = await send(slot, token, { functionName: 'mint', args: [permission, signature] })
    // The first mint also pays for the counters' first writes.
    if (i > 0) gas.push(Number(gasUsed))
  }
  return gas
}

const permissionTypes = {
  Step: [
    { name: 'txHash', type: 'bytes32' },
    { name: 'chainId', type: 'uint256' },
  ],
  Permission: [
    { name: 'questId', type: 'uint256' },
    { name: 'nonce', type: 'uint256' },
    { name: 'to', type: 'address' },
    { name: 'walletProvider', type: 'string' },
    { name: 'tokenURI', type: 'string' },
    { name: 'origin', type: 'string' },
    { name: 'steps', type: 'Step[]' },
  ],
} as const
