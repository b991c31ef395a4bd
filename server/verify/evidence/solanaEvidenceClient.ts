import type { Head, SignatureInfo, SolanaReader } from '#chains/reader.ts'
import type { EvidenceItem, Query, SolanaTransactionRecord, SolanaTransactionsQuery } from '../query.ts'
import { behind, inOrder, itemOf, type ReadLimits, readPart } from './items.ts'
import type { ChainEvidence } from './source.ts'

/** What is final of one wallet: everything from `fromTime` up to and with the signature `newest`. */
type Known = { fromTime: number; newest: string | null; records: SolanaTransactionRecord[] }

/** Evidence from one Solana endpoint: signatures of a wallet since the last final one, each transaction read once it is there. */
export function createSolanaEvidence(reader: SolanaReader, limits: ReadLimits): ChainEvidence {
  const wallets = new Map<string, Known>()
  const part = {
    clear: () => wallets.clear(),
    read: async (queries: SolanaTransactionsQuery[], head: Head) => {
      const byWallet = Map.groupBy(queries, ({ wallet }) => wallet)
      const answered = await Promise.all([...byWallet].map(([wallet, group]) => readWallet(wallet, group, head)))
      return answered.flat()
    },
  }

  async function readWallet(wallet: string, queries: SolanaTransactionsQuery[], head: Head) {
    const fromTime = Math.min(...queries.map((query) => query.fromTime ?? 0))
    const before = wallets.get(wallet)
    const known: Known = before && before.fromTime <= fromTime ? before : { fromTime, newest: null, records: [] }
    const { found, complete } = await signaturesSince(wallet, known)
    const records = (await Promise.all(found.filter(({ failed }) => !failed).map((one) => recordOf(wallet, one)))).flat()
    const isFinal = (slot: bigint) => slot <= head.finalized.number
    if (complete) {
      const final = records.filter(({ blockNumber }) => isFinal(BigInt(blockNumber)))
      const newest = found.find(({ slot }) => isFinal(slot))?.signature ?? known.newest
      wallets.set(wallet, { fromTime: known.fromTime, newest, records: [...known.records, ...final] })
    }
    const all = [...known.records, ...records].toSorted(inOrder)
    return queries.map((query) => {
      const mine = all.filter(({ blockTime }) => blockTime >= (query.fromTime ?? 0))
      const truncated = !complete || mine.length > limits.records
      return {
        query,
        item: itemOf<'solana.transactions'>(
          { query, records: mine.slice(0, limits.records), upTo: head.latest.number, truncated },
          reader,
          head,
        ),
      }
    })
  }

  /** Newest first, back to what is known or to the start of the window. */
  async function signaturesSince(wallet: string, known: Known): Promise<{ found: SignatureInfo[]; complete: boolean }> {
    const found: SignatureInfo[] = []
    for (let page = 0; page < limits.signaturePages; page++) {
      const last = found.at(-1)?.signature
      const options = {
        limit: 1000,
        commitment: 'confirmed' as const,
        ...(known.newest ? { until: known.newest } : {}),
        ...(last ? { before: last } : {}),
      }
      const signatures = await reader.signatures(wallet, options)
      const inWindow = signatures.filter(({ time }) => time === null || time >= known.fromTime)
      found.push(...inWindow)
      if (signatures.length < 1000 || inWindow.length < signatures.length) return { found, complete: true }
    }
    return { found, complete: false }
  }

  async function recordOf(wallet: string, { signature, slot, time }: SignatureInfo): Promise<SolanaTransactionRecord[]> {
    const transaction = await reader.parsedTransaction(signature)
    if (!transaction) throw behind(reader, `transaction ${signature} is not there yet`)
    const transfers = transaction.transfers.filter(({ source }) => source === wallet)
    // A program may move a wallet's coins only with its signature; without it the transfer is not the member's deed.
    if (transfers.length === 0 || !transaction.signers.includes(wallet)) return []
    const blockTime = time ?? (await reader.block(slot))?.time
    if (blockTime === undefined) throw behind(reader, `slot ${slot} has no time yet`)
    const { block } = transaction
    return [
      {
        blockNumber: block.number.toString(),
        blockHash: block.hash,
        blockTime,
        txHash: signature,
        signers: [...transaction.signers],
        instructions: [],
        transfers: transfers.map(({ source, destination, amount, mint }) => ({
          source,
          destination,
          amount: amount.toString(),
          ...(mint === undefined ? {} : { mint }),
        })),
      },
    ]
  }

  let anchor: { number: bigint; hash: string } | null = null
  return {
    reader,
    async read(queries, head) {
      const kept = anchor === null ? null : await reader.block(anchor.number)
      if (anchor !== null && kept !== null && kept.hash !== anchor.hash) wallets.clear()
      if (anchor !== null && head.finalized.number < anchor.number) wallets.clear()
      anchor = { number: head.finalized.number, hash: head.finalized.hash }
      return new Map<Query, EvidenceItem>(
        (await readPart(part, 'solana.transactions', { queries, head })).map(({ query, item }) => [query, item]),
      )
    },
  }
}
