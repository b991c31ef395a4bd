import type { Connection, Database } from '#drizzle/client.ts'
import { domainOf } from '#server/rollup/protocol/batch.ts'
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

export type SignRevokesDeps = EngineDeps & { db: Database; domain: SlotDomain; issuer: IssuerPort; revokes: RevokePort; log: Log }

/** Revokes that are signed in one pass. */
const together = 32

/**
 * Has issuers sign what is to be taken back, and takes the txs into the pool like those of members. What an issuer does not sign now is asked for again; the
 * same revoke signed twice, by whatever process, is one tx, since its hash leaves the signature out. Answers how many went in.
 */
export async function signRevokes({ db, hasher, domain, issuer, revokes, log }: SignRevokesDeps): Promise<number> {
  let taken = 0
  for (const { id, quest, credential, reason } of await revokes.due(db, together)) {
    const tx = { kind: 'revoke', credential, reason } as const
    const message = ledgerMessage(hasher, domainOf(domain.chainId, domain.rollup), ledgerWords(tx))
    const signature = await issuer.sign(quest, message).catch((error: unknown) => {
      log.warn({ err: error, quest, credential }, 'the issuer did not sign a revoke')
      return null
    })
    if (signature === null) continue
    const signed = { ...tx, signature }
    const hash = toHex32(message)
    await db.transaction(async (connection) => {
      await insertLedgerTxs(connection, [{ tx: signed, words: encodeLedgerTx(signed), hash, requestId: null }])
      await revokes.signed(connection, id, hash)
    })
    log.info({ credential, quest, tx: hash }, 'a credential is taken back by its issuer')
    taken++
  }
  return taken
}
