import type { Priced, Shares } from '#server/quests/funds/estimate.ts'

/** The parts of a draft that say what it costs. Any of them may be missing or broken while somebody writes. */
export type PricedDocument = {
  definition: Record<string, unknown>
  supply?: unknown
  rewardPerMint?: unknown
  feePerMint?: unknown
}

const amount = (value: unknown): bigint => (typeof value === 'string' && /^(?:0|[1-9]\d{0,27})$/.test(value) ? BigInt(value) : 0n)
const count = (value: unknown): number => (typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : 0)
const isRecord = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object'

/** What a draft costs as far as it can be read; what is broken counts as nothing, and its own field says so. */
export function priceOf({ definition, supply, rewardPerMint, feePerMint }: PricedDocument): Priced {
  return {
    ...{ supply: count(supply), token: 0, rewardPerMint: amount(rewardPerMint), feePerMint: amount(feePerMint) },
    split: isRecord(definition.split) ? sharesOf(definition.split) : null,
    prizes: isRecord(definition.prize) ? prizesOf(definition.prize) : [],
  }
}

function sharesOf(split: Record<string, unknown>): Shares | null {
  const [creator, publisher, referrer] = [count(split.creator), count(split.publisher), count(split.referrer)]
  return creator + publisher + referrer <= 10_000 ? { creator, publisher, referrer } : null
}

function prizesOf({ mode, winners, perWinner, tiers }: Record<string, unknown>): Priced['prizes'] {
  if (mode === 'raffle') return [{ places: count(winners), perWinner: amount(perWinner) }]
  if (!Array.isArray(tiers)) return []
  return tiers.filter(isRecord).map((tier) => ({ places: count(tier.places), perWinner: amount(tier.perWinner) }))
}

/** Whether a draft has to be paid for before it can be launched. */
export function costsMoney(document: PricedDocument): boolean {
  const { rewardPerMint, feePerMint, prizes } = priceOf(document)
  return rewardPerMint > 0n || feePerMint > 0n || prizes.some(({ places, perWinner }) => places > 0 && perWinner > 0n)
}
