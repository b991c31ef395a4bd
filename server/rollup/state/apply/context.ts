/** What a transition depends on besides the state and the tx. */
export type TxContext = {
  /** `domainOf(chainId, rollup)`: signatures of another slot are worth nothing here. */
  domain: bigint
  /** The batch's time, unix seconds. */
  timestamp: number
}
