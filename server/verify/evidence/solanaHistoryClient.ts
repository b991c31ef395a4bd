import { base58 } from '@scure/base'
import { associatedTokenAddress } from '#chains/adapters/solana/derivedAddress.ts'
import type { Head, SignatureInfo, SolanaAccount, SolanaReader, SolanaTransaction } from '#chains/reader.ts'
import type { SolanaTransactionRecord, SolanaTransactionsQuery } from '../query.ts'
import { type Answered, behind, inOrder, itemOf, type Part, problemItem, problemOf, type ReadLimits } from './items.ts'
import { earliest, recordOf, type Start, within } from './solanaRecord.ts'

/** What is final for one question: everything from `start` up to and with the signature `newest` of each address. */
type Known = { start: Start; newest: Map<string, string>; records: SolanaTransactionRecord[] }

/** What one pass has asked for already: members and rules share transactions and lists of signatures. */
type Pass = {
  head: Head
  transactions: Map<string, Promise<SolanaTransaction | null>>
  lists: Map<string, Promise<Listing>>
  mints: Map<string, Promise<(SolanaAccount | null)[]>>
}
type Listing = { address: string; found: SignatureInfo[]; complete: boolean }

/** Most questions whose final answers are kept. */
const mostKept = 20_000

/** Transactions of wallets: signatures since the last final one, oldest first, each transaction read once it is final. */
export function createHistoryPart(reader: SolanaReader, limits: ReadLimits): Part<'solana.transactions'> {
  const kept = new Map<string, Known>()
  const mintPrograms = new Map<string, string>()

  async function answer(key: string, queries: SolanaTransactionsQuery[], pass: Pass): Promise<Answered[]> {
    const [question] = queries
    if (!question) return []
    const start = earliest(queries)
    const before = kept.get(key)
    const covers = before && before.start.time <= start.time && before.start.slot <= start.slot
    const known: Known = covers ? before : { start, newest: new Map(), records: [] }
    const { records, upTo } = await readOn(question, known, pass)
    // The question that was asked longest ago makes room.
    kept.delete(key)
    kept.set(key, known)
    for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest)
    const all = [...known.records, ...records].toSorted(inOrder)
    return Promise.all(
      queries.map(async (query) => {
        const pasted = await readPasted(query, all, pass)
        const mine = [...all.filter((record) => within(record, query)), ...pasted].toSorted(inOrder)
        const truncated = mine.length > limits.records
        const found = { query, records: mine.slice(0, limits.records), upTo, truncated }
        return { query, item: itemOf<'solana.transactions'>(found, reader, pass.head) }
      }),
    )
  }

  /** Reads what is new, at most `limits.records` transactions; what is final by now goes into `known`, the rest is returned. */
  async function readOn(question: SolanaTransactionsQuery, known: Known, pass: Pass) {
    const { latest, finalized } = pass.head
    const addresses = await addressesOf(question, pass)
    const lists = await Promise.all(addresses.map((address) => listed(address, known, pass)))
    // Oldest first within a slot too: sorting keeps the order of equals.
    const fresh = new Map(lists.flatMap(({ found }) => found.toReversed()).map((info) => [info.signature, info]))
    const open = [...fresh.values()].filter(({ slot }) => slot <= latest.number).toSorted((a, b) => Number(a.slot - b.slot))
    const complete = lists.every((list) => list.complete)
    // A list that does not reach back to its start can only say what was done lately.
    const batch = complete ? open.slice(0, limits.records) : open.slice(-limits.records)
    const read = await Promise.all(batch.map(async (info) => ({ info, record: await recordAt(question, info, pass) })))
    const found = read.flatMap(({ info, record }) => (record ? [{ final: info.slot <= finalized.number, record }] : []))
    if (!complete) return { records: found.map(({ record }) => record), upTo: 0n }
    const settled = new Set(batch.filter(({ slot }) => slot <= finalized.number).map(({ signature }) => signature))
    for (const list of lists) advance(known, list, settled)
    const seen = new Set(known.records.map(({ txHash }) => txHash))
    known.records.push(...found.filter(({ final, record }) => final && !seen.has(record.txHash)).map(({ record }) => record))
    const records = found.filter(({ final }) => !final).map(({ record }) => record)
    return { records, upTo: batch.length === open.length ? latest.number : (batch.at(-1)?.slot ?? 1n) - 1n }
  }

  /** The wallet, and where it keeps the coins of the mint that is asked for, closed accounts of the usual place included. */
  async function addressesOf({ wallet, mint }: SolanaTransactionsQuery, pass: Pass): Promise<string[]> {
    if (mint === undefined) return [wallet]
    const at = { commitment: 'confirmed' as const }
    const program = mintPrograms.get(mint) ?? (await once(pass.mints, mint, () => reader.accounts([mint], 0, at)))[0]?.owner
    if (program === undefined) return [wallet]
    mintPrograms.set(mint, program)
    const accounts = (await reader.tokenAccounts(wallet, mint, at)).map(({ address }) => address)
    const usual = associatedTokenAddress(wallet, mint, program)
    return [...new Set([wallet, ...(usual === null ? [] : [usual]), ...accounts])]
  }

  function listed(address: string, { newest, start }: Known, pass: Pass): Promise<Listing> {
    const until = newest.get(address)
    return once(pass.lists, `${address}|${until ?? ''}|${start.time}|${start.slot}`, () => list(address, until, start))
  }

  /** Newest first, back to what is known or to the start of the window. */
  async function list(address: string, until: string | undefined, start: Start): Promise<Listing> {
    const found: SignatureInfo[] = []
    for (let page = 0; page < limits.signaturePages; page++) {
      const before = found.at(-1)?.signature
      const options = { limit: 1000, commitment: 'confirmed' as const, ...(until ? { until } : {}), ...(before ? { before } : {}) }
      const signatures = await reader.signatures(address, options)
      const inWindow = signatures.filter(({ time, slot }) => (time === null || time >= start.time) && slot >= start.slot)
      found.push(...inWindow)
      if (signatures.length < 1000 || inWindow.length < signatures.length) return { address, found, complete: true }
    }
    return { address, found, complete: false }
  }

  async function recordAt(
    question: SolanaTransactionsQuery,
    { signature, slot, time, pasted = false }: Pick<SignatureInfo, 'signature' | 'slot' | 'time'> & { pasted?: boolean },
    pass: Pass,
  ) {
    const transaction = await once(pass.transactions, signature, () => reader.fullTransaction(signature))
    if (!transaction) throw behind(reader, `transaction ${signature} is not there yet`)
    const blockTime = time ?? (await reader.block(slot))?.time
    if (blockTime === undefined) throw behind(reader, `slot ${slot} has no time yet`)
    return recordOf(question, transaction, { blockTime, pasted })
  }

  /** What the member pasted and no list has found: outside the window too, for the judge to say so. */
  async function readPasted(query: SolanaTransactionsQuery, known: readonly SolanaTransactionRecord[], pass: Pass) {
    const seen = new Set(known.map(({ txHash }) => txHash))
    const pasted = [...new Set(query.hashes)].filter((hash) => isSignature(hash) && !seen.has(hash)).slice(0, 20)
    const found = await Promise.all(
      pasted.map(async (signature) => {
        const transaction = await once(pass.transactions, signature, () => reader.fullTransaction(signature))
        if (!transaction || transaction.block.number > pass.head.latest.number) return []
        const record = await recordAt(query, { signature, slot: transaction.block.number, time: null, pasted: true }, pass)
        return record ? [record] : []
      }),
    )
    return found.flat()
  }

  return {
    clear() {
      kept.clear()
      mintPrograms.clear()
    },
    async read(queries, head) {
      const pass: Pass = { head, transactions: new Map(), lists: new Map(), mints: new Map() }
      const answered = [...Map.groupBy(queries, keyOf)].map(([key, group]) =>
        // One wallet that cannot be read says so; the others are answered.
        answer(key, group, pass).catch((error: unknown) => group.map((query) => ({ query, item: problemItem(query, problemOf(error)) }))),
      )
      return (await Promise.all(answered)).flat()
    },
  }
}

/** Moves an address's cursor over what is settled, oldest first, up to the first that is not. */
function advance(known: Known, { address, found }: Listing, settled: ReadonlySet<string>) {
  for (const { signature } of found.toReversed()) {
    if (!settled.has(signature)) return
    known.newest.set(address, signature)
  }
}

const keyOf = ({ wallet, mint, programs }: SolanaTransactionsQuery) => [wallet, mint ?? '', ...programs].join('|')

function once<V>(running: Map<string, Promise<V>>, key: string, ask: () => Promise<V>): Promise<V> {
  const asked = running.get(key) ?? ask()
  running.set(key, asked)
  return asked
}

function isSignature(text: string): boolean {
  try {
    return base58.decode(text).length === 64
  } catch {
    return false
  }
}
