import type { AccountLeaf } from '#server/rollup/protocol/circuitInputs.ts'
import { keyDelaySeconds } from '#server/rollup/protocol/constants.gen.ts'
import { isOnCurve } from '#server/rollup/protocol/schnorr.ts'
import type { SetKeyTx } from '#server/rollup/protocol/tx/setKey.ts'
import { ok, type Result, refused } from '#server/shared/result.ts'
import type { EntryEffect } from '../draft.ts'
import type { SlotState } from '../slotState.ts'
import type { TxContext } from './context.ts'
import { byInbox, type InboxRefusal } from './inbox.ts'
import { hasKey } from './ledger.ts'
import { isLinked, isPrimary } from './wallets.ts'

type KeyRefusal =
  | 'setKey.not-wallet'
  | 'setKey.bad-key'
  | 'setKey.no-identity'
  | 'setKey.identity-set'
  | 'setKey.pending-key'
  | 'setKey.not-linked'
export type SetKeyRefusal = KeyRefusal | InboxRefusal<'setKey'>

/** The first key acts at once; a later one after three days, or at once when a linked wallet signed too. */
export function applySetKey(state: SlotState, tx: SetKeyTx, context: TxContext): Result<EntryEffect, SetKeyRefusal> {
  return byInbox(state, { account: tx.account, context, name: 'setKey' }, (account) => {
    if (!isPrimary(account, tx.authoriser)) return refused('setKey.not-wallet')
    if (!isOnCurve({ x: tx.keyX, y: tx.keyY })) return refused('setKey.bad-key')
    const change = hasKey(account) ? laterKey(account, state.links(tx.account), tx, context) : firstKey(tx)
    return change.ok ? ok({ account: change.value }) : change
  })
}

function firstKey({ keyX, keyY, identity }: SetKeyTx): Result<Partial<AccountLeaf>, KeyRefusal> {
  return identity === 0n ? refused('setKey.no-identity') : ok({ keyX, keyY, identity })
}

function laterKey(
  account: AccountLeaf,
  links: readonly bigint[],
  tx: SetKeyTx,
  { timestamp }: TxContext,
): Result<Partial<AccountLeaf>, KeyRefusal> {
  const { keyX, keyY, identity, second } = tx
  if (identity !== 0n) return refused('setKey.identity-set')
  if (account.pendingAt !== 0n) return refused('setKey.pending-key')
  if (second === 0n) return ok({ pendingKeyX: keyX, pendingKeyY: keyY, pendingAt: BigInt(timestamp + keyDelaySeconds) })
  return isLinked(links, second) ? ok({ keyX, keyY }) : refused('setKey.not-linked')
}
