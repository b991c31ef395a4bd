import { isChainError } from '../../errors.ts'
import type { RawFields, SealedBlock } from '../../reader.ts'
import type { Rpc } from './rpc.ts'

type Reading = { rpc: Rpc; sort: (error: unknown) => Error }

/** Whole blocks by hash. Where the node knows no `eth_getBlockReceipts`, receipts are read one by one; that is remembered. */
export function createSealedReads({ rpc, sort }: Reading): (hash: string) => Promise<SealedBlock | null> {
  let oneByOne = false

  async function atOnce(hash: string): Promise<readonly RawFields[] | null> {
    try {
      return (await rpc.blockReceipts(hash)) ?? null
    } catch (error) {
      const sorted = sort(error)
      if (!isChainError(sorted) || (sorted.reason !== 'unsupported' && sorted.reason !== 'refused')) throw sorted
      return null
    }
  }

  return async (hash) => {
    const [header, receipts] = await Promise.all([rpc.sealedBlock(hash), oneByOne ? null : atOnce(hash)])
    if (!header) return null
    const transactions = fieldsOf(header.transactions)
    if (receipts) return { header, transactions, receipts }
    const read = await Promise.all(transactions.map(({ hash: tx }) => rpc.rawReceipt(String(tx))))
    const found = read.filter((receipt) => receipt !== null && receipt !== undefined)
    oneByOne = true
    return found.length === transactions.length ? { header, transactions, receipts: found } : null
  }
}

const fieldsOf = (list: unknown): RawFields[] =>
  Array.isArray(list) ? list.filter((one): one is RawFields => typeof one === 'object' && one !== null) : []
