import { afterAll, expect, it } from 'vitest'
import { P } from '#server/rollup/protocol/field.ts'
import { derivePublicKey } from '#server/rollup/protocol/schnorr.ts'
import { decodeLedgerTx, encodeLedgerTx, signLedgerTx } from '#server/rollup/protocol/tx/ledgerTx.ts'
import { CheckPool } from '#server/rollup/sequencer/checkPool.ts'
import { checkTxs, type TxCheck } from '#server/rollup/sequencer/checkTxs.ts'
import { fastHasher as hasher } from '#server/rollup/state/fastHash.ts'

const domain = 77n
const pool = new CheckPool(domain, 2)
afterAll(() => pool.close())
/** Threads take a while to start on a busy machine. */
const patience = 60_000

const checkOf = (account: number, key: TxCheck['key'] = derivePublicKey(5n)): TxCheck => {
  const tx = { kind: 'withdraw', account, nonce: 3, fee: 0n, token: 0, amount: 9n, recipient: 0xabcn } as const
  const words = encodeLedgerTx(signLedgerTx(hasher, tx, { domain, secret: 5n }))
  return { words, key, signature: decodeLedgerTx(words).signature }
}

it(
  'answers in order what the same checks answer without threads',
  async () => {
    const checks = [checkOf(1), checkOf(2, derivePublicKey(6n)), checkOf(3, null), checkOf(4), checkOf(5)]
    const answers = await Promise.all([pool.check(checks), pool.check(checks.slice(1)), pool.check([])])
    expect(answers[0]).toEqual(checkTxs({ hasher, domain }, checks))
    expect(answers[0]?.map(({ holds }) => holds)).toEqual([true, false, false, true, true])
    expect(answers[1]).toEqual(answers[0]?.slice(1))
    expect(answers[2]).toEqual([])
  },
  patience,
)

it(
  'fails what a broken check cannot answer, and answers the next',
  async () => {
    const broken = { ...checkOf(1), words: [P] }
    await expect(pool.check([broken, broken])).rejects.toMatchObject({ code: 'internal' })
    expect(await pool.check([checkOf(1)])).toMatchObject([{ holds: true }])
  },
  patience,
)

it(
  'starts a thread again after it ended',
  async () => {
    await pool.close()
    expect(await pool.check([checkOf(1), checkOf(2)])).toMatchObject([{ holds: true }, { holds: true }])
  },
  patience,
)
