import { evidenceRoot } from '#server/rollup/protocol/evidenceRoot.ts'
import { type GrumpkinPoint, verify } from '#server/rollup/protocol/schnorr.ts'
import { decodeLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import { walletWord } from '#server/rollup/protocol/tx/openAccount.ts'
import { groupMessage, plannedAccounts } from '#server/rollup/state/buildBatch.ts'
import type { BatchDraft, DraftGroup, SignedGroup } from '#server/rollup/state/draft.ts'
import type { SlotState } from '#server/rollup/state/slotState.ts'
import { isCairnError } from '#server/shared/errors.ts'
import { newestBatch } from './batchStore.ts'
import { awaitIssuer, endGroups, type ReadyGroup } from './issuer/groupStore.ts'
import type { PooledTx } from './ledgerStore.ts'
import type { Pick, WaitingMint } from './pick.ts'
import type { Plan } from './plan.ts'
import type { SequencerDeps } from './sealNext.ts'
import type { Waiting } from './waiting.ts'

/** A group's signature outlives the wait for its batch and its proof, not much more. */
const groupLifeSeconds = 3600

type Picked = Pick<ReadyGroup>

export type Drafted = {
  draft: BatchDraft
  pick: Picked
  /** Groups that the issuer signed, in the order of the draft. */
  groups: Picked['groups']
  ledger: readonly PooledTx[]
  requestIds: string[]
  placed: { id: string; position: number }[]
}

/** The draft of a planned batch, its groups signed by their issuers; null when nothing is left that anyone signed. */
export async function draftBatch(deps: SequencerDeps, state: SlotState, waiting: Waiting, plan: Plan): Promise<Drafted | null> {
  const { circuit, pick, ledger, inbox } = plan
  const known = new Map(waiting.known)
  for (const [i, index] of plannedAccounts(state, circuit, pick.opens.length).entries()) {
    const wallet = pick.opens[i]?.wallet
    if (wallet !== undefined) known.set(wallet, index)
  }
  const parent = await newestBatch(deps.db)
  const timestamp = Math.max(parent?.timestamp ?? 0, Math.floor(deps.clock.now() / 1000) - 1)
  // Another sequencer sealed meanwhile: the next pass reads the state anew.
  if ((parent?.number ?? 0) !== state.batch) return null
  const number = state.batch + 1
  const { signed, groups } = await signGroups(deps, state, pick, known, timestamp + groupLifeSeconds)
  if (pick.opens.length + signed.length + ledger.length + inbox.length === 0) return null

  const opening = pick.opens.flatMap(({ txId }, position) => (txId ? [{ id: txId, position }] : []))
  const minting = groups.flatMap((group) => group.mints.map(({ id }, position) => ({ id, position })))
  const placed = [...opening, ...minting, ...ledger.map(({ id }, position) => ({ id, position }))]
  const ids = new Set(placed.map(({ id }) => id))
  const asked = [...waiting.opens, ...waiting.mints, ...ledger, ...waiting.ready.flatMap(({ mints }) => mints)]
  const requestIds = asked.flatMap(({ id, requestId }) => (ids.has(id) && requestId ? [requestId] : []))
  return {
    draft: {
      ...{ circuit, number, timestamp, domain: deps.domain, leader: deps.leader, groups: signed, inbox },
      opens: pick.opens.map(({ wallet }) => walletWord(wallet)),
      ledger: ledger.map(({ words }) => decodeLedgerTx(words)),
      oldInboxIndex: state.inboxIndex,
    },
    ...{ pick, groups, ledger, placed },
    requestIds: [...new Set(requestIds)],
  }
}

async function signGroups(deps: SequencerDeps, state: SlotState, pick: Picked, known: Map<string, number>, validUntil: number) {
  const signed: SignedGroup[] = []
  const groups: Picked['groups'] = []
  for (const group of pick.groups) {
    const done = group.signed
      ? await asSigned(deps, state, { ready: group.signed, validUntil })
      : await signHere(deps, state, { quest: group.quest, mints: group.mints, known, validUntil })
    if (!done) continue
    signed.push(done)
    groups.push(group)
  }
  return { signed, groups }
}

type Unsigned = { quest: number; mints: WaitingMint[]; known: Map<string, number>; validUntil: number }

async function signHere(deps: SequencerDeps, state: SlotState, { quest, mints, known, validUntil }: Unsigned): Promise<SignedGroup | null> {
  const accounts = mints.map(({ payload }) => known.get(payload.wallet) ?? -1)
  const digests = mints.map(({ payload }) => BigInt(payload.evidenceDigest))
  const draft = { quest, accounts, evidenceRoot: evidenceRoot(deps.hasher, digests), validUntil }
  const message = await messageOf(deps, state, draft)
  if (message === null) return null
  const signature = await deps.issuer.sign(quest, message, keyIn(state, quest))
  if (signature !== null && signature !== 'elsewhere') return { ...draft, signature }
  if (signature === null) deps.log.warn({ quest, mints: mints.length }, 'the issuer does not sign: its mints wait')
  // Who holds the key is asked apart: no batch waits for a stranger's server.
  else
    await awaitIssuer(
      deps.db,
      mints.map(({ id }) => id),
    )
  return null
}

/** The group as it was signed, if the slot is still as it was then; else its mints are asked for anew. */
async function asSigned(deps: SequencerDeps, state: SlotState, { ready, validUntil }: { ready: ReadyGroup; validUntil: number }) {
  const { id, quest, accounts, signature } = ready
  const draft = { quest, accounts, evidenceRoot: ready.evidenceRoot, validUntil: ready.validUntil }
  const message = await messageOf(deps, state, draft)
  const inTime = ready.validUntil > validUntil - groupLifeSeconds + 1
  if (inTime && message === ready.message && verify(deps.hasher, keyIn(state, quest), message, signature)) return { ...draft, signature }
  deps.log.info({ quest, group: id }, 'the slot moved on since an issuer signed: it is asked anew')
  await endGroups(deps.db, [id], 'dropped')
  return null
}

const keyIn = (state: SlotState, quest: number): GrumpkinPoint => {
  const leaf = state.quest(quest)
  return { x: leaf?.issuerKeyX ?? 0n, y: leaf?.issuerKeyY ?? 0n }
}

/** Null when the quest is not open in this state: its mints wait for the inbox item that opens it. */
async function messageOf(deps: SequencerDeps, state: SlotState, group: DraftGroup) {
  try {
    return await groupMessage(state, group, deps.domain)
  } catch (error) {
    if (isCairnError(error) && error.code === 'rollup.not-found') return null
    throw error
  }
}
