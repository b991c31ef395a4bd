import { keccak_256 } from '@noble/hashes/sha3.js'
import { base58 } from '@scure/base'
import { describe, expect, it } from 'vitest'
import { depositTx } from '#server/rollup/protocol/tx/deposit.ts'
import { ledgerTx, signedLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import { mintGroup, mintGroupMessage } from '#server/rollup/protocol/tx/mint.ts'
import { accountOf, openAccountTx, walletWord } from '#server/rollup/protocol/tx/openAccount.ts'
import { openQuestTx } from '#server/rollup/protocol/tx/openQuest.ts'
import { toBigInt } from '#server/shared/bytes.ts'
import { deposit, openQuest, toyHasher } from '#tests/support/slotFixture.ts'

describe('openAccount', () => {
  const key = new Uint8Array(32).fill(7)

  it('names one wallet by one word', () => {
    expect(walletWord('eip155:0x00000000000000000000000000000000000000ff')).toBe(255n)
    const digest = toBigInt(keccak_256(key).slice(0, 31))
    expect(walletWord(`solana:${base58.encode(key)}`)).toBe((1n << 248n) + digest)
    expect(accountOf((1n << 248n) + digest)).toMatchObject({ evm: 0n, solanaDigest: digest, movedTo: 0n })
    expect(accountOf(255n)).toMatchObject({ evm: 255n, solanaDigest: 0n })
  })

  it.each([
    'eip155:0x0000000000000000000000000000000000000000',
    'eip155:0xff',
    'eip155:1:0x00',
    `solana:${base58.encode(key.slice(1))}`,
    'solana:0',
    '',
  ])('refuses the id %j', (id) => {
    expect(() => walletWord(id)).toThrowError(expect.objectContaining({ code: 'rollup.malformed' }))
  })

  it.each([0n, 1n << 160n, 1n << 248n, 1n << 249n, (2n << 248n) + 5n])('opens nothing for the word %s', (word) => {
    expect(accountOf(word)).toBeNull()
  })
})

describe('schemas', () => {
  it('read what JSON can carry', () => {
    expect(openAccountTx.parse({ wallet: '255' })).toEqual({ wallet: 255n })
    expect(depositTx.parse({ ...deposit(1, 5n), amount: '5', authoriser: '2748', wallet: '0' })).toEqual(deposit(1, 5n))
    expect(openQuestTx.parse(openQuest())).toEqual(openQuest())
    const transfer = { kind: 'transfer', account: 1, nonce: 2, fee: '3', to: 4, token: 5, amount: '6', signature: { s: '7', e: '8' } }
    expect(signedLedgerTx.parse(transfer)).toEqual({ ...transfer, fee: 3n, amount: 6n, signature: { s: 7n, e: 8n } })
    const group = { quest: 1, accounts: [2], evidenceRoot: '3', validUntil: 4, signature: { s: '5', e: '6' } }
    expect(mintGroup.parse(group)).toMatchObject({ evidenceRoot: 3n, signature: { s: 5n, e: 6n } })
  })

  it.each([
    ['a negative amount', depositTx, { ...deposit(1, -1n) }],
    ['an amount of 97 bits', depositTx, { ...deposit(1, 1n << 96n) }],
    ['a number in hex', depositTx, { ...deposit(1, 1n), amount: '0x5' }],
    ['an unknown field', openAccountTx, { wallet: '1', key: 1 }],
    ['a ledger tx without signature', signedLedgerTx, { kind: 'closeQuest', account: 1, nonce: 2, fee: 0n, quest: 4 }],
    ['a revoke with an account', ledgerTx, { kind: 'revoke', account: 1, credential: 2, reason: 3 }],
    ['a nonce of 33 bits', ledgerTx, { kind: 'closeQuest', account: 1, nonce: 2 ** 32, fee: 0n, quest: 4 }],
    ['a fee of 97 bits', ledgerTx, { kind: 'closeQuest', account: 1, nonce: 2, fee: 1n << 96n, quest: 4 }],
    ['a kind of the inbox', ledgerTx, deposit(1, 1n)],
    ['a quest of 22 bits', openQuestTx, openQuest({ quest: 2 ** 21 })],
  ])('refuse %s', (_, schema, value) => {
    expect(schema.safeParse(value).success).toBe(false)
  })
})

describe('the issuer’s message', () => {
  const group = { domain: 1n, quest: 2, groupNonce: 3n, accounts: [4, 5], evidenceRoot: 6n, validUntil: 7 }

  it('depends on every field and on the order of the members', () => {
    const others = [
      { domain: 9n },
      { quest: 9 },
      { groupNonce: 9n },
      { accounts: [5, 4] },
      { accounts: [4, 5, 0] },
      { evidenceRoot: 9n },
      { validUntil: 9 },
    ]
    const messages = [{}, ...others].map((other) => mintGroupMessage(toyHasher, { ...group, ...other }))
    expect(new Set(messages).size).toBe(messages.length)
  })

  it('folds the account words from 0', () => {
    const folded = toyHasher.hash(13, [
      toyHasher.hash(13, [0n, [0, 1, 2, 3, 4, 5, 6, 7, 8].reduce((word, i) => word + (BigInt(i) << BigInt(26 * i)), 0n)]),
      9n,
    ])
    const accounts = Array.from({ length: 10 }, (_, i) => i)
    expect(mintGroupMessage(toyHasher, { ...group, accounts })).toBe(toyHasher.hash(12, [1n, 2n, 3n, 10n, 6n, folded, 7n]))
  })
})
