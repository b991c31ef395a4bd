import type { PreparedOpening } from '#app/_data/views.ts'
import { domainOf } from '#server/rollup/protocol/batch.ts'
import { hasher } from '#server/rollup/protocol/poseidon2.ts'
import { encodeLedgerTx, type LedgerTx, signLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import { type Hex, toHex32 } from '#server/shared/bytes.ts'
import { codeOf } from '../sayError.ts'
import type { Signer } from './sendLedgerTx.ts'
import { callSlot } from './slotRpc.ts'

type Of<K extends LedgerTx['kind']> = Extract<LedgerTx, { kind: K }>
type Unsigned<T> = T extends { nonce: number } ? Omit<T, 'account' | 'nonce' | 'fee'> : never
/** What a project signs for its quests. */
export type QuestTx = Unsigned<Of<'ledgerOpenQuest' | 'fundQuest' | 'closeQuest' | 'transfer'>>

/** An opening as the API prepared it. */
export const openingTx = ({
  issuerKeyX,
  issuerKeyY,
  rulesHash,
  rewardPerMint,
  feePerMint,
  pool,
  feePool,
  ...terms
}: PreparedOpening): QuestTx => ({
  ...{ kind: 'ledgerOpenQuest', ...terms },
  ...{ issuerKeyX: BigInt(issuerKeyX), issuerKeyY: BigInt(issuerKeyY), rulesHash: BigInt(rulesHash) },
  ...{ rewardPerMint: BigInt(rewardPerMint), feePerMint: BigInt(feePerMint), pool: BigInt(pool), feePool: BigInt(feePool) },
})

/** Another tab may take the same nonce at the same moment: then all are signed anew with the next ones. */
const attempts = 4

/**
 * Signs txs with the spend key, with nonces one after the other, and hands all of them to `send` at once. Throws what `send` throws, unless it is a nonce
 * that was taken meanwhile.
 */
export async function sendQuestTxs<T>(
  txs: readonly QuestTx[],
  { chainId, rollup, account, secret }: Signer,
  send: (signed: Hex[][]) => Promise<T>,
): Promise<T> {
  const domain = domainOf(chainId, rollup)
  for (let attempt = 1; ; attempt++) {
    const first = Number(await callSlot('cairn_getNonce', [account]))
    const signed = txs.map((tx, i) => {
      const whole = { ...tx, account, nonce: first + i, fee: 0n } as LedgerTx
      return encodeLedgerTx(signLedgerTx(hasher, whole, { domain, secret })).map(toHex32)
    })
    try {
      return await send(signed)
    } catch (error) {
      if (attempt === attempts || !isNonce(error)) throw error
    }
  }
}

function isNonce(error: unknown): boolean {
  const { data } = error as { data?: { found?: unknown } | null }
  return codeOf(error) === 'rollup.refused' && typeof data?.found === 'string' && data.found.startsWith('nonce.')
}
