import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimate, feeParts, fundedPlaces, missing, type Priced } from '#server/quests/funds/estimate.ts'
import { lastsFor } from '#server/quests/funds/readFunds.ts'

const amount = fc.bigInt({ min: 0n, max: 10n ** 24n })
const split = fc
  .tuple(fc.nat(10_000), fc.nat(10_000), fc.nat(10_000))
  .map(([a, b, c]) => ({ creator: Math.floor(a / 3), publisher: Math.floor(b / 3), referrer: Math.floor(c / 3) }))
const priced: fc.Arbitrary<Priced> = fc.record({
  supply: fc.integer({ min: 1, max: 1_000_000 }),
  token: fc.constantFrom(0, 3),
  rewardPerMint: amount,
  feePerMint: amount,
  split: fc.option(split),
  prizes: fc.array(fc.record({ places: fc.integer({ min: 1, max: 10_000 }), perWinner: amount }), { maxLength: 10 }),
})
const plain: Priced = { supply: 100, token: 0, rewardPerMint: 5n, feePerMint: 3n, split: null, prizes: [{ places: 2, perWinner: 50n }] }

describe('what a quest costs', () => {
  it('is its places, their fees and its prizes', () => {
    expect(estimate(plain)).toEqual({
      ...{ places: 100, rewards: 500n, fees: 300n, prizes: 100n, shares: 0n },
      needed: [{ token: 0, amount: 900n }],
    })
    expect(estimate(plain, 10)).toMatchObject({ rewards: 50n, fees: 30n, prizes: 100n, needed: [{ token: 0, amount: 180n }] })
    expect(estimate({ ...plain, token: 3 }).needed).toEqual([
      { token: 0, amount: 400n },
      { token: 3, amount: 500n },
    ])
    expect(estimate({ ...plain, rewardPerMint: 0n, feePerMint: 0n, prizes: [] }).needed).toEqual([])
  })

  it('loses no wei: the parts of a fee are the fee, whatever the shares', () => {
    fc.assert(
      fc.property(amount, fc.option(split), (fee, shares) => {
        const parts = feeParts(fee, shares)
        expect(parts.slot + parts.creator + parts.publisher + parts.referrer).toBe(fee)
        for (const part of Object.values(parts)) expect(part).toBeGreaterThanOrEqual(0n)
      }),
    )
  })

  it('is needed to the wei: what goes into the pools is what the vault must hold', () => {
    fc.assert(
      fc.property(priced, fc.integer({ min: 1, max: 1_000_000 }), (quest, places) => {
        const cost = estimate(quest, places)
        const sum = cost.needed.reduce((total, { amount: one }) => total + one, 0n)
        expect(sum).toBe(cost.rewards + cost.fees + cost.prizes)
        const half = (token: number) => (cost.needed.find((one) => one.token === token)?.amount ?? 0n) / 2n
        for (const { token, amount: lacking } of missing(cost.needed, half))
          expect(lacking + half(token)).toBe(cost.needed.find((one) => one.token === token)?.amount)
        expect(missing(cost.needed, () => sum)).toEqual([])
      }),
    )
  })

  it('pays as many places as were paid for, however many are minted', () => {
    fc.assert(
      fc.property(priced, fc.nat(1000), fc.nat(1000), (quest, places, minted) => {
        const [reward, fee] = [quest.rewardPerMint + 1n, feeParts(quest.feePerMint, quest.split).slot]
        const done = BigInt(Math.min(minted, places))
        const pools = { minted: done, rewardPerMint: reward, feePerMint: fee }
        const left = BigInt(places) - done
        expect(fundedPlaces({ ...pools, pool: reward * left, feePool: fee * left })).toBe(BigInt(places))
        // A unit short of one more place is a place less.
        if (left > 0n) expect(fundedPlaces({ ...pools, pool: reward * left - 1n, feePool: fee * left })).toBe(BigInt(places) - 1n)
      }),
    )
    expect(fundedPlaces({ minted: 7n, pool: 0n, feePool: 0n, rewardPerMint: 0n, feePerMint: 0n })).toBeNull()
    expect(fundedPlaces({ minted: 7n, pool: 100n, feePool: 2n, rewardPerMint: 10n, feePerMint: 1n })).toBe(9n)
  })

  it('lasts for what is left, never for more places than there are', () => {
    expect(lastsFor(10n, { completed: 4, supply: 100 })).toBe(6)
    expect(lastsFor(10n, { completed: 4, supply: 8 })).toBe(4)
    expect(lastsFor(3n, { completed: 4, supply: 8 })).toBe(0)
  })
})
