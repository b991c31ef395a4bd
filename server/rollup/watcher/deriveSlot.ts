import { keccak256 } from 'viem'
import { readBlobBatch } from '#server/rollup/l2/blobBatch.ts'
import { ReorgWatch } from '#server/rollup/l2/reorgWatch.ts'
import {
  type Counts,
  type L2Client,
  type ProposedBatch,
  readItemHashes,
  readProposals,
  type SlotAddresses,
} from '#server/rollup/l2/slotReader.ts'
import type { Calldata } from '#server/rollup/protocol/calldata.ts'
import { circuitNames } from '#server/rollup/protocol/circuitNames.ts'
import type { CircuitName } from '#server/rollup/protocol/constants.gen.ts'
import { deriveBatch } from '#server/rollup/state/derive.ts'
import type { BatchRefusal, EngineDeps, SlotDomain } from '#server/rollup/state/draft.ts'
import type { NodeStore } from '#server/rollup/state/nodeStore.ts'
import { commitState, loadState, type SlotState, settle } from '#server/rollup/state/slotState.ts'
import { isCairnError } from '#server/shared/errors.ts'

export type DeriveDeps = EngineDeps & {
  client: L2Client
  slot: SlotAddresses
  domain: SlotDomain
  store: NodeStore
  /** Proposals to look at; default all. */
  counts?: Counts
}

/** One batch of L2, derived again: either the same root and effects, or what is wrong with the claim. */
export type DerivedClaim = {
  number: number
  proposal: ProposedBatch
  derivedRoot: bigint
  claimedRoot: bigint
  credentials: number
  problem: string | null
}

/**
 * Follows a slot by L2 alone: every batch's words are read from its transaction, every signature and rule is checked, the root is computed anew.
 * The state lives in the store that is given (an empty one derives from genesis).
 */
export class SlotDeriver {
  readonly #deps: DeriveDeps
  #state: SlotState | undefined
  #nextBlock: bigint
  readonly #reorgs: ReorgWatch
  /** Proposals since genesis by number, so that a pruned batch, proposed anew, replaces its predecessor. */
  #seen: ProposedBatch[] = []
  /** Proposals that were read, in order, until whoever derives came back for the next: a failure on the way loses none. */
  #waiting: ProposedBatch[] = []

  constructor(deps: DeriveDeps) {
    this.#deps = deps
    this.#nextBlock = deps.slot.fromBlock
    this.#reorgs = new ReorgWatch(deps.client)
  }

  /**
   * Derives every batch proposed since the last call. Stops at the first wrong claim: nothing built on it can be judged. A batch whose handling
   * fails comes again.
   */
  async *derive(): AsyncGenerator<DerivedClaim> {
    const { client, slot, store, hasher, counts } = this.#deps
    const { latest, ancestor } = await this.#reorgs.look()
    if (ancestor !== undefined) await this.#unwind(ancestor)
    this.#reorgs.settled()
    if (this.#nextBlock <= latest) {
      this.#waiting.push(...(await readProposals(client, slot, { from: this.#nextBlock, to: latest, counts })))
      this.#nextBlock = latest + 1n
    }
    for (let proposal = this.#waiting[0]; proposal; proposal = this.#waiting[0]) {
      const number = Number(proposal.claim.number)
      if (this.#seen.length >= number) {
        this.#state = undefined
        await store.deleteAfter(number - 1)
        this.#seen.length = number - 1
      }
      this.#state ??= await loadState(store, hasher, number - 1)
      const derived = await this.#deriveOne(this.#state, proposal)
      this.#seen.push(proposal)
      yield derived
      this.#waiting.shift()
      if (derived.problem === null) continue
      this.#waiting = []
      return
    }
  }

  /** Forgets what L2 took back and nothing else; everything when it cannot be told (`ancestor` null). */
  async #unwind(ancestor: bigint | null) {
    const { slot, store } = this.#deps
    const isGone = ({ blockNumber }: ProposedBatch) => ancestor === null || blockNumber > ancestor
    const kept = this.#seen.findIndex(isGone)
    if (kept !== -1) {
      this.#state = undefined
      await store.deleteAfter(kept)
      this.#seen.length = kept
    }
    this.#waiting = this.#waiting.filter((proposal) => !isGone(proposal))
    const next = ancestor === null || ancestor < slot.fromBlock ? slot.fromBlock : ancestor + 1n
    // Blocks below may still be unread, when reading failed before.
    if (next < this.#nextBlock) this.#nextBlock = next
  }

  async #deriveOne(state: SlotState, proposal: ProposedBatch): Promise<DerivedClaim> {
    const { claim, words } = proposal
    const number = Number(claim.number)
    const base = { number, proposal, claimedRoot: BigInt(claim.newRoot), credentials: 0 }
    const circuit = circuitNames.get(claim.circuit)
    if (!circuit) return { ...base, derivedRoot: state.root(), problem: `unknown circuit ${claim.circuit}` }
    if (keccak256(words) !== claim.wordsHash)
      return { ...base, derivedRoot: state.root(), problem: 'the words of the transaction are not those of the claim' }
    const calldata = wordsOf(circuit, proposal)
    if (typeof calldata === 'string') return { ...base, derivedRoot: state.root(), problem: calldata }
    const inboxHashes = await readItemHashes(this.#deps.client, this.#deps.slot, claim.inboxFrom, claim.inboxTo)
    const posted = {
      circuit,
      number,
      timestamp: Number(claim.timestamp),
      domain: this.#deps.domain,
      calldata,
      inboxHashes: inboxHashes ?? [],
    }
    const derived = await deriveBatch(this.#deps, state, posted)
    if (!derived.ok) return { ...base, derivedRoot: state.root(), problem: refusalText(derived.reason) }
    const { newRoot, oldRoot, effects, dataCommit, positions, next } = derived.value
    const problem = firstDifference([
      ['old root', oldRoot, BigInt(claim.oldRoot)],
      ['new root', newRoot, BigInt(claim.newRoot)],
      ['effects', BigInt(effects), claim.effects],
      ['data commitment', dataCommit, BigInt(claim.dataCommit)],
    ])
    if (problem === null) {
      await commitState(next, this.#deps.store, number)
      this.#state = settle(next)
    }
    return { ...base, derivedRoot: newRoot, credentials: positions.credentials.length, problem }
  }
}

/** The words as calldata carries them, or what is wrong with the blob that should hold them. */
function wordsOf(circuit: CircuitName, { claim, words, blob }: ProposedBatch): Calldata | string {
  if (!blob) return { words, lengths: claim.lengths }
  try {
    return readBlobBatch(circuit, { sent: words, lengths: claim.lengths }, blob)
  } catch (error) {
    if (isCairnError(error) && error.code === 'rollup.malformed') return error.message
    throw error
  }
}

function firstDifference(pairs: [string, bigint, bigint][]): string | null {
  const different = pairs.find(([, derived, claimed]) => derived !== claimed)
  return different ? `${different[0]}: derived ${different[1]}, claimed ${different[2]}` : null
}

const refusalText = ({ section, position, reason }: BatchRefusal) => `${section} ${position}: ${reason}`
