import type { Hex } from '#server/shared/bytes.ts'

/** Where the third-party contracts of the sample quests are. */
export type LocalContracts = {
  /** CAIP-2 ids of the chains. */
  appA: string
  appB: string
  solana: string
  weth: Hex
  /** The test dollar, six decimals. */
  usd: Hex
  /** Uniswap V3 pool of WETH and the test dollar. */
  pool: Hex
  eas: Hex
  /** UID of the attestation schema. */
  schema: Hex
  /** OpenZeppelin ERC-721. */
  stone: Hex
}
