/** CAIP-2 chain id, such as `eip155:1`. */
export type ChainId = string

export type Namespace = 'eip155' | 'solana'

/** How sure a block is: `latest` may leave the chain, `safe` rarely does, `finalized` never does. On Solana: confirmed, confirmed, finalized. */
export type FinalityTag = 'latest' | 'safe' | 'finalized'

/**
 * Where the chain says what is final: `tags` asks the node for its `safe` and `finalized` blocks, `commitment` is Solana's,
 * `depth` counts blocks below the head for chains whose nodes know no tags.
 */
export type FinalityRule = { kind: 'tags' } | { kind: 'commitment' } | { kind: 'depth'; safe: number; finalized: number }

/**
 * Where a datum came from. `viem` and `lists` are the packages that the registry test compares with, at the versions of package.json (`viem/chains`,
 * and `@revoke.cash/chains`, a weekly copy of ethereum-lists/chains), `both` when they agree; `chainlist` is the public list of endpoints
 * DefiLlama/chainlist; `operator` is how an operator says that its URLs are made; `ours` is our own choice or figure.
 */
export type Source = 'viem' | 'lists' | 'both' | 'chainlist' | 'operator' | 'ours'

/** One RPC endpoint. `{key}` in the URL is replaced by the value of the setting `key`; without a value the endpoint is left out. */
export type Endpoint = {
  readonly url: string
  /** Who runs it: endpoints of one operator count once when answers are compared. */
  readonly operator: string
  readonly key?: string
  /** Calls that this operator takes in one request, where that is fewer than `limits.batch`. */
  readonly batch?: number
  /** Absent for nodes of our own. */
  readonly source?: Source
  /** Requests that its operator allows, where that is known. */
  readonly budget?: { readonly perSecond: number; readonly perDay: number }
}

/** Pages for people: `{tx}` and `{address}` are replaced. */
export type Explorer = { readonly name: string; readonly tx: string; readonly address: string }

/** A chain is data. Everything that differs between two chains of one kind stands here. */
export type Chain = {
  readonly id: ChainId
  readonly namespace: Namespace
  readonly reference: string
  readonly names: { readonly en: string; readonly ja: string }
  readonly shortName: string
  readonly nativeCurrency: { readonly name: string; readonly symbol: string; readonly decimals: number }
  readonly explorers: readonly Explorer[]
  readonly endpoints: readonly Endpoint[]
  /** `own-node`: one endpoint is enough, because we run it. `public`: answers of two operators must agree. */
  readonly trust: 'own-node' | 'public'
  readonly finality: FinalityRule
  readonly blockTimeMs: number
  readonly limits: {
    /** JSON-RPC calls in one HTTP request; 1 = the endpoint refuses batches. */
    readonly batch: number
    /** Blocks in one log query. */
    readonly logRange: number
    /** Requests in flight at once. */
    readonly concurrency: number
  }
  /** Address of Multicall3, or null: reads are then bundled by a call that deploys nothing. */
  readonly multicall3: `0x${string}` | null
  /** One to three letters, unique: the site draws them as the chain's mark. Nobody's logo is copied. */
  readonly icon: string
  /** True for the chains of the local stack: coins are free, faucets work, shortcuts for development are allowed. */
  readonly local: boolean
  readonly sources: Sources
}

/** Where each field came from; endpoints name their own. A new field of a chain needs its source, or nothing compiles. */
export type Sources = Readonly<Record<Exclude<keyof Chain, 'namespace' | 'reference' | 'endpoints' | 'local' | 'sources'>, Source>>
