import { readFileSync } from 'node:fs'
import { address, getAddressEncoder, getProgramDerivedAddress } from '@solana/kit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DecodedTransaction, decodeTransaction, type RawTransaction } from '#chains/adapters/solana/decodeTransaction.ts'
import { associatedTokenAddress, derivedAddress } from '#chains/adapters/solana/derivedAddress.ts'
import { programs } from '#chains/adapters/solana/programs.ts'
import { tokenAccount } from '#chains/adapters/solana/readAccounts.ts'
import { readTransfers } from '#chains/adapters/solana/readTransfers.ts'

/** `getTransaction` as the test validator answered it, for transactions like those of the chain tests. */
type Recorded = Record<string, { who: Record<string, string>; answer: RawTransaction }>
const recorded = JSON.parse(readFileSync(new URL('./solanaTransactions.json', import.meta.url), 'utf8')) as Recorded
const sol = 1_000_000_000n

function given(name: string) {
  const { who, answer } = recorded[name] ?? { who: {}, answer: undefined }
  if (!answer) throw new Error(`no recorded transaction ${name}`)
  const decoded = decodeTransaction(answer)
  return { who, answer, decoded, transfers: readTransfers(decoded) }
}

describe('a recorded transaction', () => {
  it('legacy: two signers, a transfer, a memo', () => {
    const { who, decoded, transfers } = given('legacy')
    expect(decoded).toMatchObject({ success: true, signers: [who.ann, who.bob], writable: [who.ann, who.shop] })
    expect(decoded.instructions.map(({ programId, depth, data }) => [programId, depth, data])).toEqual([
      [programs.system, 1, '0x0200000000ca9a3b00000000'],
      ['MemoSq4gqABAXKb96qnH8TysNcWxMyWCqXgDLGmfcHr', 1, '0x676d'],
    ])
    expect(transfers).toEqual([{ source: who.ann, destination: who.shop, amount: sol }])
    expect(decoded.changes).toEqual([
      { owner: who.ann, amount: -sol - 10_000n },
      { owner: who.shop, amount: sol },
    ])
  })

  it('failed: what it tried is there, nothing moved', () => {
    const { decoded, transfers } = given('failed')
    expect(decoded.success).toBe(false)
    expect(decoded.instructions.length).toBe(2)
    expect(transfers.map(({ amount }) => amount)).toEqual([sol, 1000n * sol])
    expect(decoded.changes).toEqual([])
  })

  it('versioned: accounts of a lookup table', () => {
    const { who, answer, decoded, transfers } = given('lookup table')
    expect(answer.transaction.message.accountKeys).not.toContain(who.shop)
    expect(decoded.writable).toContain(who.shop)
    expect(decoded.instructions).toMatchObject([{ accounts: [who.ann, who.shop] }])
    expect(transfers).toEqual([{ source: who.ann, destination: who.shop, amount: 2n * sol }])
  })

  it('inner instructions in the order of execution; funding an account is no transfer', () => {
    const { who, decoded, transfers } = given('opened account')
    expect(decoded.instructions.map(({ index, depth }) => [index, depth])).toEqual([
      [0, 1],
      [1, 2],
      [2, 2],
      [3, 2],
      [4, 2],
    ])
    expect(decoded.instructions[4]).toMatchObject({ programId: programs.token, accounts: [who.account, who.mint] })
    expect(transfers).toEqual([])
    expect(associatedTokenAddress(who.bob ?? '', who.mint ?? '', programs.token)).toBe(who.account)
  })

  it('a batch of token transfers', () => {
    const { who, decoded, transfers } = given('batch')
    const both = { source: who.ann, destination: who.bob, mint: who.mint }
    expect(transfers).toEqual([
      { ...both, amount: 25n },
      { ...both, amount: 5n },
    ])
    expect(decoded.changes).toEqual(expect.arrayContaining([{ owner: who.bob, mint: who.mint, amount: 30n }]))
  })

  it('a fee on transfers, said by the instruction or only seen in the balance', () => {
    const { who, transfers } = given('transfer fee')
    const both = { source: who.ann, destination: who.bob, mint: who.mint }
    expect(transfers).toEqual([
      { ...both, amount: 10_000n, received: 9_900n },
      { ...both, amount: 5_000n, received: 4_950n },
    ])
  })
})

describe('what a node may answer', () => {
  it('is refused where it contradicts itself', () => {
    const { answer } = given('opened account')
    const { transaction, meta } = answer
    expect(() => decodeTransaction({ transaction, meta: { ...meta, innerInstructions: null } })).toThrow('inner instructions')
    const [first, ...others] = transaction.message.instructions
    const wrong = { message: { ...transaction.message, instructions: [{ ...first, programIdIndex: 99 }, ...others] } }
    expect(() => decodeTransaction({ transaction: wrong as never, meta })).toThrow('no account key 99')
  })

  it('never makes more arrive than was sent', () => {
    const amount = fc.bigInt({ min: 0n, max: 1000n })
    const account = fc.constantFrom('A', 'B', 'C')
    const data = fc.tuple(fc.constantFrom(3, 7, 8, 12, 14, 15), amount).map(([tag, value]) => `0x${hex(tag)}${littleEndian(value)}06`)
    const instruction = fc
      .tuple(fc.constantFrom(programs.token, programs.token2022), fc.array(account, { minLength: 2, maxLength: 4 }), data)
      .map(([programId, accounts, text]) => ({ programId, accounts, data: text, depth: 1, index: 0 }))
    const held = fc.option(fc.record({ owner: fc.constantFrom('ann', 'bob'), amount }))
    const token = fc.record({ account, mint: fc.constant('M'), before: held, after: held })
    fc.assert(
      fc.property(fc.array(instruction, { maxLength: 6 }), fc.array(token, { maxLength: 3 }), (instructions, tokens) => {
        const decoded: DecodedTransaction = { success: true, signers: [], writable: [], changes: [], instructions, tokens }
        for (const { amount: sent, received = sent } of readTransfers(decoded)) expect(received >= 0n && received <= sent).toBe(true)
        // What a transaction that failed would have kept, nobody knows.
        expect(readTransfers({ ...decoded, success: false }).some(({ received }) => received !== undefined)).toBe(false)
      }),
    )
  })
})

const hex = (byte: number) => byte.toString(16).padStart(2, '0')
const littleEndian = (value: bigint) => Array.from({ length: 8 }, (_, index) => hex(Number((value >> BigInt(8 * index)) & 255n))).join('')

describe('derived addresses', () => {
  it('are those of kit', async () => {
    const program = address(programs.token)
    const key = getAddressEncoder().encode(program)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 32 }), { maxLength: 14 }), async (seeds) => {
        const [expected] = await getProgramDerivedAddress({ programAddress: program, seeds: [...seeds, key] })
        expect(derivedAddress(program, [...seeds, Uint8Array.from(key)])).toBe(expected)
      }),
      { numRuns: 100 },
    )
  })

  it('do not exist for seeds beyond the limits', () => {
    expect(derivedAddress(programs.token, [new Uint8Array(33)])).toBeNull()
    expect(
      derivedAddress(
        programs.token,
        Array.from({ length: 16 }, () => new Uint8Array(1)),
      ),
    ).toBeNull()
  })
})

describe('a token account', () => {
  const bytes = (state: number) => {
    const data = new Uint8Array(165)
    new DataView(data.buffer).setBigUint64(64, 2n ** 64n - 1n, true)
    data[108] = state
    return data
  }
  const { token, token2022, system } = programs
  it('has its amount and whether it is frozen', () => {
    expect(tokenAccount(token, token2022, bytes(1))).toMatchObject({ amount: 2n ** 64n - 1n, frozen: false })
    expect(tokenAccount(token, token, bytes(2))).toMatchObject({ frozen: true })
  })
  it('is nothing else', () => {
    expect(tokenAccount(token, system, bytes(1))).toBeNull()
    expect(tokenAccount(token, token, bytes(0))).toBeNull()
    expect(tokenAccount(token, token, bytes(1).subarray(1))).toBeNull()
  })
})
