import { openDatabase } from '#drizzle/client.ts'
import { createAccountStore } from '#server/accounts/accountStore.ts'
import { evmWalletId, parseWalletId, solanaWalletId, type WalletId } from '#server/auth/walletId.ts'
import { platformDeps } from '#server/compose/platform.ts'
import { giveRole } from '#server/platform/giveRole.ts'
import { type PlatformRole, platformRoles } from '#server/platform/role.ts'
import { systemClock } from '#server/shared/clock.ts'
import { CairnError } from '#server/shared/errors.ts'
import type { Command } from '../command.ts'
import { stackLayout } from '../stack/layout.ts'
import { readRunFile } from '../stack/runFile.ts'

const usage = './cairn role WALLET admin|moderator|none'

/** Gives the holder of a wallet a role on the platform, or takes it. Nothing else gives one. */
export const role: Command = async ({ args, env }) => {
  const { wallet, wanted } = readArguments(args)
  const databaseUrl = env.DATABASE_URL ?? readRunFile(stackLayout(env))?.databaseUrl
  if (!databaseUrl) throw new CairnError('config.invalid', 'The stack does not run: ./cairn start first, or set DATABASE_URL.')
  const { db, close } = openDatabase(databaseUrl, { max: 2 })
  try {
    const accounts = createAccountStore(db)
    const deps = {
      ...platformDeps({ db, now: systemClock.now }),
      async accountOf(address: string) {
        const held = await accounts.findWallet(address as WalletId)
        return held ? accounts.findAccount(held.accountId) : null
      },
    }
    const { handle, before } = await giveRole(deps, { wallet, role: wanted })
    console.log(`${handle ?? wallet}: ${before ?? 'no role'} → ${wanted ?? 'no role'}`)
    return 0
  } finally {
    await close()
  }
}

/** Throws `input.invalid`. */
export function readArguments(args: readonly string[]): { wallet: WalletId; wanted: PlatformRole | null } {
  const [address = '', name = '', ...more] = args
  const wallet = parseWalletId(address) ?? evmWalletId(address) ?? solanaWalletId(address)
  if (!wallet)
    throw new CairnError('input.invalid', `"${address}" names no wallet: ${usage}`, { meta: { field: 'wallet', found: address } })
  const wanted = platformRoles.find((one) => one === name) ?? null
  if ((wanted === null && name !== 'none') || more.length > 0)
    throw new CairnError('input.invalid', `"${[name, ...more].join(' ')}" is no role: ${usage}`, { meta: { field: 'role', found: name } })
  return { wallet, wanted }
}
