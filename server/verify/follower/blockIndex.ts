import type { Call, Log, TransactionAccounts } from '#chains/reader.ts'
import { addressesIn, createTails, type Tails } from './addressesIn.ts'
import type { ChainWatch } from './watch.ts'

/** What happened in some blocks of one chain, as far as it can matter. `named`: by transactions of Solana. */
export type Happened = {
  calls: readonly Pick<Call, 'hash' | 'from' | 'to'>[]
  logs: readonly Log[]
  named: readonly TransactionAccounts[]
}

/**
 * All steps that watch one chain, by contract and event, by contract, by wallet, and by what a Solana transaction names: a block is matched against all
 * rules and members in one pass, at a cost that grows with the block and not with the rules.
 */
export type BlockIndex = {
  add(key: string, watch: ChainWatch): void
  remove(key: string): void
  /** The steps that these blocks may have changed. */
  match(happened: Happened): Set<string>
  /** What the node is asked for: logs of these contracts. */
  contracts(): string[]
  keys(): Iterable<string>
}

export function createBlockIndex(): BlockIndex {
  const watches = new Map<string, ChainWatch>()
  const byLog = new Map<string, Set<string>>()
  const byAnyone = new Map<string, Set<string>>()
  const byContract = new Map<string, Set<string>>()
  const byWallet = new Map<string, Set<string>>()
  const tails = createTails()
  const byName = new Map<string, Set<string>>()

  const maps = (watch: ChainWatch): [Map<string, Set<string>>, Iterable<string>][] => [
    [byLog, watch.logs],
    [byAnyone, watch.anyone],
    [byContract, watch.contracts],
    [byWallet, watch.wallets],
    [byName, watch.names],
  ]

  /** Steps that watch the log and whose wallet it names. */
  function matchLog(log: Log, sender: string | undefined, found: Set<string>) {
    const [watching, holding] = [byLog.get(eventOf(log)), byContract.get(log.address)]
    if (!watching && !holding) return
    for (const wallet of walletsIn(log, sender, { known: byWallet, tails }))
      for (const key of byWallet.get(wallet) ?? []) if (watching?.has(key) || holding?.has(key)) found.add(key)
  }

  return {
    add(key, watch) {
      watches.set(key, watch)
      for (const wallet of watch.wallets) tails.add(wallet)
      for (const [map, names] of maps(watch)) for (const name of names) map.set(name, (map.get(name) ?? new Set()).add(key))
    },
    remove(key) {
      const watch = watches.get(key)
      if (!watch) return
      watches.delete(key)
      for (const wallet of watch.wallets) tails.remove(wallet)
      for (const [map, names] of maps(watch))
        for (const name of names) {
          map.get(name)?.delete(key)
          if (map.get(name)?.size === 0) map.delete(name)
        }
    },
    match({ calls, logs, named }) {
      const found = new Set<string>()
      const senders = new Map(calls.map(({ hash, from }) => [hash, from]))
      for (const log of logs) matchLog(log, senders.get(log.txHash), found)
      for (const event of new Set(logs.map(eventOf))) for (const key of byAnyone.get(event) ?? []) found.add(key)
      for (const { from, to } of calls)
        for (const wallet of [from, to ?? '']) for (const key of byWallet.get(wallet) ?? []) if (watches.get(key)?.calls) found.add(key)
      for (const transaction of named)
        for (const name of namesIn(transaction, byWallet)) for (const key of byName.get(name) ?? []) found.add(key)
      return found
    },
    contracts() {
      const contracts = new Set(byContract.keys())
      for (const event of [...byLog.keys(), ...byAnyone.keys()]) contracts.add(event.slice(0, event.indexOf('|')))
      return [...contracts]
    },
    keys: () => watches.keys(),
  }
}

const eventOf = ({ address, topics }: Log) => `${address}|${topics[0] ?? ''}`

/**
 * What a Solana transaction names: its accounts, each signer with each account (a program may be one), each holder with the mint; pairs of watched wallets
 * only.
 */
function* namesIn({ signers, accounts, holdings }: TransactionAccounts, wallets: ReadonlyMap<string, unknown>): Iterable<string> {
  yield* accounts
  for (const { owner, mint } of holdings) if (wallets.has(owner)) yield `${owner}|${mint}`
  for (const signer of signers) if (wallets.has(signer)) for (const account of accounts) yield `${signer}|${account}`
}

/** Watched wallets that a log names: in a topic, in its data, or as the transaction's sender. */
function walletsIn(
  { topics, data }: Log,
  sender: string | undefined,
  { known, tails }: { known: ReadonlyMap<string, unknown>; tails: Tails },
): Set<string> {
  const found = new Set<string>()
  const look = (address: string) => {
    if (known.has(address)) found.add(address)
  }
  if (sender !== undefined) look(sender)
  for (const topic of topics.slice(1)) look(`0x${topic.slice(26)}`)
  for (const address of addressesIn(data, tails)) look(address)
  return found
}
