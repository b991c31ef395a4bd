import { describe, expect, it } from 'vitest'
import { inboxRefs, ledgerRefs } from '#server/credentials/explorer/readTx.ts'
import { txFields, walletField } from '#server/credentials/explorer/txFields.ts'
import { newAccount } from '#server/rollup/protocol/constants.gen.ts'
import { inboxTx } from '#server/rollup/protocol/tx/inboxTx.ts'
import { ledgerTx, type SignedLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import { walletWord } from '#server/rollup/protocol/tx/openAccount.ts'
import { solanaWallet } from '#tests/support/members.ts'
import { sampleOf } from '#tests/support/txSamples.ts'

const signature = { s: 1n, e: 1n }
const beside = new Set(['kind', 'account', 'nonce', 'fee', 'authoriser', 'targetSignature'])
const ledger = ledgerTx.options.map(({ shape }) => ({ ...sampleOf(shape), signature }) as SignedLedgerTx)
const inbox = inboxTx.options.map(({ shape }) => inboxTx.parse(sampleOf(shape)))

describe('the fields of a tx', () => {
  it.each([...ledgerTx.options, ...inboxTx.options].map(({ shape }) => [String(sampleOf(shape).kind), shape] as const))(
    '%s are all there, by the names of its schema, each once',
    (_, shape) => {
      const tx = { ...sampleOf(shape), signature } as SignedLedgerTx
      const expected = Object.keys(shape).filter((name) => !beside.has(name))
      expect(txFields(tx).map(({ name }) => name)).toEqual(expected)
    },
  )

  it('have the token that each amount is of', () => {
    const withdraw = { ...ledger.find(({ kind }) => kind === 'withdraw'), token: 3, amount: 5n } as SignedLedgerTx
    expect(txFields(withdraw)).toContainEqual({ name: 'amount', type: 'amount', value: '5', token: 3 })
    const opening = { ...inbox.find(({ kind }) => kind === 'openQuest'), rewardToken: 4, pool: 9n, feePool: 2n } as never
    expect(txFields(opening)).toEqual(
      expect.arrayContaining([
        { name: 'pool', type: 'amount', value: '9', token: 4 },
        { name: 'feePool', type: 'amount', value: '2', token: 0 },
      ]),
    )
  })
})

describe('a wallet word', () => {
  it('is the address of an EVM wallet', () => {
    expect(walletField('wallet', 0xabcn)).toEqual({ name: 'wallet', type: 'wallet', value: `eip155:0x${'abc'.padStart(40, '0')}` })
  })

  it('of a Solana wallet is a digest, and named when the wallet is known', () => {
    const { id } = solanaWallet()
    expect(walletField('wallet', walletWord(id))).toMatchObject({ type: 'hex', value: expect.stringMatching(/^0x00[0-9a-f]{62}$/) })
    expect(walletField('wallet', walletWord(id), [solanaWallet().id, id])).toEqual({ name: 'wallet', type: 'wallet', value: id })
  })

  it('0 is none', () => expect(walletField('second', 0n).value).toBe('0'))
})

it('a tx names its account, and a deposit for a new one names none', () => {
  expect(ledger.map((tx) => ledgerRefs(tx).account)).toEqual(ledger.map(({ kind }) => (kind === 'revoke' ? null : 0)))
  const [deposit] = inbox.filter(({ kind }) => kind === 'deposit')
  if (!deposit) throw new Error('no deposit')
  expect(inboxRefs(deposit).account).toBe(0)
  expect(inboxRefs({ ...deposit, account: newAccount }).account).toBeNull()
})
