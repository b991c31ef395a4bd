import {
  type Account,
  type Chain,
  encodeAbiParameters,
  type Hex,
  keccak256,
  type PublicClient,
  parseAbiParameters,
  type Transport,
  type WalletClient,
} from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { blobRollupAbi } from '#contracts/abi/blobRollup.gen.ts'
import { compile } from '#contracts/scripts/solc.ts'
import { type BlobBatch, blobBatch, openHead } from '#server/rollup/l2/blobBatch.ts'
import type { BlockOpening } from '#server/rollup/l2/blobOpening.ts'
import { kzg } from '#server/rollup/l2/kzg.ts'
import { challengeOf, domainOf } from '#server/rollup/protocol/batch.ts'
import { lanes } from '#server/rollup/protocol/constants.gen.ts'
import type { BuiltBatch } from '#server/rollup/state/draft.ts'
import { toHex32 } from '#server/shared/bytes.ts'
import { claimOf, type DeployedSlot, proposal, recipient } from './deployedSlot.ts'

const attester = privateKeyToAccount(`0x${'7e'.repeat(32)}`)

/** Deploys the lane of tests that believes one key, as class TEE. */
export async function signedLane(deployer: WalletClient<Transport, Chain, Account>, client: PublicClient<Transport, Chain>) {
  const path = 'contracts/test/support/SignedLane.sol'
  const { bytecode } = compile({ path, contract: 'SignedLane', settings: { runs: 200, viaIR: false } })
  const data = `${bytecode}${encodeAbiParameters([{ type: 'address' }], [attester.address]).slice(2)}` as Hex
  const { contractAddress } = await client.waitForTransactionReceipt({ hash: await deployer.sendTransaction({ data }) })
  if (!contractAddress) throw new Error('the lane is not deployed')
  return { class: lanes.tee, lane: contractAddress }
}

/** A built batch as a blob transaction carries it, with its opening. */
export type BlobProposal = BlobBatch & { built: BuiltBatch; opening: BlockOpening; challenge: bigint }

/** `change` puts other words into the blob than the batch's, as a proposer that lies may. */
export function inBlobForm(
  slot: DeployedSlot,
  built: BuiltBatch,
  change: { words?: readonly bigint[]; blobWords?: readonly bigint[] } = {},
): BlobProposal {
  const words = change.words ?? built.words
  const batch = blobBatch(built.circuit, words, change.blobWords)
  const { number, circuit, dataCommit } = built
  const challenge = challengeOf({ ...slot.domain, number, circuit, dataCommit, wordsHash: batch.wordsHash })
  return { ...batch, built, challenge, opening: openHead(batch, challenge) }
}

export const blobClaimOf = ({ built, lengths, wordsHash, opening }: BlobProposal) => ({
  ...claimOf(built),
  lengths,
  wordsHash: toHex32(wordsHash),
  evaluation: opening.value,
})

/** Sends `proposeBlob`; `change` alters what is sent. */
export async function proposeBlob(
  slot: DeployedSlot,
  batch: BlobProposal,
  change: Partial<Pick<BlobProposal, 'sent' | 'opening'>> & { blob?: Uint8Array } = {},
) {
  const { sent, opening, blob } = { sent: batch.sent, opening: batch.opening, blob: batch.blob.bytes, ...change }
  const args = [{ ...proposal(batch.built), lengths: batch.lengths }, sent, opening] as const
  const hash = await slot.proposer.writeContract({
    address: slot.contracts.rollup,
    abi: blobRollupAbi,
    functionName: 'proposeBlob',
    args,
    blobs: [blob],
    kzg,
    maxFeePerBlobGas: 10n ** 9n,
    gas: 1_500_000n,
  })
  return slot.client.waitForTransactionReceipt({ hash })
}

const statementType = parseAbiParameters(
  '((uint256 domain, uint64 batch, uint8 circuit, bytes32 oldRoot, bytes32 newRoot, uint64 timestamp, bytes32 input, bytes32 dataCommit, uint256 effects, uint256 challenge, uint256 evaluation, address recipient) base, bytes32 versionedHash)',
)

/** The vote of the test's lane, which believes whoever holds its key. */
export async function voteByKey(slot: DeployedSlot, batch: BlobProposal) {
  const claim = blobClaimOf(batch)
  const [, inputHash] = await slot.client.readContract({ ...slot.rollup, functionName: 'batch', args: [claim.number] })
  const { number, ...fields } = claim
  const base = {
    ...fields,
    domain: domainOf(slot.domain.chainId, slot.domain.rollup),
    batch: number,
    input: inputHash,
    challenge: batch.challenge,
    recipient,
  } as const
  const digest = keccak256(encodeAbiParameters(statementType, [{ base, versionedHash: batch.blob.versionedHash }]))
  const signature = await attester.sign({ hash: digest })
  const args = [claim, lanes.tee, recipient, signature] as const
  return slot.client.waitForTransactionReceipt({ hash: await slot.stranger.writeContract({ ...slot.rollup, functionName: 'vote', args }) })
}
