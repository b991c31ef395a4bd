import { CairnError } from '#server/shared/errors.ts'
import { requireRight } from '#server/spaces/enterSpace.ts'
import type { QuestDeps } from '../questWork.ts'

/**
 * Makes the caller's slot account the vault of a space: later quests are paid from it and give back to it. Quests that were opened before stay with whoever
 * opened them. Safe to repeat. Throws `auth.forbidden`, `conflict` while the account has no final number in the slot.
 */
export function giveVault(deps: Pick<QuestDeps, 'transact'>, { spaceId, accountId }: { spaceId: string; accountId: string }) {
  return deps.transact(async (work) => {
    await requireRight(work.access, { spaceId, accountId, right: 'funds', field: 'space' })
    const slotAccount = await work.funds.slotAccount(accountId)
    if (slotAccount === null)
      throw new CairnError('conflict', 'Your account is not open in the slot yet.', {
        meta: { field: 'account', found: 'none', expected: 'an account with a final number' },
      })
    const before = await work.funds.vault(spaceId)
    if (before?.accountId === accountId && before.slotAccount === slotAccount) return { slotAccount }
    await work.funds.setVault(spaceId, { accountId, slotAccount })
    await work.audit.add({
      ...{ spaceId, accountId, action: 'funds.vault-given', subject: `#${slotAccount}` },
      before: before && { slotAccount: before.slotAccount },
      after: { slotAccount },
    })
    return { slotAccount }
  })
}
