import { domainOf } from '#server/rollup/protocol/batch.ts'
import type { GrumpkinPoint } from '#server/rollup/protocol/schnorr.ts'
import { ledgerMessage, ledgerWords } from '#server/rollup/protocol/tx/ledgerTx.ts'
import type { SlotDomain } from '#server/rollup/state/draft.ts'
import { toHex32 } from '#server/shared/bytes.ts'
import { type RevokePort, takeRevoke } from '../signRevokes.ts'
import { type AskDeps, askFor, pauseAfter } from './askIssuers.ts'

export type AskRevokesDeps = AskDeps & {
  domain: SlotDomain
  revokes: RevokePort
  own: GrumpkinPoint
  /** The key that a quest's leaf names now. */
  keyOf(quest: number): Promise<GrumpkinPoint | null>
  /** When an issuer may be asked for a revoke again, by quest; kept by the caller from pass to pass. */
  pauses: Map<number, { until: number; attempts: number }>
}

const together = 64

/** Asks issuers outside of the platform to take credentials back. One quest's silence is no other's. Answers how many were signed. */
export async function askRevokes(deps: AskRevokesDeps): Promise<number> {
  const { db, revokes, own, keyOf, now, pauses } = deps
  let taken = 0
  for (const due of await revokes.due(db, together)) {
    if ((pauses.get(due.quest)?.until ?? 0) > now()) continue
    const key = await keyOf(due.quest)
    if (!key || (key.x === own.x && key.y === own.y)) continue
    const { credential, reason, quest } = due
    const tx = { kind: 'revoke', credential, reason } as const
    const message = ledgerMessage(deps.hasher, domainOf(deps.domain.chainId, deps.domain.rollup), ledgerWords(tx))
    const answer = await askFor(deps, { kind: 'revoke', id: toHex32(message), quest, key, message, credential, reason })
    if ('signature' in answer) {
      pauses.delete(quest)
      await takeRevoke(deps, { due, message, signature: answer.signature })
      taken++
      continue
    }
    const attempts = (pauses.get(quest)?.attempts ?? 0) + 1
    pauses.set(quest, { attempts, until: now() + Math.min(300_000, answer.retryAfterMs ?? pauseAfter(attempts)) })
    deps.log.warn({ quest, credential, code: answer.code }, 'an issuer does not sign a revoke')
  }
  return taken
}
