import { CairnError, isCairnError } from '#server/shared/errors.ts'
import type { BatchView } from './credentialViews.ts'
import type { ExplorerStore } from './explorerStore.ts'
import { type LaneName, type LanesPort, laneNames } from './lanesClient.ts'

/**
 * What one lane did about a batch: `voted`; `waiting`, it still may; `silent`, the batch became final without it; `inactive`, the slot has no such lane
 * yet; `unknown`, L2 did not answer. `at` (ISO 8601) and `tx` where our records name them.
 */
export type LaneVote = {
  lane: LaneName
  state: 'voted' | 'waiting' | 'silent' | 'inactive' | 'unknown'
  at: string | null
  tx: string | null
}

/** `needed`: lanes that make a batch final; null while L2 does not answer. */
export type Votes = { needed: number | null; votes: LaneVote[] }

type Deps = { explorer: Pick<ExplorerStore, 'batch'>; lanes(): Promise<LanesPort> }

/** The votes for a batch as the slot's contract has them; a vote is never concluded from anything else than a vote. Throws `not-found`. */
export async function readVotes(deps: Deps, { batch: number }: { batch: number }): Promise<Votes> {
  const batch = await deps.explorer.batch(number)
  if (!batch) throw new CairnError('not-found', 'There is no such batch.', { meta: { field: 'batch', found: number } })
  const said = await ask(deps, number)
  return { needed: said?.threshold ?? null, votes: laneNames.map((lane) => voteOf(lane, batch, said)) }
}

type Said = { names: ReadonlySet<LaneName>; threshold: number; voted: ReadonlySet<LaneName> }

async function ask(deps: Deps, number: number): Promise<Said | null> {
  try {
    const lanes = await deps.lanes()
    const [active, voted] = await Promise.all([lanes.active(), lanes.votes(number)])
    return { ...active, voted }
  } catch (error) {
    if (isCairnError(error) && error.code === 'chain.unreachable') return null
    throw error
  }
}

function voteOf(lane: LaneName, batch: Pick<BatchView, 'provenAt' | 'voteTx' | 'finalAt'>, said: Said | null): LaneVote {
  // The proof of the batch is the vote of the ZK lane: the publisher notes it when L2 has taken it.
  const noted = lane === 'zk' && batch.provenAt !== null ? { at: batch.provenAt, tx: batch.voteTx } : null
  const none = { lane, at: null, tx: null }
  if (said === null) return noted ? { lane, state: 'voted', ...noted } : { ...none, state: 'unknown' }
  if (!said.names.has(lane)) return { ...none, state: 'inactive' }
  if (said.voted.has(lane)) return { ...none, state: 'voted', ...noted }
  return { ...none, state: batch.finalAt === null ? 'waiting' : 'silent' }
}
