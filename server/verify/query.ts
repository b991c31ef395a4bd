/**
 * What a kind asks for (queries) and what it gets back (evidence items). All of it is plain JSON: integers are decimal strings, times are unix
 * seconds, EVM addresses and hashes are lower-case hex. A judge reads nothing else, so a stored bundle can be judged again.
 */
export type TimeRange = { fromTime?: number; toTime?: number }

/** How a log names its member: who sent the transaction, an indexed argument (topic 1 to 3), or the n-th 32-byte word of the data. */
export type Claimant = { by: 'sender' | 'topic' | 'word'; index: number; wallets: string[] }

export type LogsQuery = TimeRange & { type: 'evm.logs'; chain: string; addresses: string[]; topic0: string; claimant: Claimant }
export type TransactionsQuery = TimeRange & { type: 'evm.transactions'; chain: string; to: string[]; wallets: string[] }
export type Token = { standard: 'native' } | { standard: 'erc20' | 'erc721'; address: string }
export type BalanceQuery = { type: 'evm.balance'; chain: string; wallet: string; token: Token; at: 'latest' | 'safe' | 'finalized' }
export type SolanaTransfersQuery = TimeRange & { type: 'solana.transfers'; chain: string; wallet: string }
/** Answers are given by the room that keeps them; no chain is read. */
export type QuizQuery = { type: 'quiz' }
export type Query = LogsQuery | TransactionsQuery | BalanceQuery | SolanaTransfersQuery | QuizQuery

export type BlockRef = { number: string; hash: string; time: number }
export type HeadRef = { latest: BlockRef; safe: BlockRef; finalized: BlockRef }

type InBlock = { blockNumber: string; blockHash: string; blockTime: number; txHash: string }

export type LogRecord = InBlock & { logIndex: number; address: string; topics: string[]; data: string; txFrom: string }
export type TransactionRecord = InBlock & { from: string; to: string; input: string; value: string; success: boolean }
export type BalanceRecord = { wallet: string; value: string; block: BlockRef }
/** One transfer instruction of a transaction that succeeded; `source` and `destination` are owners' wallets. */
export type SolanaTransfer = { source: string; destination: string; amount: string; mint?: string }
export type SolanaTransferRecord = InBlock & { transfers: SolanaTransfer[] }
export type QuizRecord = { answers: Record<string, string>; submittedAt: string; attempt: number }

export type RecordOf = {
  'evm.logs': LogRecord
  'evm.transactions': TransactionRecord
  'evm.balance': BalanceRecord
  'solana.transfers': SolanaTransferRecord
  quiz: QuizRecord
}

/** Why nothing was read: no answer, two answers, one answer where two are needed, or a question that the chain refuses. `retryable`: the same question may be answered later without anyone doing anything. */
export type ReadProblem = { reason: 'unreachable' | 'disagree' | 'quorum' | 'refused'; retryable: boolean; detail: string }

/**
 * What was read for one query. `complete: false` says that history was not read to the end yet; `toBlock` says how far.
 * `head` is the chain as the same provider saw it in the same pass, so "nothing found" is said by a provider that knows the block.
 */
export type EvidenceOf<T extends Query['type']> = {
  query: Extract<Query, { type: T }>
  records: RecordOf[T][]
  head?: HeadRef
  toBlock?: string
  complete: boolean
  providers: string[]
  problem?: ReadProblem
}

export type EvidenceItem = { [T in Query['type']]: EvidenceOf<T> }[Query['type']]

/** The items of one type, in the order they were asked for. */
export function itemsOf<T extends Query['type']>(items: readonly EvidenceItem[], type: T): EvidenceOf<T>[] {
  return items.filter((item): item is EvidenceItem & EvidenceOf<T> => item.query.type === type)
}
