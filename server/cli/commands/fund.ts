import { openDatabase } from '#drizzle/client.ts'
import { createFaucet } from '#server/accounts/faucetClient.ts'
import { evmWalletId, solanaWalletId } from '#server/auth/walletId.ts'
import { CairnError } from '#server/shared/errors.ts'
import type { Command } from '../command.ts'
import { readAddress } from '../stack/addressStore.ts'
import { localChains, stackLayout } from '../stack/layout.ts'
import { readRunFile } from '../stack/runFile.ts'

/** Test coins for one address on every local chain of its kind. */
export const fund: Command = async ({ args, env }) => {
  const [address = ''] = args
  const wallet = evmWalletId(address) ?? solanaWalletId(address)
  if (!wallet) {
    throw new CairnError(
      'input.invalid',
      `"${address}" is no address: give 0x and 40 hex digits (with a right checksum) or a Solana address.`,
    )
  }
  const run = readRunFile(stackLayout(env))
  if (!run?.ready) throw new CairnError('config.invalid', 'The stack does not run: ./cairn start first.')
  const { db, close } = openDatabase(run.databaseUrl, { max: 2 })
  const [appDollar, l2Dollar] = await Promise.all([readAddress(db, 'app-a.usd'), readAddress(db, 'l2.usd')]).finally(close)
  const faucet = createFaucet({
    evm: [
      { chainId: localChains.l1, url: env.CAIRN_L1_RPC },
      { chainId: env.CAIRN_L2_CHAIN_ID, url: env.CAIRN_L2_RPC, ...(l2Dollar ? { dollar: l2Dollar } : {}) },
      { chainId: localChains.appA, url: env.CAIRN_APP_A_RPC, ...(appDollar ? { dollar: appDollar } : {}) },
      { chainId: localChains.appB, url: env.CAIRN_APP_B_RPC },
    ],
    solanaUrl: env.CAIRN_SOLANA_RPC,
  })
  const { transfers } = await faucet.fund({ wallet })
  for (const { chain, symbol, amount, transaction } of transfers)
    console.log(`${chain.padEnd(16)} ${amount.padStart(6)} ${symbol.padEnd(4)} ${transaction ?? ''}`)
  return 0
}
