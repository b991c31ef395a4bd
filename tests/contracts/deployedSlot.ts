import {
  type ContractFunctionArgs,
  createPublicClient,
  createTestClient,
  createWalletClient,
  defineChain,
  encodeFunctionData,
  http,
  parseEventLogs,
} from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { inboxAbi } from '#contracts/abi/inbox.gen.ts'
import { rollupAbi } from '#contracts/abi/rollup.gen.ts'
import { type CircuitName, circuits } from '#server/rollup/protocol/constants.gen.ts'
import { sign } from '#server/rollup/protocol/schnorr.ts'
import { prove } from '#server/rollup/prover/prove.ts'
import { deploySlot } from '#server/rollup/settlement/deploy.ts'
import { buildBatch, groupMessage } from '#server/rollup/state/buildBatch.ts'
import type { BatchDraft, BuiltBatch, DraftGroup, SignedGroup } from '#server/rollup/state/draft.ts'
import { fastHasher } from '#server/rollup/state/fastHash.ts'
import { createMemoryNodeStore } from '#server/rollup/state/memoryNodeStore.ts'
import { commitState, loadState, settle } from '#server/rollup/state/slotState.ts'
import { toHex, toHex32 } from '#server/shared/bytes.ts'
import { anvilKeys, startAnvil } from '../support/anvil.ts'
import { issuerKey, issuerSecret } from '../support/slotFixture.ts'
import { signedLane } from './blobSlot.ts'
import { developmentCrs, developmentVerifiers, keyFolder } from './developmentVerifiers.ts'

export const recipient = '0x00000000000000000000000000000000000000aa'

type SlotOptions = {
  sizes?: readonly CircuitName[]
  /** The slot begins with so many skipped accounts: indices are then as wide as in a slot with so many members. */
  accounts?: number
  /** Takes batches in blobs, too, and has a lane of class TEE that believes `attest` (`blobSlot.ts`). */
  blobs?: boolean
}

/** The slot's contracts on a node of their own, and an engine that builds real batches for them. No processes, no database. */
export async function deployedSlot({ sizes = ['small'], accounts = 0, blobs = false }: SlotOptions = {}) {
  const anvil = await startAnvil()
  const chain = defineChain({
    id: anvil.chainId,
    name: 'L2',
    nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
    rpcUrls: { default: { http: [anvil.url] } },
  })
  // The node unpacks its own KZG setup when the first blob arrives.
  const transport = http(anvil.url, { timeout: 60_000 })
  const client = createPublicClient({ chain, transport, cacheTime: 0, pollingInterval: 50 })
  const walletOf = (key: `0x${string}`) => createWalletClient({ account: privateKeyToAccount(key), chain, transport })
  const [deployer, proposer, stranger] = [walletOf(anvilKeys[0]), walletOf(anvilKeys[1]), walletOf(anvilKeys[2])]
  const crs = await developmentCrs()
  const store = createMemoryNodeStore()
  let state = await loadState(store, fastHasher)
  state.accountCount = accounts
  const contracts = await deploySlot(
    { walletClient: deployer, publicClient: client },
    {
      proposer: proposer.account.address,
      genesisRoot: toHex32(state.root()),
      verifiers: await developmentVerifiers(crs, sizes),
      threshold: 1,
      ...(blobs ? { dataSource: 'blob', otherLanes: [await signedLane(deployer, client)] } : {}),
    },
  )
  const domain = { chainId: anvil.chainId, rollup: contracts.rollup }
  const rollup = { address: contracts.rollup, abi: rollupAbi } as const
  const inbox = { address: contracts.inbox, abi: inboxAbi } as const
  const mined = (hash: `0x${string}`) => client.waitForTransactionReceipt({ hash })

  const build = async (parts: Partial<BatchDraft> = {}): Promise<BuiltBatch> => {
    const { timestamp } = await client.getBlock()
    const draft = { circuit: 'small', number: state.batch + 1, timestamp: Number(timestamp), domain, leader: 0 } as const
    const rest = { opens: [], groups: [], ledger: [], inbox: [], oldInboxIndex: state.inboxIndex }
    const result = await buildBatch({ hasher: fastHasher }, state, { ...draft, ...rest, ...parts })
    if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.reason)}`)
    return result.value
  }
  const propose = async (built: BuiltBatch) =>
    mined(await proposer.writeContract({ ...rollup, functionName: 'propose', args: [proposal(built), built.calldata.words] }))
  const keep = async (built: BuiltBatch) => {
    await commitState(built.next, store, built.number)
    state = settle(built.next)
  }
  return {
    anvil,
    client,
    tester: createTestClient({ chain, mode: 'anvil', transport }),
    deployer,
    proposer,
    stranger,
    contracts,
    rollup,
    inbox,
    domain,
    store,
    /** Of the state that the next batch is built on. */
    header: () => state.header(),
    state: () => state,
    build,
    propose,
    keep,
    /** Proposes and goes on from there. */
    async advance(parts: Partial<BatchDraft> = {}) {
      const built = await build(parts)
      const receipt = await propose(built)
      await keep(built)
      return { built, receipt }
    },
    /** Goes back to a batch that was final when later ones were pruned. */
    async rewind(batch: number) {
      await store.deleteAfter(batch)
      state = await loadState(store, fastHasher, batch)
    },
    async signGroup(group: DraftGroup & { earlier?: number }): Promise<SignedGroup> {
      return { ...group, signature: sign(fastHasher, issuerSecret, await groupMessage(state, group, domain)) }
    },
    prove: (built: BuiltBatch) => prove(built.inputs, { crs, threads: 2, keyFolder, recipient: BigInt(recipient) }),
    async vote(built: BuiltBatch, proof: Uint8Array) {
      const args = [claimOf(built), 1, recipient, toHex(proof)] as const
      return mined(await stranger.writeContract({ ...rollup, functionName: 'vote', args }))
    },
    /** `propose` and `vote` at once. */
    async proposeAndVote(built: BuiltBatch, proof: Uint8Array) {
      const args = [proposal(built), built.calldata.words, 1, recipient, toHex(proof)] as const
      return mined(await proposer.writeContract({ ...rollup, functionName: 'proposeAndVote', args }))
    },
    /** Any call of the inbox by the stranger; gives the item as its event carries it. */
    async queue<F extends InboxCall>(functionName: F, args: ContractFunctionArgs<typeof inboxAbi, 'payable', F>, value = 0n) {
      const data = encodeFunctionData({ abi: inboxAbi, functionName, args } as never)
      return itemOf(await mined(await stranger.sendTransaction({ to: inbox.address, data, value })))
    },
    /** Queues a deposit; gives the item as its event carries it. */
    async deposit(account: number, value: bigint, wallet = 0n) {
      return itemOf(await mined(await stranger.writeContract({ ...inbox, functionName: 'deposit', args: [account, wallet], value })))
    },
    async openQuest(opening: Partial<QuestOpening> = {}) {
      const args = [{ ...questOpening, ...opening }] as const
      return itemOf(await mined(await stranger.writeContract({ ...inbox, functionName: 'openQuest', args })))
    },
    stop: () => anvil.stop(),
  }
}

export type DeployedSlot = Awaited<ReturnType<typeof deployedSlot>>

type InboxCall =
  | 'setKey'
  | 'setKeyFor'
  | 'cancelKeyFor'
  | 'activateKey'
  | 'forcedWithdraw'
  | 'forcedWithdrawFor'
  | 'openQuestFor'
  | 'depositToken'

/** For settings without a linked wallet. */
export const noApproval = { solanaKey: toHex32(0n), evmWallet: `0x${'00'.repeat(20)}`, nonce: 0n, deadline: 0n, signature: '0x' } as const

export const questOpening = {
  account: 0,
  quest: 0,
  previous: 0,
  issuerKeyX: issuerKey.x,
  issuerKeyY: issuerKey.y,
  opensAt: 0,
  closesAt: 4_000_000_000,
  supply: 1_000,
  points: 10,
  category: 1,
  expiresAfter: 0,
  revocable: true,
  rewardToken: 0,
  rewardPerMint: 0n,
  feePerMint: 0n,
  rulesHash: 77n,
  pool: 0n,
  feePool: 0n,
}
type QuestOpening = typeof questOpening

function itemOf({ logs }: { logs: Parameters<typeof parseEventLogs>[0]['logs'] }) {
  const [event] = parseEventLogs({ abi: inboxAbi, eventName: 'ItemQueued', logs })
  if (!event) throw new Error('nothing was queued')
  return { words: [...event.args.words] }
}

/** The first argument of `propose`. */
export const proposal = (built: BuiltBatch) => ({
  number: BigInt(built.number),
  circuit: circuits[built.circuit].id,
  oldRoot: toHex32(built.oldRoot),
  newRoot: toHex32(built.newRoot),
  timestamp: BigInt(built.timestamp),
  dataCommit: toHex32(built.dataCommit),
  effects: BigInt(built.effects),
  lengths: built.calldata.lengths,
})

/** The claim as the engine knows it, apart from the contract. */
export const claimOf = (built: BuiltBatch) => ({
  ...proposal(built),
  inboxFrom: BigInt(built.inboxFrom),
  inboxTo: BigInt(built.inboxTo),
  wordsHash: toHex32(built.wordsHash),
  evaluation: built.evaluation,
})
