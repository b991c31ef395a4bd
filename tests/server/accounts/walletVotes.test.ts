import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Change, type Held, hasVote, isCarried, isOwnWill, tally, voteAfterMs } from '#server/accounts/walletVotes.ts'

const day = 86_400_000
const at = (days: number) => new Date(days * day)
const held = (address: string, days: number, primary = false): Held => ({ address, primary, linkedAt: at(days) })
const removal = (wallet: string, announcedBy: string, { on, voter = true }: { on: number; voter?: boolean }): Change => ({
  ...{ kind: 'remove' as const, wallet, announcedBy, voter, createdAt: at(on) },
})

describe('the vote of a wallet', () => {
  const wallets = [held('old', 0, true), held('young', 10)]

  it('is with the one that is here longest, however short that is', () => {
    expect(hasVote(wallets, 'old', { at: at(0), changes: [] })).toBe(true)
    expect(hasVote([held('young', 10)], 'young', { at: at(10), changes: [] })).toBe(true)
  })

  it('comes after thirty days, to the millisecond', () => {
    const votesFrom = at(10).getTime() + voteAfterMs
    expect(hasVote(wallets, 'young', { at: new Date(votesFrom - 1), changes: [] })).toBe(false)
    expect(hasVote(wallets, 'young', { at: new Date(votesFrom), changes: [] })).toBe(true)
  })

  it('never comes to one whose removal a voter asked for in that time', () => {
    const doubted = (change: Change) => !hasVote(wallets, 'young', { at: at(100), changes: [change] })
    expect(doubted(removal('young', 'old', { on: 39 }))).toBe(true)
    expect(doubted(removal('young', 'old', { on: 40 }))).toBe(false)
    expect(doubted(removal('young', 'third', { on: 20, voter: false }))).toBe(false)
    expect(doubted(removal('old', 'young', { on: 20 }))).toBe(false)
  })

  it('is nobody’s who is not here', () => {
    expect(hasVote(wallets, 'gone', { at: at(100), changes: [] })).toBe(false)
  })
})

describe('a change', () => {
  it.each([
    [{ agree: 0, object: 0 }, true],
    [{ agree: 1, object: 0 }, true],
    [{ agree: 1, object: 1 }, false],
    [{ agree: 2, object: 1 }, true],
    [{ agree: 2, object: 2 }, false],
    [{ agree: 3, object: 2 }, true],
  ])('with %o is carried out: %s', (counted, carried) => {
    expect(isCarried(counted)).toBe(carried)
  })

  it('is one’s own will when one gives up one’s own place or being primary', () => {
    const wallets = [held('a', 0, true), held('b', 1)]
    expect(isOwnWill({ kind: 'remove', wallet: 'b', announcedBy: 'b' }, wallets)).toBe(true)
    expect(isOwnWill({ kind: 'remove', wallet: 'b', announcedBy: 'a' }, wallets)).toBe(false)
    expect(isOwnWill({ kind: 'primary', wallet: 'b', announcedBy: 'a' }, wallets)).toBe(true)
    expect(isOwnWill({ kind: 'primary', wallet: 'b', announcedBy: 'b' }, wallets)).toBe(false)
  })

  /** A thief has one wallet that counts and any number that he linked lately; the owner has any number and objects. */
  it('that one thief wants is never carried out against an owner who objects', () => {
    const scene = fc.record({
      thiefDays: fc.nat(100),
      ownerDays: fc.array(fc.nat(100), { minLength: 1, maxLength: 4 }),
      added: fc.array(fc.integer({ min: 71, max: 100 }), { maxLength: 8 }),
      target: fc.nat(3),
      kind: fc.constantFrom('remove' as const, 'primary' as const),
    })
    fc.assert(
      fc.property(scene, ({ thiefDays, ownerDays, added, target, kind }) => {
        const owners = ownerDays.map((days, i) => held(`owner${i}`, days, i === 0))
        const mine = [held('thief', thiefDays), ...added.map((days, i) => held(`thief${i}`, days))]
        const wallets = [...owners, ...mine]
        const victim = owners[target % owners.length]?.address ?? ''
        // At day 100, what came after day 70 is young; the eldest may be anybody's, but a thief who has only new wallets has one that counts at most.
        const change: Change = { kind, wallet: kind === 'remove' ? victim : 'thief', announcedBy: 'thief', voter: true, createdAt: at(100) }
        const votes = [
          ...mine.map(({ address }) => ({ wallet: address, agrees: true })),
          { wallet: kind === 'remove' ? victim : 'owner0', agrees: false },
        ]
        return !isCarried(tally(change, votes, { wallets, changes: [change] }))
      }),
      { numRuns: 300 },
    )
  })
})
