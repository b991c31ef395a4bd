import { nothing } from '#server/api/fields.ts'
import { anyone } from '#server/api/trpc.ts'

/** The signed-in account with its wallets, primary first; null without a session. */
export const me = anyone.input(nothing).query(async ({ ctx }) => {
  if (!ctx.session) return null
  const { accountId, wallet, id } = ctx.session
  const [account, wallets] = await Promise.all([ctx.members.accounts.read(accountId), ctx.members.accounts.wallets(accountId)])
  return {
    accountId,
    sessionId: id,
    handle: account?.handle ?? null,
    wallet,
    wallets: wallets.map(({ address, primary }) => ({ address, primary })),
  }
})
