import type { Database } from '#drizzle/client.ts'
import { verify } from '#server/rollup/protocol/schnorr.ts'
import type { EngineDeps } from '#server/rollup/state/draft.ts'
import type { Hex } from '#server/shared/bytes.ts'
import type { Log } from '#server/shared/log.ts'
import { dropExpired, dueGroups, type GroupRow, keepSignature, notSigned } from './groupStore.ts'
import type { SignAnswer, SignerPort, SignRequest } from './signerPort.ts'

export type AskDeps = EngineDeps & { db: Database; signers: SignerPort; log: Log; now(): number }

/** Issuers asked at one time: a slow one takes one of these places, and no batch. */
const together = 16
/** A signature that comes this late would find no batch in time. Seconds. */
export const lastSeconds = 120
const mostWaitMs = 300_000

/** 2 s, 4 s … a minute: a signer that is back is asked again soon, and one that is gone costs little. */
export const pauseAfter = (attempts: number): number => Math.min(60_000, 2000 * 2 ** Math.min(attempts, 5))

/**
 * Asks the issuers of the groups that are due, all at once, and keeps what holds. What does not hold is as if nobody had answered, but is said. Answers how
 * many groups are signed.
 */
export async function askIssuers(deps: AskDeps): Promise<number> {
  const { db, now, log } = deps
  const dropped = await dropExpired(db, Math.floor(now() / 1000) + lastSeconds)
  if (dropped > 0) log.info({ dropped }, 'groups that nobody signed in time are asked for anew')
  const groups = await dueGroups(db, new Date(now()), together)
  const signed = await Promise.all(groups.map((group) => askOne(deps, group)))
  return signed.filter(Boolean).length
}

async function askOne(deps: AskDeps, group: GroupRow): Promise<boolean> {
  const { db, now, log } = deps
  const request = requestOf(group)
  const answer = await askFor(deps, request)
  if ('signature' in answer) {
    log.info({ quest: group.quest, mints: group.txs.length, group: group.id }, 'an issuer signed')
    return keepSignature(db, group.id, answer.signature, new Date(now()))
  }
  const wait = Math.min(mostWaitMs, answer.retryAfterMs ?? pauseAfter(group.attempts))
  await notSigned(db, group.id, { code: answer.code, nextAt: new Date(now() + wait) })
  log.warn({ quest: group.quest, mints: group.txs.length, group: group.id, code: answer.code }, 'an issuer does not sign: its mints wait')
  return false
}

/** The answer, or that it does not hold. Nothing that an issuer does ends the pass of the others. */
export async function askFor(
  { hasher, signers, log }: Pick<AskDeps, 'hasher' | 'signers' | 'log'>,
  request: SignRequest,
): Promise<SignAnswer> {
  try {
    const answer = await signers.ask(request)
    if (!('signature' in answer)) return answer
    const holds = verify(hasher, request.key, request.message, answer.signature)
    await (holds ? signers.held(request) : signers.refused(request, 'wrong-signature'))
    return holds ? answer : { code: 'wrong-signature' }
  } catch (error) {
    log.error({ err: error, quest: request.quest }, 'an issuer could not be asked')
    return { code: 'not-asked' }
  }
}

function requestOf(group: GroupRow): SignRequest {
  const { id, quest, message, groupNonce, validUntil, evidenceRoot, accounts, wallets, digests } = group
  return {
    ...{ kind: 'mint', id, quest, message, groupNonce, validUntil, evidenceRoot },
    key: { x: group.keyX, y: group.keyY },
    members: accounts.map((account, i) => ({ account, wallet: wallets[i] ?? '', evidenceDigest: (digests[i] ?? '0x') as Hex })),
  }
}
