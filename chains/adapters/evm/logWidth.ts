/** How many blocks one log query may ask for, as this endpoint has shown so far. */
export type LogWidth = {
  readonly blocks: bigint
  /** A query over so many blocks was answered. */
  answered(blocks: bigint): void
  /** A query over so many blocks was too much. */
  refused(blocks: bigint): void
}

/** After so many answers in a row a wider question is tried again. */
const patience = 8

/**
 * Starts at the chain's limit, halves below what an endpoint refused (too many results, too large an answer, no answer in time), and doubles again after a
 * row of answers at the full width.
 */
export function createLogWidth(limit: number): LogWidth {
  const most = BigInt(limit)
  let blocks = most
  let row = 0
  return {
    get blocks() {
      return blocks
    },
    answered(asked) {
      row = asked >= blocks ? row + 1 : row
      if (row < patience || blocks === most) return
      row = 0
      blocks = blocks * 2n < most ? blocks * 2n : most
    },
    refused(asked) {
      row = 0
      const half = asked / 2n
      if (half < blocks) blocks = half > 0n ? half : 1n
    },
  }
}
