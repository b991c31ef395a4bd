import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pickTxs, type WaitingMint } from '#server/rollup/sequencer/pick.ts'

const capacity = { mints: 27, opens: 9, groups: 2 }
const mint = (id: number, questIndex: number, wallet = `eip155:0x${id}`): WaitingMint => ({
  id: String(id),
  payload: { credentialId: `c${id}`, accountId: `a${id}`, wallet, questIndex, evidenceDigest: '0x00' },
})

describe('pickTxs', () => {
  it('takes the oldest, groups by quest and opens accounts for new wallets', () => {
    const pick = pickTxs(capacity, new Set(['eip155:0x2']), { opens: [], mints: [mint(1, 7), mint(2, 8), mint(3, 7)] })
    expect(pick.groups.map(({ quest, mints }) => [quest, mints.map(({ id }) => id)])).toEqual([
      [7, ['1', '3']],
      [8, ['2']],
    ])
    expect(pick.opens.map(({ wallet }) => wallet)).toEqual(['eip155:0x1', 'eip155:0x3'])
  })

  it('leaves a third quest to the next batch', () => {
    const pick = pickTxs(capacity, new Set(), { opens: [], mints: [mint(1, 1), mint(2, 2), mint(3, 3), mint(4, 1)] })
    expect(pick.groups.map(({ quest }) => quest)).toEqual([1, 2])
    expect(pick.opens).toHaveLength(3)
  })

  it('opens a wallet once, whoever asks for it', () => {
    const open = { id: 'o', payload: { wallet: 'eip155:0x1' } }
    const pick = pickTxs(capacity, new Set(), { opens: [open], mints: [mint(1, 1), mint(2, 2, 'eip155:0x1')] })
    expect(pick.opens).toEqual([{ wallet: 'eip155:0x1', txId: 'o' }])
    expect(pick.groups).toHaveLength(2)
  })

  it('never exceeds the circuit and never drops an older mint of a quest for a newer one', () => {
    const waiting = fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 60 })), { maxLength: 80 })
    fc.assert(
      fc.property(waiting, fc.array(fc.integer({ min: 0, max: 60 })), (pairs, knownIds) => {
        const mints = pairs.map(([quest, wallet], id) => mint(id, quest, `eip155:0x${wallet}`))
        const known = new Set(knownIds.map((id) => `eip155:0x${id}`))
        const pick = pickTxs(capacity, known, { opens: [], mints })
        expect(pick.groups.length).toBeLessThanOrEqual(capacity.groups)
        expect(pick.opens.length).toBeLessThanOrEqual(capacity.opens)
        expect(pick.groups.reduce((sum, group) => sum + Math.ceil(group.mints.length / 9) * 9, 0)).toBeLessThanOrEqual(capacity.mints)
        const opened = new Set(pick.opens.map(({ wallet }) => wallet))
        for (const group of pick.groups) {
          const ids = group.mints.map(({ id }) => Number(id))
          expect(ids).toEqual([...ids].sort((a, b) => a - b))
          for (const { payload } of group.mints) expect(known.has(payload.wallet) || opened.has(payload.wallet)).toBe(true)
        }
        if (mints.length > 0) expect(pick.groups.length).toBeGreaterThan(0)
      }),
    )
  })
})
