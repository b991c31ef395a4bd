import { keccak256 } from 'viem'
import { type L2Client, type ProposedBatch, readProposals, type SlotAddresses } from '#server/rollup/l2/slotReader.ts'
import { circuitNames } from '#server/rollup/protocol/circuitNames.ts'
import { deriveBatch } from '#server/rollup/state/derive.ts'
import type { BatchRefusal, EngineDeps, SlotDomain } from '#server/rollup/state/draft.ts'
import type { NodeStore } from '#server/rollup/state/nodeStore.ts'
import { commitState, loadState, type SlotState, settle } from '#server/rollup/state/slotState.ts'

export type DeriveDeps = EngineDeps & { client: L2Client; slot: SlotAddresses; domain: SlotDomain; store: NodeStore }

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
  #lastHash: string | undefined
  /** Proposals since genesis by number, so that a pruned batch, proposed anew, replaces its predecessor. */
  #seen: ProposedBatch[] = []

  constructor(deps: DeriveDeps) {
    this.#deps = deps
    this.#nextBlock = deps.slot.fromBlock
  }

  /** Derives every batch proposed since the last call. Stops at the first wrong claim: nothing built on it can be judged. */
  async *derive(): AsyncGenerator<DerivedClaim> {
    const { client, slot, store, hasher } = this.#deps
    if (await this.#reorged()) await this.#restart()
    const latest = await client.getBlock({ blockTag: 'latest' })
    const fresh = this.#nextBlock > latest.number ? [] : await readProposals(client, slot, this.#nextBlock, latest.number)
    this.#nextBlock = latest.number + 1n
    this.#lastHash = latest.hash
    for (const proposal of fresh) {
      const number = Number(proposal.claim.number)
      if (this.#seen.length >= number) {
        this.#seen.length = number - 1
        await store.deleteAfter(number - 1)
        this.#state = undefined
      }
      this.#seen.push(proposal)
      this.#state ??= await loadState(store, hasher, number - 1)
      const derived = await this.#deriveOne(this.#state, proposal)
      yield derived
      if (derived.problem !== null) return
    }
  }

  /** True when the last block that was looked at has left the chain. */
  async #reorged(): Promise<boolean> {
    if (this.#lastHash === undefined) return false
    const { client, slot } = this.#deps
    const last = this.#nextBlock - 1n
    if (last < slot.fromBlock) return false
    const { number } = await client.getBlock({ blockTag: 'latest' })
    return number < last || (await client.getBlock({ blockNumber: last })).hash !== this.#lastHash
  }

  async #restart() {
    await this.#deps.store.deleteAfter(0)
    this.#state = undefined
    this.#seen = []
    this.#nextBlock = this.#deps.slot.fromBlock
  }

  async #deriveOne(state: SlotState, proposal: ProposedBatch): Promise<DerivedClaim> {
    const { claim, words } = proposal
    const number = Number(claim.number)
    const base = { number, proposal, claimedRoot: BigInt(claim.newRoot), credentials: 0 }
    const circuit = circuitNames.get(claim.circuit)
    if (!circuit) return { ...base, derivedRoot: state.root(), problem: `unknown circuit ${claim.circuit}` }
    if (keccak256(words) !== claim.wordsHash)
      return { ...base, derivedRoot: state.root(), problem: 'the words of the transaction are not those of the claim' }
    const posted = {
      circuit,
      number,
      timestamp: Number(claim.timestamp),
      domain: this.#deps.domain,
      calldata: { words, lengths: claim.lengths },
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

function firstDifference(pairs: [string, bigint, bigint][]): string | null {
  const different = pairs.find(([, derived, claimed]) => derived !== claimed)
  return different ? `${different[0]}: derived ${different[1]}, claimed ${different[2]}` : null
}

const refusalText = ({ section, position, reason }: BatchRefusal) => `${section} ${position}: ${reason}`
