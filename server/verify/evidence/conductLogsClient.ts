import type { EvmReader, Log } from '#chains/reader.ts'
import { conductTopics } from '../kinds/calls/accountLogs.ts'
import type { RawLog } from '../query.ts'
import type { FoundTransaction } from './foundTransactionClient.ts'
import { behind } from './items.ts'

/** What accounts logged in one block of what they ran and of new code, read once for a block and an account. */
export function createConductLogs(reader: EvmReader) {
  const kept = new Map<string, Promise<Log[]>>()

  async function read({ number, hash }: FoundTransaction['block'], wallet: string): Promise<Log[]> {
    const logs = await reader.logs({ addresses: [wallet], topics: [conductTopics], fromBlock: number, toBlock: number })
    if (logs.some(({ block }) => block.hash !== hash)) throw behind(reader, `block ${number} left the chain`)
    return logs
  }

  function readOnce(block: FoundTransaction['block'], wallet: string): Promise<Log[]> {
    const key = `${block.hash}|${wallet}`
    const known = kept.get(key)
    if (known) return known
    const fresh = read(block, wallet).catch((error: unknown) => {
      kept.delete(key)
      throw error
    })
    kept.set(key, fresh)
    return fresh
  }

  return {
    async of({ block }: FoundTransaction, wallets: readonly string[]): Promise<(RawLog & { txHash: string })[]> {
      const logs = (await Promise.all(wallets.map((wallet) => readOnce(block, wallet)))).flat()
      return logs
        .map(({ index, address, topics, data, txHash }) => ({ logIndex: index, address, topics: [...topics], data, txHash }))
        .toSorted((a, b) => a.logIndex - b.logIndex)
    },
    clear: () => kept.clear(),
  }
}
