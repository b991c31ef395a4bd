import type { Connection, Database } from '#drizzle/client.ts'
import { domainOf } from '#server/rollup/protocol/batch.ts'
import type { GrumpkinPoint, SchnorrSignature } from '#server/rollup/protocol/schnorr.ts'
import { encodeLedgerTx, ledgerMessage, ledgerWords } from '#server/rollup/protocol/tx/ledgerTx.ts'
import type { EngineDeps, SlotDomain } from '#server/rollup/state/draft.ts'
import { toHex32 } from '#server/shared/bytes.ts'
import type { Log } from '#server/shared/log.ts'
import { insertLedgerTxs } from './ledgerStore.ts'
import type { IssuerPort } from './ports.ts'

/** A credential (its leaf, which must be final) of a quest (its leaf) that is to be taken back. */
export type DueRevoke = { id: string; credential: number; quest: number; reason: number }

/** Where other rooms keep what is to be taken back. `signed` is called in the transaction that takes the tx in; `txKey` is its hash. */
export type RevokePort = {
  due(connection: Connection, limit: number): Promise<DueRevoke[]>
  signed(connection: Connection, id: string, txKey: string): Promise<void>
}

export type SignRevokesDeps = EngineDeps & {
  db: Database
  domain: SlotDomain
  issuer: IssuerPort
  revokes: RevokePort
  /** The key that a quest's leaf names now. */
  keyOf(quest: number): Promise<GrumpkinPoint | null>
  log: Log
}

/** Revokes that are signed in one pass. */
const together = 32

/**
 * Has issuers sign what is to be taken back, and takes the txs into the pool like those of members. What an issuer does not sign now is asked for again; the
 * same revoke signed twice, by whatever process, is one tx, since its hash leaves the signature out. Answers how many went in.
 */
export async function signRevokes(deps: SignRevokesDeps): Promise<number> {
  const { db, hasher, domain, issuer, revokes, keyOf, log } = deps
  let taken = 0
  for (const due of await revokes.due(db, together)) {
    const { quest, credential, reason } = due
    const message = ledgerMessage(hasher, domainOf(domain.chainId, domain.rollup), ledgerWords({ kind: 'revoke', credential, reason }))
    const key = await keyOf(quest)
    const signature = await (key === null
      ? null
      : issuer.sign(quest, message, key).catch((error: unknown) => {
          log.warn({ err: error, quest, credential }, 'the issuer did not sign a revoke')
          return null
        }))
    if (signature === null || signature === 'elsewhere') continue
    await takeRevoke(deps, { due, message, signature })
    taken++
  }
  return taken
}

/** Takes a signed revoke into the pool, and tells who asked for it. */
export async function takeRevoke(
  { db, revokes, log }: Pick<SignRevokesDeps, 'db' | 'revokes' | 'log'>,
  { due: { id, quest, credential, reason }, message, signature }: { due: DueRevoke; message: bigint; signature: SchnorrSignature },
): Promise<void> {
  const signed = { kind: 'revoke', credential, reason, signature } as const
  const hash = toHex32(message)
  await db.transaction(async (connection) => {
    await insertLedgerTxs(connection, [{ tx: signed, words: encodeLedgerTx(signed), hash, requestId: null }])
    await revokes.signed(connection, id, hash)
  })
  log.info({ credential, quest, tx: hash }, 'a credential is taken back by its issuer')
}
