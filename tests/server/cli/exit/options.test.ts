import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { base58 } from '@scure/base'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readExitOptions } from '#server/cli/exit/options.ts'
import { walletWord } from '#server/rollup/protocol/tx/openAccount.ts'
import { toHex, toHex32 } from '#server/shared/bytes.ts'
import { isCairnError } from '#server/shared/errors.ts'

const rollup = '0x5fbdb2315678afecb367f032d93f642f64180aa3'
const to = '0x00000000000000000000000000000000000c405e'
const solana = base58.encode(new Uint8Array(32).fill(9))
const signature = new Uint8Array(64).fill(7)
const base = ['--rpc', 'http://127.0.0.1:1', '--rollup', rollup]

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-options-'))
  writeFileSync(join(folder, 'gas.key'), `${toHex32(77n)}\n`)
  writeFileSync(join(folder, 'zero.key'), toHex32(0n))
  writeFileSync(join(folder, 'short.key'), '0x1234')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const read = (...more: string[]) => readExitOptions([...base, ...more], folder)

describe('options of exit', () => {
  it('name who leaves, who is paid and who pays the gas', () => {
    expect(read()).toMatchObject({ rollup, who: null, key: null, freeze: false, dryRun: false, json: false })
    expect(read('--account', '0', '--key-file', 'gas.key').key).toBe(toHex32(77n))
    expect(read('--account', '12').who).toEqual({ account: 12 })
    expect(read('--wallet', solana).who).toEqual({ word: walletWord(`solana:${solana}`) })
    expect(read('--wallet', to).who).toEqual({ word: BigInt(to) })
    expect(read('--account', '1', '--to', to, '--spend-key-file', join(folder, 'gas.key')).choice).toMatchObject({ to, spendKey: 77n })
  })

  it.each([base58.encode(signature), toHex(signature), Buffer.from(signature).toString('base64')])(
    'take a Solana signature as wallets print it: %s',
    (printed) => {
      expect(read('--wallet', solana, '--to', to, '--solana-signature', printed).choice.solana?.signature).toEqual(signature)
      const byAccount = read('--account', '1', '--to', to, '--solana-key', solana, '--solana-signature', printed)
      expect(byAccount.choice.solana?.publicKey).toEqual(base58.decode(solana))
    },
  )

  it.each<[string, string[]]>([
    ['rpc', ['--rpc', 'nowhere']],
    ['rollup', ['--rollup', '0x12']],
    ['rollup', ['--rollup', `0x${'0'.repeat(40)}`]],
    ['rollup', ['--rollup', '0x5FbDB2315678afecb367f032d93F642f64180aA4']],
    ['account', ['--account=-1']],
    ['account', ['--account', '1e3']],
    ['account', ['--account', '43046721']],
    ['account', ['--account', '1', '--wallet', to]],
    ['wallet', ['--wallet', '0x12']],
    ['wallet', ['--wallet', 'no wallet\0']],
    ['to', ['--to', solana]],
    ['from-block', ['--from-block', '0x10']],
    ['key-file', ['--key-file', 'nothing.key']],
    ['key-file', ['--key-file', 'short.key']],
    ['spend-key-file', ['--spend-key-file', 'zero.key']],
    ['solana-signature', ['--wallet', solana, '--solana-signature', 'abc']],
    ['solana-key', ['--account', '1', '--solana-signature', toHex(signature)]],
    ['options', ['--nonsense']],
    ['options', ['positional']],
    ['options', ['--to']],
  ])('are refused naming --%s: %j', (field, options) => {
    const thrown = () => {
      try {
        return read(...options)
      } catch (error) {
        return error
      }
    }
    const error = thrown()
    expect(isCairnError(error) && [error.code, error.meta.field]).toEqual(['input.invalid', field])
    // A key never appears in a message.
    expect(String(error)).not.toContain('1234')
  })
})
