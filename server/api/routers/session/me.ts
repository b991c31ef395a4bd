import { nothing } from '#server/api/fields.ts'
import { anyone } from '#server/api/trpc.ts'

/**
 * The signed-in account with its wallets, primary first; null without a session. `name`: the wallet's ENS name, checked both ways. `waiting`: changes of
 * wallets that somebody announced and that may still be stopped.
 */
export const me = anyone.input(nothing).query(async ({ ctx }) => {
  if (!ctx.session) return null
  const { accountId, wallet, id } = ctx.session
  const { accounts, wallets } = ctx.members
  const [account, held, waiting] = await Promise.all([accounts.read(accountId), accounts.wallets(accountId), wallets.waiting(accountId)])
  const names = await wallets.names(held.map(({ address }) => address))
  return {
    accountId,
    sessionId: id,
    handle: account?.handle ?? null,
    wallet,
    wallets: held.map(({ address, primary }) => ({ address, primary, name: names.get(address) ?? null })),
    waiting,
  }
})
