import {
  type Abi,
  type Account,
  type Chain,
  getAddress,
  getContractAddress,
  type Hex,
  type PublicClient,
  type Transport,
  type WalletClient,
} from 'viem'
import { cubeReaderAbi, cubeReaderBytecode } from '#contracts/abi/cubeReader.gen.ts'
import { inboxAbi, inboxBytecode } from '#contracts/abi/inbox.gen.ts'
import { rollupAbi, rollupBytecode } from '#contracts/abi/rollup.gen.ts'
import { sharedBridgeAbi, sharedBridgeBytecode } from '#contracts/abi/sharedBridge.gen.ts'
import { zkLaneAbi, zkLaneBytecode } from '#contracts/abi/zkLane.gen.ts'
import { circuits, lanes, proofDeadlineSeconds } from '#server/rollup/protocol/constants.gen.ts'
import { CairnError } from '#server/shared/errors.ts'
import { assertSoundKey } from './verifyingKey.ts'

export type DeployDeps = { walletClient: WalletClient<Transport, Chain, Account>; publicClient: PublicClient<Transport, Chain> }

export type SlotDeployment = {
  /** The only address that may propose. */
  proposer: Hex
  genesisRoot: Hex
  /** Creation code of the small circuit's generated verifier, and the key that it must hold (what `bb write_vk` wrote). */
  verifierBytecode: Hex
  verifyingKey: Hex
  /** Lanes of different classes that make a batch final; the contract refuses 1 outside local chains. */
  threshold: number
  /** Default: the protocol's. */
  proofDeadlineSeconds?: number
  /** Wei an inbox item costs while nothing waits. Default 0. */
  inboxBaseFee?: bigint
}

export type DeployedSlot = {
  bridge: Hex
  inbox: Hex
  verifier: Hex
  zkLane: Hex
  rollup: Hex
  cubeReader: Hex
  /** Nothing of the slot is on the chain before this block. */
  blockNumber: bigint
}

type Creation = { abi: Abi | readonly unknown[]; bytecode: Hex; args?: readonly unknown[] }

/**
 * Deploys one slot from the wallet's account, always in the same order: bridge, inbox, verifier, ZK lane, rollup, reader. The inbox and the
 * rollup name each other, so the rollup's address is computed from the nonce and compared afterwards: nothing else may be sent from the
 * account meanwhile. Throws `config.invalid` for a degenerate verifying key and when the addresses do not come out as computed.
 */
export async function deploySlot(deps: DeployDeps, slot: SlotDeployment): Promise<DeployedSlot> {
  assertSoundKey(slot.verifyingKey, slot.verifierBytecode)
  const from = deps.walletClient.account.address
  const nonce = await deps.publicClient.getTransactionCount({ address: from, blockTag: 'latest' })
  const predicted = getContractAddress({ from, nonce: BigInt(nonce + 4) })

  const bridge = await create(deps, { abi: sharedBridgeAbi, bytecode: sharedBridgeBytecode })
  const inbox = await create(deps, { abi: inboxAbi, bytecode: inboxBytecode, args: [bridge.address, predicted, slot.inboxBaseFee ?? 0n] })
  const verifier = await create(deps, { abi: [], bytecode: slot.verifierBytecode })
  const zkLane = await create(deps, { abi: zkLaneAbi, bytecode: zkLaneBytecode, args: [[circuits.small.id], [verifier.address]] })
  const parameters = {
    genesisRoot: slot.genesisRoot,
    inbox: inbox.address,
    proposer: slot.proposer,
    threshold: slot.threshold,
    proofDeadline: BigInt(slot.proofDeadlineSeconds ?? proofDeadlineSeconds),
    lanes: [{ class: lanes.zk, lane: zkLane.address }],
  }
  const rollup = await create(deps, { abi: rollupAbi, bytecode: rollupBytecode, args: [parameters] })
  if (rollup.address !== predicted) {
    throw new CairnError('config.invalid', 'The rollup did not land on the address that its inbox names.', {
      meta: { field: 'rollup', found: rollup.address, expected: predicted },
    })
  }
  const cubeReader = await create(deps, { abi: cubeReaderAbi, bytecode: cubeReaderBytecode, args: [rollup.address] })
  return {
    bridge: bridge.address,
    inbox: inbox.address,
    verifier: verifier.address,
    zkLane: zkLane.address,
    rollup: rollup.address,
    cubeReader: cubeReader.address,
    blockNumber: bridge.blockNumber,
  }
}

async function create({ walletClient, publicClient }: DeployDeps, { abi, bytecode, args }: Creation) {
  const hash = await walletClient.deployContract({ abi: abi as Abi, bytecode, args: args ?? [] })
  const receipt = await publicClient.waitForTransactionReceipt({ hash, pollingInterval: 100 })
  if (receipt.status !== 'success' || !receipt.contractAddress) {
    throw new CairnError('config.invalid', 'A contract of the slot could not be deployed.', { meta: { field: 'transaction', found: hash } })
  }
  return { address: getAddress(receipt.contractAddress), blockNumber: receipt.blockNumber }
}
