import { createAccountStore } from '#server/accounts/accountStore.ts'
import { parseWalletId } from '#server/auth/walletId.ts'
import { createFundViewStore } from '#server/quests/funds/fundViewStore.ts'
import { giveVault } from '#server/quests/funds/giveVault.ts'
import { prepareOpenings } from '#server/quests/funds/prepareOpenings.ts'
import { readFunds } from '#server/quests/funds/readFunds.ts'
import { createReferralStore } from '#server/quests/funds/referralStore.ts'
import { addPublisher, referralViews } from '#server/quests/funds/referrals.ts'
import { sendSigned } from '#server/quests/funds/sendSigned.ts'
import { CairnError } from '#server/shared/errors.ts'
import type { StudioDeps } from '../studio.ts'

/** The money of a space: its vault, what its quests are opened and filled with, and what comes back. */
export function composeFunds({ db, quests }: StudioDeps) {
  const deps = { ...quests, views: createFundViewStore(db) }
  const [readReferrals, readAccounts] = [createReferralStore(db), createAccountStore(db)]
  /** Whose handle or wallet a name is. Throws `not-found`. */
  const named = async (name: string): Promise<string> => {
    const text = name.trim()
    const wallet = parseWalletId(text) ?? parseWalletId(`eip155:${text}`) ?? parseWalletId(`solana:${text}`)
    const found = wallet
      ? (await readAccounts.findWallet(wallet))?.accountId
      : (await readAccounts.findByHandle(text.replace(/^@/, '').toLowerCase()))?.id
    if (found !== undefined) return found
    throw new CairnError('not-found', 'There is no such member.', {
      meta: { field: 'name', found: text.slice(0, 80), expected: 'a handle or a wallet of a member' },
    })
  }
  return {
    read: (input: Parameters<typeof readFunds>[1]) => readFunds(deps, input),
    giveVault: (input: Parameters<typeof giveVault>[1]) => giveVault(quests, input),
    prepare: (input: Parameters<typeof prepareOpenings>[1]) => prepareOpenings(quests, input),
    referrals: async ({ spaceId }: { spaceId: string }) =>
      referralViews(await readReferrals.earners(spaceId), await readReferrals.brought(spaceId)),
    addPublisher: async ({ name, ...input }: { spaceId: string; accountId: string; name: string }) =>
      addPublisher(quests, { ...input, publisherId: await named(name) }),
    send: (input: Parameters<typeof sendSigned>[1]) => sendSigned(deps, input),
  }
}
