import type { Call, Log, TransactionAccounts } from '#chains/reader.ts'
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
  const byContract = new Map<string, Set<string>>()
  const byWallet = new Map<string, Set<string>>()
  const byName = new Map<string, Set<string>>()

  const maps = (watch: ChainWatch): [Map<string, Set<string>>, Iterable<string>][] => [
    [byLog, watch.logs],
    [byLog, watch.anyone],
    [byContract, watch.contracts],
    [byWallet, watch.wallets],
    [byName, watch.names],
  ]

  /** Steps of these wallets that watch the log, and those that watch it whoever it names. */
  function matchLog(log: Log, sender: string | undefined, found: Set<string>) {
    const event = `${log.address}|${log.topics[0] ?? ''}`
    const [watching, holding] = [byLog.get(event), byContract.get(log.address)]
    if (!watching && !holding) return
    for (const key of watching ?? []) if (watches.get(key)?.anyone.has(event)) found.add(key)
    for (const wallet of walletsIn(log, sender, byWallet))
      for (const key of byWallet.get(wallet) ?? []) if (watching?.has(key) || holding?.has(key)) found.add(key)
  }

  return {
    add(key, watch) {
      watches.set(key, watch)
      for (const [map, names] of maps(watch)) for (const name of names) map.set(name, (map.get(name) ?? new Set()).add(key))
    },
    remove(key) {
      const watch = watches.get(key)
      if (!watch) return
      watches.delete(key)
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
      for (const { from, to } of calls)
        for (const wallet of [from, to ?? '']) for (const key of byWallet.get(wallet) ?? []) if (watches.get(key)?.calls) found.add(key)
      for (const transaction of named)
        for (const name of namesIn(transaction, byWallet)) for (const key of byName.get(name) ?? []) found.add(key)
      return found
    },
    contracts() {
      const contracts = new Set(byContract.keys())
      for (const event of byLog.keys()) contracts.add(event.slice(0, event.indexOf('|')))
      return [...contracts]
    },
    keys: () => watches.keys(),
  }
}

/** What a Solana transaction names: its accounts, each signer with each account (a program may be one), each holder with the mint; pairs of watched wallets only. */
function* namesIn({ signers, accounts, holdings }: TransactionAccounts, wallets: ReadonlyMap<string, unknown>): Iterable<string> {
  yield* accounts
  for (const { owner, mint } of holdings) if (wallets.has(owner)) yield `${owner}|${mint}`
  for (const signer of signers) if (wallets.has(signer)) for (const account of accounts) yield `${signer}|${account}`
}

/** Watched wallets that a log names: in a topic, on any whole byte of its data (packed and nested arguments), as text, or as the transaction's sender. */
function walletsIn(log: Log, sender: string | undefined, known: ReadonlyMap<string, unknown>): Set<string> {
  const found = new Set<string>()
  const look = (address: string) => {
    if (known.has(address)) found.add(address)
  }
  if (sender !== undefined) look(sender)
  for (const topic of log.topics.slice(1)) look(`0x${topic.slice(26)}`)
  for (const address of addressesIn(log.data)) look(address)
  return found
}

/** Bytes of data that are looked through for packed and written addresses; of longer data only whole words. */
const packedBytes = 1024

function* addressesIn(data: string): Iterable<string> {
  const packed = Math.min(data.length - 40, 2 + packedBytes * 2)
  for (let at = 2; at <= packed; at += 2) yield `0x${data.slice(at, at + 40)}`
  const text = Buffer.from(data.slice(2, 2 + packedBytes * 2), 'hex').toString('latin1')
  for (const [, digits = ''] of text.matchAll(/(?=([0-9a-fA-F]{40}))/g)) yield `0x${digits.toLowerCase()}`
  for (let at = 2 + packedBytes * 2 + 24; at <= data.length - 40; at += 64) yield `0x${data.slice(at, at + 40)}`
}
