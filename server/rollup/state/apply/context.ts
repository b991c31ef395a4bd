/** Vaults of one entry, in the order in which they move: F, X, Y of the README. */
export type VaultPart = 'native' | 'own' | 'others'

/** What a transition depends on besides the state and the tx. */
export type TxContext = {
  /** `domainOf(chainId, rollup)`: signatures of another slot are worth nothing here. */
  domain: bigint
  /** The batch's time, unix seconds. */
  timestamp: number
  /** Called right before a vault moves: the witness takes its path there. */
  beforeMove?: ((part: VaultPart, account: number, token: number) => void) | undefined
}
