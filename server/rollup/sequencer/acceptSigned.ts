import type { Connection } from '#drizzle/client.ts'
import { domainOf } from '#server/rollup/protocol/batch.ts'
import type { EngineDeps, SlotDomain } from '#server/rollup/state/draft.ts'
import { toAccountLeaf } from '#server/rollup/state/leafFields.ts'
import { createNodeStore, treeIds } from '#server/rollup/state/nodeStore.ts'
import { type Hex, toHex32 } from '#server/shared/bytes.ts'
import { CairnError } from '#server/shared/errors.ts'
import { watcherObjects } from './batchStore.ts'
import { checkTxs } from './checkTxs.ts'
import { type LedgerRefusal, refusalTexts, signerOf } from './ledgerMempool.ts'
import { acceptedTxs, insertLedgerTxs } from './ledgerStore.ts'
import { readLedgerTx } from './readLedgerTx.ts'

type Signed = { account: number; words: readonly (readonly bigint[])[]; requestId?: string | undefined }

/**
 * Takes ledger txs of one account in, within the caller's transaction: they are accepted when, and only when, it commits, all of them or none. The same
 * words again are the same txs. Answers their hashes. Throws `rollup.malformed` naming the word, `rollup.refused` with a `reason`.
 */
export async function acceptSigned(
  connection: Connection,
  { hasher, domain }: EngineDeps & { domain: SlotDomain },
  { account, words, requestId = undefined }: Signed,
): Promise<Hex[]> {
  const sent = words.map((one) => ({ ...readLedgerTx(one), requestId: requestId ?? null }))
  const nodes = createNodeStore(connection)
  const [fields] = await nodes.leaves([{ tree: treeIds.accounts, index: account }], await nodes.latest())
  const leaf = fields ? toAccountLeaf(fields) : null
  const keys = sent.map(({ tx }) => {
    if (tx.kind === 'revoke' || tx.account !== account) return 'signature' as const
    return leaf ? signerOf(leaf, tx) : ('account.unknown' as const)
  })
  const checked = checkTxs(
    { hasher, domain: domainOf(domain.chainId, domain.rollup) },
    sent.map(({ words, tx: { signature } }, i) => {
      const key = keys[i]
      return { words, signature, key: typeof key === 'object' ? key : null }
    }),
  )
  const items = sent.map((item, i) => ({ ...item, hash: toHex32(checked[i]?.message ?? -1n) }))
  const known = await acceptedTxs(
    connection,
    items.map(({ hash }) => hash),
  )
  const paused = await watcherObjects(connection)
  for (const [i, item] of items.entries()) {
    if (known.has(item.hash)) continue
    const key = keys[i]
    const reason: LedgerRefusal | null = paused ? 'paused' : typeof key === 'string' ? key : checked[i]?.holds ? null : 'signature'
    if (reason) throw refused(reason)
  }
  const fresh = items.filter(({ hash }) => !known.has(hash))
  const written = new Set((fresh.length === 0 ? [] : await insertLedgerTxs(connection, fresh)).map(({ hash }) => hash))
  const clashed = fresh.find(({ hash }) => !written.has(hash))
  if (clashed) throw refused('nonce.taken')
  return items.map(({ hash }) => hash)
}

const refused = (reason: LedgerRefusal) =>
  new CairnError('rollup.refused', refusalTexts[reason], {
    meta: { reason, field: 'signed', found: reason, expected: 'what the slot takes' },
  })
