import type { AccountLeaf, CredentialLeaf, QuestLeaf } from '#server/rollup/protocol/circuitInputs.ts'
import { bits } from '#server/rollup/protocol/constants.gen.ts'
import { type LedgerTx, ledgerMessage, ledgerWords, type SignedLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import type { RevokeTx } from '#server/rollup/protocol/tx/revoke.ts'
import type { Withdrawal } from '#server/rollup/protocol/tx/withdraw.ts'
import { verify } from '#server/rollup/state/fastSchnorr.ts'
import { ok, type Result, refused } from '#server/shared/result.ts'
import type { EntryEffect } from '../draft.ts'
import type { SlotState } from '../slotState.ts'
import type { TxContext } from './context.ts'
import { type MoveRefusal, type Moves, makeMoves, planMoves } from './vaults.ts'

/** Why a ledger tx is refused whatever its kind. */
export type LedgerRefusal =
  | 'ledger.unknown-account'
  | 'ledger.nonce'
  | 'ledger.no-key'
  | 'ledger.pending-key'
  | 'ledger.fee'
  | 'ledger.bad-signature'

/** What an entry does to the state beside the signer's nonce and fee. */
export type Plan = Moves & {
  account?: Partial<AccountLeaf>
  links?: readonly bigint[]
  quest?: { index: number; leaf: QuestLeaf }
  credential?: { index: number; leaf: CredentialLeaf }
  withdrawal?: Withdrawal
}

/** A tx that an account's key signs. */
export type AccountTx = Exclude<LedgerTx, RevokeTx>
export type Signed<T> = T & Pick<SignedLedgerTx, 'signature'>

const LAST_NONCE = 2 ** bits.nonce - 1

/**
 * Judges what all of an account's txs have in common, asks `plan` for the rest, and writes all of it or nothing.
 * `name` begins the reasons of vaults that are short or overflow.
 */
export function bySigner<R extends string, N extends string>(
  state: SlotState,
  { tx, context, name }: { tx: Signed<AccountTx>; context: TxContext; name: N },
  plan: (signer: AccountLeaf) => Result<Plan, R>,
): Result<EntryEffect, R | LedgerRefusal | `${N}.${MoveRefusal}`> {
  const general = signerOf(state, tx, context)
  if (!general.ok) return general
  const signer = general.value
  const planned = plan(signer)
  if (!planned.ok) return planned
  const { account, links, quest, credential, withdrawal, native = 0n, ...others } = planned.value
  const steps = planMoves(state, tx.account, { ...others, native: native - tx.fee })
  if (!steps.ok) return refused(`${name}.${steps.reason}` as const)

  const moves = makeMoves(state, steps.value, context)
  state.setAccount(tx.account, { ...signer, ...account, nonce: signer.nonce + 1n }, links)
  if (quest) state.setQuest(quest.index, quest.leaf)
  if (credential) state.setCredential(credential.index, credential.leaf)
  return ok({ moves, fee: tx.fee, ...(withdrawal ? { withdrawal } : {}) })
}

/** The signing account's leaf, when nothing speaks against a tx of it. */
function signerOf(state: SlotState, tx: Signed<AccountTx>, { domain }: TxContext): Result<AccountLeaf, LedgerRefusal> {
  const signer = knownAccount(state, tx.account)
  if (signer === null) return refused('ledger.unknown-account')
  if (signer.nonce !== BigInt(tx.nonce) || tx.nonce === LAST_NONCE) return refused('ledger.nonce')
  if (!hasKey(signer)) return refused('ledger.no-key')
  if (signer.pendingAt !== 0n) return refused('ledger.pending-key')
  if (state.vault(tx.account, 0) < tx.fee) return refused('ledger.fee')
  const message = ledgerMessage(state.hasher, domain, ledgerWords(tx))
  return verify(state.hasher, { x: signer.keyX, y: signer.keyY }, message, tx.signature) ? ok(signer) : refused('ledger.bad-signature')
}

/** An account's leaf; null when it is unknown or skipped. */
export function knownAccount(state: SlotState, index: number): AccountLeaf | null {
  return index < state.accountCount ? state.account(index) : null
}

export const hasKey = ({ keyX, keyY }: AccountLeaf): boolean => keyX !== 0n || keyY !== 0n
