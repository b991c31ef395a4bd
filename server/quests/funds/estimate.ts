/** Who shares a quest's fee, in basis points. */
export type Shares = { creator: number; publisher: number; referrer: number }

/** What a quest costs, as its author writes it. Amounts in the smallest unit: rewards of the token, fees always of the slot's coin (token 0). */
export type Priced = {
  supply: number
  token: number
  rewardPerMint: bigint
  /** For each completion, all shares in it. */
  feePerMint: bigint
  split: Shares | null
  /** Best tier first; prizes are paid in the coin. */
  prizes: readonly { places: number; perWinner: bigint }[]
}

/** The parts of one completion's fee. `creator` is the project itself, so nothing moves; `slot` is what the quest's leaf says and a leader is paid. */
export type FeeParts = { slot: bigint; publisher: bigint; referrer: bigint; creator: bigint }

/**
 * Divides a fee: each share is rounded down, and the slot's part is all that is left, so the parts are the fee to the last unit.
 */
export function feeParts(fee: bigint, split: Shares | null): FeeParts {
  const part = (points: number) => (fee * BigInt(points)) / 10_000n
  const [creator, publisher, referrer] = [split?.creator ?? 0, split?.publisher ?? 0, split?.referrer ?? 0].map(part) as [
    bigint,
    bigint,
    bigint,
  ]
  return { slot: fee - creator - publisher - referrer, creator, publisher, referrer }
}

export type Estimate = {
  /** Completions that the pools pay from the start. */
  places: number
  /** Goes into the quest's pool, in its token. */
  rewards: bigint
  /** Goes into the quest's fee pool, in the coin. */
  fees: bigint
  /** Goes into the pools of the quests that pay the prizes, in the coin. */
  prizes: bigint
  /** May become due to publishers and referrers afterwards, in the coin; stays in the vault until then. */
  shares: bigint
  /** What the vault must hold at the launch, by token; nothing is in it that is 0. */
  needed: { token: number; amount: bigint }[]
}

/** What a quest costs when its pools pay this many completions from the start; left out: all. Prizes are paid whole. */
export function estimate(priced: Priced, places = priced.supply): Estimate {
  const { slot, publisher, referrer } = feeParts(priced.feePerMint, priced.split)
  const count = BigInt(places)
  const rewards = priced.rewardPerMint * count
  const fees = slot * count
  const prizes = priced.prizes.reduce((sum, prize) => sum + prize.perWinner * BigInt(prize.places), 0n)
  const coins = fees + prizes + (priced.token === 0 ? rewards : 0n)
  const needed = [
    { token: 0, amount: coins },
    { token: priced.token, amount: priced.token === 0 ? 0n : rewards },
  ].filter(({ amount }) => amount > 0n)
  return { places, rewards, fees, prizes, shares: (publisher + referrer) * count, needed }
}

/** What is missing where this much is there, by token. */
export const missing = (needed: Estimate['needed'], available: (token: number) => bigint): Estimate['needed'] =>
  needed.map(({ token, amount }) => ({ token, amount: amount - available(token) })).filter(({ amount }) => amount > 0n)

/** A quest's pools as its leaf has them. */
export type Pools = { minted: bigint; pool: bigint; feePool: bigint; rewardPerMint: bigint; feePerMint: bigint }

/**
 * How many completions a quest's pools pay in all, those that were minted among them; null = without a limit, since nothing is paid. Mints move none of
 * it, funding adds to it, closing leaves those that were minted.
 */
export function fundedPlaces({ minted, pool, feePool, rewardPerMint, feePerMint }: Pools): bigint | null {
  const left = [...(rewardPerMint > 0n ? [pool / rewardPerMint] : []), ...(feePerMint > 0n ? [feePool / feePerMint] : [])]
  const [least] = left.toSorted((a, b) => (a < b ? -1 : 1))
  return least === undefined ? null : minted + least
}
