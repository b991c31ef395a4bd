/**
 * What a kind asks for (queries) and what it gets back (evidence items). All of it is plain JSON: integers are decimal strings, times are unix
 * seconds, EVM addresses, hashes and data are lower-case hex. A judge reads nothing else, so a stored bundle can be judged again.
 */
export type Range = { fromTime?: number; toTime?: number; fromBlock?: string; toBlock?: string }

/**
 * How a log names its member: who acted (the sender, or the smart account it acted for), an indexed argument (topic 1 to 3), the n-th 32-byte word of
 * the data, an address anywhere in topics or data (`mention`: arguments without a fixed place), or not at all (`anyone`).
 */
export type Claimant = { by: 'sender' | 'topic' | 'word' | 'mention' | 'anyone'; index: number; wallets: string[] }

/** `topics`: values that topics 1 to 3 must have, null = any. */
export type LogsQuery = Range & {
  type: 'evm.logs'
  chain: string
  addresses: string[]
  topic0: string
  topics?: (string[] | null)[]
  claimant: Claimant
}

/**
 * Transactions of these wallets. `sent`: as the sender, or as a smart account (ERC-4337, Safe) that somebody else's transaction executed; `received`: as the
 * receiver; `pasted`: either of them, among those that the member pasted (`hashes`). `to`: contracts that the transaction calls or its input mentions; empty = all.
 */
export type TransactionsQuery = Range & {
  type: 'evm.transactions'
  chain: string
  role: 'sent' | 'received' | 'pasted'
  to: string[]
  wallets: string[]
  hashes?: string[]
}

/** `codeHash`: keccak-256 of the code, `0x` without code. */
export type StateRead =
  | { what: 'call'; to: string; data: string }
  | { what: 'balance' | 'nonce' | 'code' | 'codeHash'; address: string }
  | { what: 'storage'; address: string; slot: string }
export type Tag = 'latest' | 'safe' | 'finalized'
/** One value of the chain's state, at a tag of the head that was read, at a block, or at the last block that is not younger than a time. */
export type StateQuery = { type: 'evm.state'; chain: string; read: StateRead; at: Tag | { block: string } | { time: number } }
/** The first transaction that a wallet ever sent. */
export type FirstTransactionQuery = { type: 'evm.firstTransaction'; chain: string; wallet: string }
/**
 * What L2 says of the exported file of a CUBE: whether it stands in a slot there and was not revoked. `rollup`: the slot's contract; `document`: the file as
 * canonical JSON.
 */
export type CubeFileQuery = { type: 'evm.cube'; chain: string; rollup: string; document: string; at: Tag }

/**
 * Transactions of a wallet. `programs`: those that it signed and that call one of these, with the instructions of these; empty = those that succeeded and
 * moved something of it, without instructions. `mint`: look into the wallet's accounts of this token too (who receives tokens is not named by his wallet).
 * `hashes`: signatures that the member pasted, looked up in any case; they may be outside the range, or signed by somebody else.
 */
export type SolanaTransactionsQuery = Range & {
  type: 'solana.transactions'
  chain: string
  wallet: string
  programs: string[]
  mint?: string
  hashes?: string[]
}
/** An account with the first `bytes` of its data. */
export type SolanaAccountQuery = { type: 'solana.account'; chain: string; address: string; bytes: number; at: Tag }
/**
 * All token accounts of a wallet for one mint, of either token program; only the usual one (the associated account) where that alone holds `enough`, not
 * frozen.
 */
export type SolanaTokensQuery = { type: 'solana.tokens'; chain: string; wallet: string; mint: string; at: Tag; enough?: string }

/** What the member handed in on this step (quiz, poll, survey, visit): given by the room that keeps it. */
export type SubmissionQuery = { type: 'submission' }
/** Entries of an uploaded list that name one of these values (wallets, handles). */
export type ListQuery = { type: 'list'; list: string; values: string[] }
export type ReputationQuery = { type: 'reputation'; category?: string }
/** The member's CUBEs of our slot, also those that are revoked, expired or not final yet; `quest`: slug. */
export type CubesQuery = { type: 'cubes'; quest?: string; category?: string }
/** A request to a project's endpoint. `{{name}}` in a header's value stands for a secret that only the server knows. */
export type HttpQuery = {
  type: 'http'
  url: string
  method: 'GET' | 'POST'
  headers: Record<string, string>
  body?: string
  /** How long an answer counts, in seconds. */
  cacheSeconds: number
}
/** A fact about the member's account at another service, such as `github`, `follows`, `{ user: 'ethereum' }`. */
export type OAuthQuery = { type: 'oauth'; provider: string; fact: string; args: Record<string, string> }

export type ChainQuery =
  | LogsQuery
  | TransactionsQuery
  | StateQuery
  | FirstTransactionQuery
  | CubeFileQuery
  | SolanaTransactionsQuery
  | SolanaAccountQuery
  | SolanaTokensQuery
export type OffchainQuery = SubmissionQuery | ListQuery | ReputationQuery | CubesQuery | HttpQuery | OAuthQuery
export type Query = ChainQuery | OffchainQuery

export type BlockRef = { number: string; hash: string; time: number }
export type HeadRef = { latest: BlockRef; safe: BlockRef; finalized: BlockRef }

type InBlock = { blockNumber: string; blockHash: string; blockTime: number; txHash: string }

/** A log as the chain has it, without its block and transaction. */
export type RawLog = { logIndex: number; address: string; topics: string[]; data: string }

/**
 * `accountLogs`: the logs by which an entry point (`UserOperationEvent`, `BeforeExecution`) or the account itself (Safe's `ExecutionSuccess`) says for whom
 * the transaction acted; there only when it has such logs.
 */
export type LogRecord = InBlock & RawLog & { txFrom: string; txTo: string; accountLogs?: RawLog[] }
/**
 * `created`: address of the contract that the transaction deployed. `to` is empty then. `accountLogs`: those of the query's wallets, whoever sent the transaction:
 * `UserOperationEvent` of entry points, `ExecutionSuccess` and `ExecutionFailure` of Safes. `blockLogs`: there when one of the query's wallets may have acted as
 * an account: all that they logged in that block (whichever transaction) of what they ran (Safes) and of new code (`Upgraded`).
 */
export type TransactionRecord = InBlock & {
  from: string
  to: string
  input: string
  value: string
  success: boolean
  accountLogs?: RawLog[]
  blockLogs?: (RawLog & { txHash: string })[]
  created?: string
}
/** `value`: hex as the node gave it; null when the call reverted, `0x` when it met no contract (or one that answers nothing). */
export type StateRecord = { value: string | null; block: BlockRef }
export type FirstTransactionRecord = Omit<InBlock, 'txHash'>
/**
 * `credentialId`: its URN, with the slot. `quest`: its index there. `holder`: wallet id; empty where the file names none. Times are ISO 8601. `answers`: codes of
 * the verifier's four answers, `.ok` ones hold. `final`: false while only the newest block has the root that it stands under. `block`: where L2 was read.
 */
export type CubeFileRecord = {
  credentialId: string
  name: string
  quest: number
  category: string
  holder: string
  issuedAt: string
  expiresAt: string | null
  answers: { signature: string; inclusion: string; notRevoked: string; notExpired: string }
  final: boolean
  block: BlockRef
}
/** One transfer; both ends are wallets. Of a transaction that failed it is what it tried. `received`: what arrived, where the token keeps a fee of each transfer. */
export type SolanaTransfer = { source: string; destination: string; amount: string; mint?: string; received?: string }
/** How much more or less (`-`) the wallet held afterwards. */
export type SolanaChange = { amount: string; mint?: string }
/** `index`: place in the order of execution. `data` in hex. `depth`: 1 for the transaction's own instructions, more for those that a program called. */
export type SolanaInstruction = { index: number; depth: number; programId: string; accounts: string[]; data: string }
/** `writable`: of the accounts that the instructions name. `transfers`: from or to the wallet. */
export type SolanaTransactionRecord = InBlock & {
  success: boolean
  signers: string[]
  writable: string[]
  instructions: SolanaInstruction[]
  transfers: SolanaTransfer[]
  changes: SolanaChange[]
}
/** As old as `block` at most. `owner`: the program that owns it; null when there is no such account. `data` in hex. */
export type SolanaAccountRecord = { address: string; owner: string | null; lamports: string; data: string; block: BlockRef }
/** As old as `block` at most. `program`: Token or Token-2022. */
export type SolanaTokenRecord = {
  account: string
  program: string
  owner: string
  mint: string
  amount: string
  frozen: boolean
  block: BlockRef
}
export type SubmissionRecord = { answers: Record<string, string>; submittedAt: string; attempt: number }
export type ListRecord = { value: string; columns: Record<string, string> }
export type ReputationRecord = { score: string; count: number; formulaHash: string; week: number }
/** `expiresAt`, `at` (when it was read): ISO 8601. */
export type CubeRecord = {
  credentialId: string
  quest: string
  category: string
  issuedAt: string
  expiresAt: string | null
  revoked: boolean
  final: boolean
  at: string
}
/** `body`: the answer as text, at most 256 KiB. `at`: ISO 8601. */
export type HttpRecord = { status: number; body: string; at: string }
export type OAuthRecord = { account: string; value: string; at: string }

export type RecordOf = {
  'evm.logs': LogRecord
  'evm.transactions': TransactionRecord
  'evm.state': StateRecord
  'evm.firstTransaction': FirstTransactionRecord
  'evm.cube': CubeFileRecord
  'solana.transactions': SolanaTransactionRecord
  'solana.account': SolanaAccountRecord
  'solana.tokens': SolanaTokenRecord
  submission: SubmissionRecord
  list: ListRecord
  reputation: ReputationRecord
  cubes: CubeRecord
  http: HttpRecord
  oauth: OAuthRecord
}

/**
 * Why nothing was read: no answer, two answers, one answer where two are needed, an answer that its block does not prove, a question that is refused, or an account that the member has not linked.
 * `retryable`: the same question may be answered later without anyone doing anything.
 */
export type ReadProblem = {
  reason: 'unreachable' | 'disagree' | 'quorum' | 'unproven' | 'refused' | 'unlinked'
  retryable: boolean
  detail: string
}

/**
 * What was read for one query. `complete: false` says that history was not read to the end yet; `toBlock` says how far.
 * `head` is the chain as the same provider saw it in the same pass, so "nothing found" is said by a provider that knows the block.
 * `providers`: who gave this answer; `dissent`: who gave another one and was outvoted or disproved.
 */
export type EvidenceOf<T extends Query['type']> = {
  query: Extract<Query, { type: T }>
  records: RecordOf[T][]
  head?: HeadRef
  toBlock?: string
  complete: boolean
  providers: string[]
  dissent?: string[]
  problem?: ReadProblem
}

export type EvidenceItem = { [T in Query['type']]: EvidenceOf<T> }[Query['type']]

/** The items of one type, in the order they were asked for. */
export function itemsOf<T extends Query['type']>(items: readonly EvidenceItem[], type: T): EvidenceOf<T>[] {
  return items.filter((item): item is EvidenceItem & EvidenceOf<T> => item.query.type === type)
}

/** Evidence of what is in blocks: it can be proven against their hashes. */
export type ProvableItem = EvidenceOf<'evm.logs'> | EvidenceOf<'evm.transactions'>
export type ProvableRecord = LogRecord | TransactionRecord

export const isProvable = (item: EvidenceItem): item is ProvableItem =>
  item.query.type === 'evm.logs' || item.query.type === 'evm.transactions'

export const isChainQuery = (query: Query): query is ChainQuery => 'chain' in query
