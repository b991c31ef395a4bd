import type { EvmReader, Head, Log } from '#chains/reader.ts'
import { accountTopics, actsFor, entryPoints } from '../kinds/calls/accountLogs.ts'
import type { FoundTransaction } from './foundTransactionClient.ts'
import type { ReadLimits } from './items.ts'
import { createRangeCache, type Due, type Want } from './rangeCache.ts'

/** Nodes take a few hundred values for one topic, or addresses. */
const walletsAtOnce = 200
const safeTopics = [accountTopics.safeSuccess, accountTopics.safeFailure]

/**
 * Transactions in which smart accounts acted, whoever sent them: by the logs of entry points and of Safes. In new blocks the logs of all accounts are read, in
 * long ranges those of the wallets that have code. (A wallet without code at the head never acted as an account, unless it gave its code away.)
 */
export function createAccountActs({ reader, limits }: { reader: EvmReader; limits: ReadLimits }) {
  const cache = createRangeCache<FoundTransaction>(({ block }) => block.number)

  async function fetch(due: Due, head: Head): Promise<Map<string, FoundTransaction[]>> {
    const found = new Map<string, FoundTransaction[]>(due.keys.map((key) => [key, []]))
    for (const log of await (isShort(due) ? logsOfAll(due) : logsOfSome(due, await withCode(due.keys, head))))
      for (const wallet of due.keys)
        if (actsFor(log, wallet)) found.get(wallet)?.push({ hash: log.txHash, block: { number: log.block.number, hash: log.block.hash } })
    return found
  }

  const range = ({ from, to }: Due) => ({ fromBlock: from, toBlock: to })

  async function logsOfAll(due: Due): Promise<Log[]> {
    const [operations, safes] = await Promise.all([
      reader.logs({ addresses: entryPoints, topics: [[accountTopics.userOperation]], ...range(due) }),
      reader.logs({ addresses: [], topics: [safeTopics], ...range(due) }),
    ])
    return [...operations, ...safes]
  }

  async function logsOfSome(due: Due, wallets: readonly string[]): Promise<Log[]> {
    const logs: Log[] = []
    for (let at = 0; at < wallets.length; at += walletsAtOnce) {
      const some = wallets.slice(at, at + walletsAtOnce)
      const senders = some.map((wallet) => `0x${wallet.slice(2).padStart(64, '0')}`)
      logs.push(...(await reader.logs({ addresses: entryPoints, topics: [[accountTopics.userOperation], null, senders], ...range(due) })))
      logs.push(...(await reader.logs({ addresses: some, topics: [safeTopics], ...range(due) })))
    }
    return logs
  }

  async function withCode(wallets: readonly string[], head: Head): Promise<string[]> {
    const codes = await reader.state(
      wallets.map((address) => ({ what: 'code' as const, address })),
      head.latest.number,
    )
    return wallets.filter((_, index) => (codes[index] ?? '0x') !== '0x')
  }

  return {
    async bringUp(wants: readonly Want[], head: Head) {
      for (const due of cache.due(wants, head, limits.logBlocks)) cache.store(due, await fetch(due, head), head)
    },
    read: cache.read,
    clear: cache.clear,
  }
}

const isShort = ({ from, to }: Due) => to - from < 64n
