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
import { blobRollupAbi, blobRollupBytecode } from '#contracts/abi/blobRollup.gen.ts'
import { cubeReaderAbi, cubeReaderBytecode } from '#contracts/abi/cubeReader.gen.ts'
import { ed25519Abi, ed25519Bytecode } from '#contracts/abi/ed25519.gen.ts'
import { escapeAbi, escapeBytecode } from '#contracts/abi/escape.gen.ts'
import { inboxAbi, inboxBytecode } from '#contracts/abi/inbox.gen.ts'
import { rollupAbi, rollupBytecode } from '#contracts/abi/rollup.gen.ts'
import { sharedBridgeAbi, sharedBridgeBytecode } from '#contracts/abi/sharedBridge.gen.ts'
import { zkLaneAbi, zkLaneBytecode } from '#contracts/abi/zkLane.gen.ts'
import { type CircuitName, circuits, lanes, proofDeadlineSeconds } from '#server/rollup/protocol/constants.gen.ts'
import { CairnError } from '#server/shared/errors.ts'
import { assertSoundKey } from './verifyingKey.ts'

export type DeployDeps = { walletClient: WalletClient<Transport, Chain, Account>; publicClient: PublicClient<Transport, Chain> }

/** Creation code of a circuit's generated verifier, and the key that it must hold (what `bb write_vk` wrote). */
export type CircuitVerifier = { circuit: CircuitName; bytecode: Hex; verifyingKey: Hex }

export type SlotDeployment = {
  /** The only address that may propose. */
  proposer: Hex
  genesisRoot: Hex
  /** One a circuit; the slot takes batches of these circuits only. */
  verifiers: readonly CircuitVerifier[]
  /** Lanes of different classes that make a batch final; the contract refuses 1 outside local chains. */
  threshold: number
  /** Default: the protocol's. */
  proofDeadlineSeconds?: number
  /** Seconds after which a queued item must be in the next batch. Default one hour. */
  inboxDeadlineSeconds?: number
  /** Seconds after which anyone may freeze the slot when an item is in no final batch. Default thirty days. */
  escapePeriodSeconds?: number
  /** Wei an inbox item costs while nothing waits. Default 0. */
  inboxBaseFee?: bigint
  /** Whether batches may come in blobs as well as in calldata; only lanes that read blobs vote for such a batch. Default calldata. */
  dataSource?: DataSource
  /** Lanes beside the ZK lane. */
  otherLanes?: readonly { class: number; lane: Hex }[]
}

export type DataSource = 'calldata' | 'blob'

export type DeployedSlot = {
  bridge: Hex
  ed25519: Hex
  inbox: Hex
  zkLane: Hex
  rollup: Hex
  escape: Hex
  cubeReader: Hex
  /** Nothing of the slot is on the chain before this block. */
  blockNumber: bigint
} & Partial<Record<`${CircuitName}Verifier`, Hex>>

const INBOX_DEADLINE_SECONDS = 3_600
const ESCAPE_PERIOD_SECONDS = 30 * 86_400

type Creation = { abi: Abi | readonly unknown[]; bytecode: Hex; args?: readonly unknown[] }

/**
 * Deploys one slot from the wallet's account, always in the same order: bridge, ed25519, inbox, verifiers, ZK lane, rollup, escape, reader.
 * Inbox, rollup and escape name each other, so addresses are computed from the nonce and compared afterwards: nothing else may be sent
 * from the account meanwhile. Throws `config.invalid` for a degenerate verifying key and when the addresses do not come out as computed.
 */
export async function deploySlot(deps: DeployDeps, slot: SlotDeployment): Promise<DeployedSlot> {
  for (const { verifyingKey, bytecode } of slot.verifiers) assertSoundKey(verifyingKey, bytecode)
  const from = deps.walletClient.account.address
  const nonce = await deps.publicClient.getTransactionCount({ address: from, blockTag: 'latest' })
  const rollupNonce = BigInt(nonce + 4 + slot.verifiers.length)
  const predicted = { rollup: addressAt(from, rollupNonce), escape: addressAt(from, rollupNonce + 1n) }

  const bridge = await create(deps, { abi: sharedBridgeAbi, bytecode: sharedBridgeBytecode })
  const ed25519 = await create(deps, { abi: ed25519Abi, bytecode: ed25519Bytecode })
  const inboxArgs = [bridge.address, predicted.rollup, ed25519.address, slot.inboxBaseFee ?? 0n]
  const inbox = await create(deps, { abi: inboxAbi, bytecode: inboxBytecode, args: inboxArgs })
  const { verifiers, zkLane } = await createLane(deps, slot.verifiers)
  const parameters = {
    genesisRoot: slot.genesisRoot,
    inbox: inbox.address,
    escape: predicted.escape,
    proposer: slot.proposer,
    threshold: slot.threshold,
    proofDeadline: BigInt(slot.proofDeadlineSeconds ?? proofDeadlineSeconds),
    inboxDeadline: BigInt(slot.inboxDeadlineSeconds ?? INBOX_DEADLINE_SECONDS),
    escapePeriod: BigInt(slot.escapePeriodSeconds ?? ESCAPE_PERIOD_SECONDS),
    lanes: [{ class: lanes.zk, lane: zkLane }, ...(slot.otherLanes ?? [])],
  }
  const contract: Omit<Creation, 'args'> =
    slot.dataSource === 'blob' ? { abi: blobRollupAbi, bytecode: blobRollupBytecode } : { abi: rollupAbi, bytecode: rollupBytecode }
  const rollup = await create(deps, { ...contract, args: [parameters] })
  const exits = await create(deps, { abi: escapeAbi, bytecode: escapeBytecode, args: [rollup.address, ed25519.address] })
  for (const [field, { address }] of Object.entries({ rollup, escape: exits })) {
    const expected = predicted[field as keyof typeof predicted]
    if (address === expected) continue
    throw new CairnError('config.invalid', 'A contract did not land on the address that the others name.', {
      meta: { field, found: address, expected },
    })
  }
  const cubeReader = await create(deps, { abi: cubeReaderAbi, bytecode: cubeReaderBytecode, args: [rollup.address] })
  return {
    bridge: bridge.address,
    ed25519: ed25519.address,
    inbox: inbox.address,
    ...verifiers,
    zkLane,
    rollup: rollup.address,
    escape: exits.address,
    cubeReader: cubeReader.address,
    blockNumber: bridge.blockNumber,
  }
}

const addressAt = (from: Hex, nonce: bigint) => getContractAddress({ from, nonce })

async function createLane(deps: DeployDeps, verifiers: readonly CircuitVerifier[]) {
  const created: Partial<Record<`${CircuitName}Verifier`, Hex>> = {}
  for (const { circuit, bytecode } of verifiers) created[`${circuit}Verifier`] = (await create(deps, { abi: [], bytecode })).address
  const args = [verifiers.map(({ circuit }) => circuits[circuit].id), Object.values(created)]
  const lane = await create(deps, { abi: zkLaneAbi, bytecode: zkLaneBytecode, args })
  return { verifiers: created, zkLane: lane.address }
}

async function create({ walletClient, publicClient }: DeployDeps, { abi, bytecode, args }: Creation) {
  const hash = await walletClient.deployContract({ abi: abi as Abi, bytecode, args: args ?? [] })
  const receipt = await publicClient.waitForTransactionReceipt({ hash, pollingInterval: 100 })
  if (receipt.status !== 'success' || !receipt.contractAddress) {
    throw new CairnError('config.invalid', 'A contract of the slot could not be deployed.', { meta: { field: 'transaction', found: hash } })
  }
  return { address: getAddress(receipt.contractAddress), blockNumber: receipt.blockNumber }
}
