import type { Hex } from '#server/shared/bytes.ts'
import type { EnsReader } from './ensClient.ts'
import type { EnsStore } from './ensStore.ts'

/** How often a wallet's name is looked at, and how long it is shown when the chain cannot be asked any more. */
export const nameTimes = { lookEveryMs: 24 * 3_600_000, shownForMs: 3 * 24 * 3_600_000 } as const
const atOnce = 10

/** Looks at the names that are due, some at a time. Answers how many there were. Throws when the chain does not answer: what was true stays as it was. */
export async function refreshNames({ ens, names, now }: { ens: EnsReader; names: EnsStore; now(): number }): Promise<number> {
  const due = await names.stale(new Date(now() - nameTimes.lookEveryMs), atOnce)
  for (const wallet of due)
    await names.put({ wallet, name: await ens.nameOf(wallet.slice('eip155:'.length) as Hex), checkedAt: new Date(now()) })
  return due.length
}

/** Names of wallets that may be shown to anyone, by wallet id. */
export type ReadNames = (wallets: readonly string[]) => Promise<Map<string, string>>

/** Names that may be shown, by wallet: checked, and lately. */
export const shownNames = (names: EnsStore, wallets: readonly string[], now: number): Promise<Map<string, string>> =>
  names.names(wallets, new Date(now - nameTimes.shownForMs))
