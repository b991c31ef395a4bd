import { ed25519 } from '@noble/curves/ed25519.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { describe, expect, it } from 'vitest'
import { choosePayee, type PayeeChoice } from '#server/rollup/escape/payee.ts'
import { openedAccount } from '#server/rollup/protocol/leaves.ts'
import { derivePublicKey, verify } from '#server/rollup/protocol/schnorr.ts'
import { solanaDigest } from '#server/rollup/protocol/tx/openAccount.ts'
import { toHex } from '#server/shared/bytes.ts'
import { isCairnError } from '#server/shared/errors.ts'
import { toyHasher } from '#tests/support/slotFixture.ts'

const to = '0x00000000000000000000000000000000000c405e' as const
const messages = { text: 'Cairn escape\npay to: me', message: 77n }
const [oldKey, nextKey] = [derivePublicKey(5n), derivePublicKey(6n)]
const solanaSecret = new Uint8Array(32).fill(3)
const publicKey = ed25519.getPublicKey(solanaSecret)

const evmLeaf = { ...openedAccount({ evm: 0xabcn }), keyX: oldKey.x, keyY: oldKey.y }
const solanaLeaf = openedAccount({ solanaDigest: solanaDigest(publicKey) })
const choose = (leaf: typeof evmLeaf, choice: PayeeChoice, now = 100) =>
  choosePayee({ hasher: toyHasher }, { account: 4, leaf, messages, now }, choice)
const refusal = (leaf: typeof evmLeaf, choice: PayeeChoice, now = 100) => {
  try {
    choose(leaf, choice, now)
    return null
  } catch (error) {
    return isCairnError(error) ? error : null
  }
}

describe('who is paid', () => {
  it('is the account’s own EVM wallet without a signature, also when it is named', () => {
    const own = `0x${'abc'.padStart(40, '0')}` as const
    expect(choose(evmLeaf, {})).toMatchObject({ to: own, signature: '0x' })
    expect(choose(evmLeaf, { to: own.toUpperCase().replace('0X', '0x') as typeof own })).toMatchObject({ to: own, signature: '0x' })
  })

  it('is whom the good spend key signs for: not the old one while a replacement is under way, the new one from its time on', () => {
    const signature = (choice: PayeeChoice, leaf = evmLeaf, now = 100) => {
      const bytes = choose(leaf, choice, now).signature
      return { s: BigInt(bytes.slice(0, 66)), e: BigInt(`0x${bytes.slice(66)}`) }
    }
    expect(verify(toyHasher, oldKey, messages.message, signature({ to, spendKey: 5n }))).toBe(true)
    expect(refusal(evmLeaf, { to, spendKey: 6n })?.code).toBe('escape.payee')
    const replacing = { ...evmLeaf, pendingKeyX: nextKey.x, pendingKeyY: nextKey.y, pendingAt: 200n }
    expect(refusal(replacing, { to, spendKey: 5n }, 199)?.code).toBe('escape.payee')
    expect(refusal(replacing, { to, spendKey: 6n }, 199)?.code).toBe('escape.payee')
    expect(refusal(replacing, { to, spendKey: 5n }, 200)?.code).toBe('escape.payee')
    expect(verify(toyHasher, nextKey, messages.message, signature({ to, spendKey: 6n }, replacing, 200))).toBe(true)
  })

  it('is whom the Solana wallet signs for, by exactly the text', () => {
    const sign = (text: string) => ed25519.sign(utf8ToBytes(text), solanaSecret)
    expect(refusal(solanaLeaf, {})?.meta.text).toBeUndefined()
    expect(refusal(solanaLeaf, { to })?.meta.text).toBe(messages.text)
    const good = { publicKey, signature: sign(messages.text) }
    expect(choose(solanaLeaf, { to, solana: good })).toEqual({ to, solanaKey: toHex(publicKey), signature: toHex(good.signature) })
    expect(refusal(solanaLeaf, { to, solana: { publicKey, signature: sign('another text') } })?.code).toBe('escape.payee')
    expect(refusal(solanaLeaf, { to, solana: { publicKey, signature: good.signature.slice(1) } })?.code).toBe('escape.payee')
    const stranger = ed25519.getPublicKey(new Uint8Array(32).fill(4))
    expect(refusal(solanaLeaf, { to, solana: { ...good, publicKey: stranger } })?.code).toBe('escape.payee')
    // An EVM account has no Solana wallet to sign.
    expect(refusal(evmLeaf, { to, solana: good })?.code).toBe('escape.payee')
    expect(refusal(evmLeaf, { to })?.meta.text).toBeUndefined()
  })
})
