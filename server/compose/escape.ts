import { createPublicClient, createWalletClient, defineChain, http } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { indexLeaves } from '#server/rollup/escape/leafIndex.ts'
import type { FinalState, LeavingDeps } from '#server/rollup/escape/leaving.ts'
import { type Payable, payablesOf } from '#server/rollup/escape/payables.ts'
import type { SendDeps } from '#server/rollup/escape/sendClient.ts'
import { findSlot, type Standing } from '#server/rollup/escape/slotClient.ts'
import { beaconBlobs } from '#server/rollup/l2/blobClient.ts'
import { finalOnes } from '#server/rollup/l2/slotReader.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { createMemoryNodeStore } from '#server/rollup/state/memoryNodeStore.ts'
import { genesisRoot } from '#server/rollup/state/slotState.ts'
import { SlotDeriver } from '#server/rollup/watcher/deriveSlot.ts'
import { type Hex, toHex32 } from '#server/shared/bytes.ts'
import { CairnError } from '#server/shared/errors.ts'

/** `blobUrl`: where blobs are to be had; left out, the L2 endpoint is asked. */
export type EscapeOptions = { rpcUrl: string; rollup: Hex; fromBlock?: bigint | undefined; blobUrl?: string | undefined }

/** What leaving takes: an L2 endpoint and the address of the slot's rollup. No database, no server of ours. */
export async function composeEscape({ rpcUrl, rollup, fromBlock, blobUrl = rpcUrl }: EscapeOptions) {
  const transport = http(rpcUrl, { retryCount: 3, retryDelay: 250, timeout: 20_000 })
  const id = await createPublicClient({ transport }).getChainId()
  const nativeCurrency = { name: 'Ether', symbol: 'ETH', decimals: 18 }
  const chain = defineChain({ id, name: 'L2', nativeCurrency, rpcUrls: { default: { http: [rpcUrl] } } })
  const client = createPublicClient({ chain, transport, cacheTime: 0, pollingInterval: 500 })
  const slot = { ...(await findSlot(client, rollup, fromBlock)), blobs: beaconBlobs(blobUrl) }
  const deps: LeavingDeps = { hasher: fastHasher, client, slot }
  return {
    ...{ deps, chainId: id },
    derive: (standing: Standing, onBatch: (number: number) => void) => deriveFinal(deps, standing, onBatch),
    /** Sends with a key of L2 that pays the gas; it need not be the leaver's. */
    senderOf: (key: Hex): SendDeps => ({ client, wallet: createWalletClient({ account: privateKeyToAccount(key), chain, transport }) }),
  }
}

export type ComposedEscape = Awaited<ReturnType<typeof composeEscape>>

/**
 * Derives the final batches from L2's words, into memory; what came after them is void once the slot is frozen. Throws `escape.not-derivable`
 * when their end is not the root that L2 keeps: no proof of ours would hold then.
 */
async function deriveFinal(
  { client, slot, hasher }: LeavingDeps,
  standing: Standing,
  onBatch: (number: number) => void,
): Promise<FinalState> {
  const { store, index } = indexLeaves(createMemoryNodeStore())
  const domain = { chainId: client.chain.id, rollup: slot.rollup }
  const counts = finalOnes(client, slot, BigInt(standing.final.number))
  const payables = new Map<number, Payable[]>()
  let root = genesisRoot(hasher)
  const deriver = new SlotDeriver({ hasher, client, slot, domain, store, counts })
  for await (const { number, proposal, derivedRoot, problem } of deriver.derive()) {
    if (problem !== null) throw notDerivable(`batch ${number}: ${problem}`)
    payables.set(number, payablesOf(proposal))
    root = derivedRoot
    onBatch(number)
  }
  if (toHex32(root) !== standing.final.root) throw notDerivable(`derived ${toHex32(root)}, final is ${standing.final.root}`)
  return { store, index, standing, payables: [...payables.values()].flat() }
}

function notDerivable(found: string): CairnError {
  return new CairnError('escape.not-derivable', `The slot’s final state cannot be derived from L2: ${found}.`, {
    meta: { field: 'root', found },
  })
}
