import type { Chain, FinalityTag } from './chain.ts'

/** A block as every kind of chain has it: a slot on Solana. Time in unix seconds. */
export type Block = { readonly number: bigint; readonly hash: string; readonly parentHash: string; readonly time: number }

/** The chain as one endpoint sees it at one moment. */
export type Head = { readonly [tag in FinalityTag]: Block }

/** A transaction as every kind of chain has it. `signers`: whose keys agreed to it (one on EVM). */
export type Transaction = {
  readonly hash: string
  readonly block: Pick<Block, 'number' | 'hash'>
  readonly success: boolean
  readonly signers: readonly string[]
}

/** Native coin, or a token contract or mint: ERC-20 and SPL in base units, ERC-721 in pieces. */
export type TokenId = { readonly standard: 'native' } | { readonly standard: 'erc20' | 'erc721' | 'spl'; readonly address: string }
export type BalanceRequest = { readonly owner: string; readonly token: TokenId }

/** What a probe of one endpoint found. `lagSeconds`: age of its newest block. */
export type ReaderHealth =
  | { readonly ok: true; readonly latencyMs: number; readonly head: Head; readonly lagSeconds: number; readonly finalityLag: bigint }
  | { readonly ok: false; readonly latencyMs: number; readonly reason: string; readonly retryable: boolean }

/**
 * One endpoint of one chain. Every method throws only `RetryableChainError` or `PermanentChainError`; what is not on the chain is null.
 * A reader never goes to another endpoint by itself: who compares or fails over holds several readers.
 */
export type ChainReader = {
  readonly chain: Chain
  /** Who runs the endpoint. */
  readonly operator: string
  /** Newest, safe and finalized block, read together. */
  head(): Promise<Head>
  /** The block of that number, or null when the chain has none (beyond the head, a skipped slot). */
  block(at: bigint): Promise<Block | null>
  transaction(hash: string): Promise<Transaction | null>
  /** Balances in base units, in the order asked, all at one block (Solana: at one commitment). A token that is no such contract gives null. */
  balances(requests: readonly BalanceRequest[], at: FinalityTag | bigint): Promise<(bigint | null)[]>
  /** HTTP requests made so far: the cost of verification is a reported number. */
  requests(): number
}

export type Log = {
  readonly block: Pick<Block, 'number' | 'hash'>
  readonly txHash: string
  readonly index: number
  readonly address: string
  readonly topics: readonly string[]
  readonly data: string
}
/** `addresses`: empty = of any contract. */
export type LogQuery = {
  readonly addresses: readonly string[]
  readonly topics: readonly (readonly string[] | null)[]
  readonly fromBlock: bigint
  readonly toBlock: bigint
}
/** A transaction within its block, without its outcome. */
export type Call = {
  readonly hash: string
  readonly from: string
  readonly to: string | null
  readonly input: string
  readonly value: bigint
}
/** How a transaction ended. `created`: the contract that it deployed. */
export type Receipt = {
  readonly block: Pick<Block, 'number' | 'hash'>
  readonly success: boolean
  readonly created: string | null
  readonly logs: readonly Log[]
}
export type BlockWithCalls = Block & { readonly calls: readonly Call[] }

/** One value of an EVM chain's state. `codeHash`: keccak-256 of the code, `0x` without code. */
export type StateRead =
  | { readonly what: 'call'; readonly to: string; readonly data: string }
  | { readonly what: 'balance' | 'nonce' | 'code' | 'codeHash'; readonly address: string }
  | { readonly what: 'storage'; readonly address: string; readonly slot: string }

/** Fields as the node gives them (Ethereum execution API), not looked at yet. */
export type RawFields = Readonly<Record<string, unknown>>
/** A block with all that its hash commits to. Nothing in it is believed before it is proven. */
export type SealedBlock = {
  readonly header: RawFields
  readonly transactions: readonly RawFields[]
  readonly receipts: readonly RawFields[]
}

/** What only EVM chains have. Addresses, hashes and data are lower-case hex. */
export type EvmReader = ChainReader & {
  readonly vm: 'evm'
  /** Values of the state at one block, in hex, in the order asked; null for a call that reverts, `0x` for one that meets no contract. */
  state(reads: readonly StateRead[], at: bigint): Promise<(string | null)[]>
  /** Logs in order of block and index; wide ranges are split to the chain's limits. */
  logs(query: LogQuery): Promise<Log[]>
  /** Sender, target and block of transactions, in the order asked. */
  calls(hashes: readonly string[]): Promise<((Call & { readonly block: Pick<Block, 'number' | 'hash'> }) | null)[]>
  /** How transactions ended, in the order asked. */
  receipts(hashes: readonly string[]): Promise<(Receipt | null)[]>
  blocks(numbers: readonly bigint[]): Promise<(Block | null)[]>
  /** Whole blocks by hash, for proofs; null for a block that the node does not have. */
  sealedBlocks(hashes: readonly string[]): Promise<(SealedBlock | null)[]>
  /** Headers by number, for proofs. */
  headers(numbers: readonly bigint[]): Promise<(RawFields | null)[]>
  blocksWithCalls(numbers: readonly bigint[]): Promise<(BlockWithCalls | null)[]>
}

export type SignatureInfo = { readonly signature: string; readonly slot: bigint; readonly time: number | null; readonly failed: boolean }
/** One instruction that ran. `index`: its place in the order of execution. `depth`: 1 for the transaction's own, more for what a program called. */
export type SolanaInstruction = {
  readonly index: number
  readonly depth: number
  readonly programId: string
  readonly accounts: readonly string[]
  /** Lower-case hex. */
  readonly data: string
}
/** Wallets, not token accounts. `mint` is absent for SOL. `received`: what arrived, where a token keeps a fee of each transfer. */
export type Transfer = {
  readonly source: string
  readonly destination: string
  readonly amount: bigint
  readonly mint?: string
  readonly received?: bigint
}
/** How much more or less a wallet held after a transaction, over all its token accounts; its fee counts too. `mint` is absent for SOL. */
export type HoldingChange = { readonly owner: string; readonly amount: bigint; readonly mint?: string }
/** A legacy or versioned transaction; accounts of lookup tables stand by their addresses. One that failed changed no holdings: its transfers are what it tried. */
export type SolanaTransaction = Transaction & {
  readonly writable: readonly string[]
  readonly instructions: readonly SolanaInstruction[]
  readonly transfers: readonly Transfer[]
  readonly changes: readonly HoldingChange[]
}
/** `data`: lower-case hex, cut at what was asked for. */
export type SolanaAccount = { readonly owner: string; readonly lamports: bigint; readonly data: string }
/** An account of a token program (Token or Token-2022) that holds coins of one mint for one wallet. */
export type TokenAccount = {
  readonly address: string
  readonly program: string
  readonly mint: string
  readonly owner: string
  readonly amount: bigint
  readonly frozen: boolean
}

/** What a read of state needs: no older than slot `since`. */
export type StateAt = { readonly commitment: 'confirmed' | 'finalized'; readonly since?: bigint }

/** What only Solana has. */
export type SolanaReader = ChainReader & {
  readonly vm: 'solana'
  /** Transactions that name an address, newest first, at most `limit` (1 to 1000), older than `before` and newer than `until`. */
  signatures(
    address: string,
    options: { limit: number; commitment: 'confirmed' | 'finalized'; before?: string; until?: string },
  ): Promise<SignatureInfo[]>
  /** The confirmed transaction with everything that it did; null when not (yet) there. */
  fullTransaction(signature: string): Promise<SolanaTransaction | null>
  /** Accounts in the order asked, each with the first `bytes` of its data; null where there is none. */
  accounts(addresses: readonly string[], bytes: number, at: StateAt): Promise<(SolanaAccount | null)[]>
  /** The wallet's accounts of one mint, whichever token program runs it. */
  tokenAccounts(owner: string, mint: string, at: StateAt): Promise<TokenAccount[]>
}

export type AnyReader = EvmReader | SolanaReader

/** A head older than twenty block times is late, and in any case not before ten seconds. */
export const isLate = (chain: Chain, lagMs: number): boolean => lagMs > Math.max(10_000, 20 * chain.blockTimeMs)

/** Asks an endpoint for its head and says how it is. Never throws. */
export async function probe(reader: ChainReader, now: () => number): Promise<ReaderHealth> {
  const started = now()
  try {
    const head = await reader.head()
    const ended = now()
    const lagSeconds = Math.max(0, Math.floor(ended / 1000) - head.latest.time)
    return { ok: true, latencyMs: ended - started, head, lagSeconds, finalityLag: head.latest.number - head.finalized.number }
  } catch (error) {
    const retryable = error instanceof Error && 'retryable' in error && error.retryable === true
    const reason = error instanceof Error && 'reason' in error ? String(error.reason) : 'unknown'
    return { ok: false, latencyMs: now() - started, reason, retryable }
  }
}
