import { keccak256, parseTransaction, toFunctionSelector } from 'viem'
import { inboxAbi } from '#contracts/abi/inbox.gen.ts'
import { rollupAbi } from '#contracts/abi/rollup.gen.ts'
import type { PgStep } from './proxy/pgSession.ts'

type Hex = `0x${string}`

/** Values that tell one use of a statement from another: what is owed, and where a thing stands. */
const telling = new Set(
  'propose vote pay refund finalize openQuest openAccount ledger queued sent mined reverted sealed proposed voted proven final pruned accepted batched refused waiting leased done failed'.split(
    ' ',
  ),
)
const functions = new Map<string, string>()
for (const item of [...rollupAbi, ...inboxAbi]) if (item.type === 'function') functions.set(toFunctionSelector(item), item.name)

/** Names commits and sends by what they do, so that the same point of a batch's life has the same name each time. */
export class PointNames {
  /** What the L2 transactions that were seen call, by hash. */
  readonly #calls = new Map<string, string>()

  /** Tables that are written, each with how, and the telling values among the parameters. */
  commit(writes: readonly PgStep[]): string {
    const tables = new Set<string>()
    const values = new Set<string>()
    for (const { sql, params } of writes) {
      for (const [, verb = '', table = ''] of sql.matchAll(/\b(insert into|update|delete from)\s+"?(\w+)"?/gi)) {
        if (table.toLowerCase() !== 'set') tables.add(`${verb.split(' ')[0]?.toLowerCase()} ${table}`)
      }
      for (const param of params) for (const value of this.#values(param)) values.add(value)
    }
    return `${[...tables].join(', ')}${values.size > 0 ? ` (${[...values].join(', ')})` : ''}`
  }

  /** The function that a signed transaction calls. */
  send(rawTx: Hex): string {
    const data = parseTransaction(rawTx).data ?? '0x'
    const name = functions.get(data.slice(0, 10)) ?? data.slice(0, 10)
    this.#calls.set(keccak256(rawTx), name)
    return name
  }

  #values(param: Buffer | null): string[] {
    if (param === null) return []
    // A signed transaction of type 2: what it calls is what it is for.
    if (param.length > 200 && param.subarray(0, 4).toString('latin1') === '0x02') return [this.send(param.toString('latin1') as Hex)]
    if (param.length > 80) return []
    const text = param.toString('latin1')
    const word = text.split(':')[0] ?? ''
    return [this.#calls.get(text), telling.has(word) ? word : undefined].filter((value) => value !== undefined)
  }
}
