import { describe, expect, it } from 'vitest'
import { randomKey, readBackup, writeBackup } from '#app/_client/money/keyBackup.ts'

const place = { chainId: 31_338, rollup: '0xABababababababababababababababababababab', account: 7 }
const passphrase = 'a heap of stones'

// Making a key out of a passphrase takes long on purpose.
describe('backup of a spend key', { timeout: 60_000 }, () => {
  it('gives the key back for its passphrase, whatever the case of the address', async () => {
    const key = randomKey()
    const file = JSON.stringify(await writeBackup(key, passphrase, place))
    expect(file).not.toContain(key.secret.toString(16))
    expect(await readBackup(file, passphrase, { ...place, rollup: place.rollup.toLowerCase() })).toEqual({ key })
  })

  it('is different each time', async () => {
    const key = randomKey()
    const [one, two] = [await writeBackup(key, passphrase, place), await writeBackup(key, passphrase, place)]
    expect(one.cipher.data).not.toBe(two.cipher.data)
    expect(randomKey().secret).not.toBe(key.secret)
  })

  it('stays shut for another passphrase, another place, and a changed file', async () => {
    const backup = await writeBackup(randomKey(), passphrase, place)
    const read = (change: object, asked = place, word = passphrase) => readBackup(JSON.stringify({ ...backup, ...change }), word, asked)
    expect(await read({}, place, 'a heap of stone')).toEqual({ error: 'passphrase' })
    expect(await read({}, { ...place, account: 8 })).toEqual({ error: 'otherAccount' })
    expect(await read({}, { ...place, chainId: 1 })).toEqual({ error: 'otherAccount' })
    // The place is bound to the ciphertext: renaming it does not help.
    expect(await read({ account: 8 }, { ...place, account: 8 })).toEqual({ error: 'passphrase' })
    const flipped = `${backup.cipher.data.slice(0, -1)}${backup.cipher.data.endsWith('0') ? '1' : '0'}`
    expect(await read({ cipher: { ...backup.cipher, data: flipped } })).toEqual({ error: 'passphrase' })
  })

  it.each([
    ['no JSON', '{'],
    ['null', 'null'],
    ['a list', '[]'],
    ['another format', JSON.stringify({ format: 'keystore' })],
    ['no cipher', JSON.stringify({ format: 'cairn-spend-key-1', ...place, kdf: { iterations: 1, salt: '0x00' } })],
    [
      'rounds without end',
      JSON.stringify({
        ...{ format: 'cairn-spend-key-1', ...place, kdf: { iterations: 1e12, salt: '0x00' } },
        cipher: { iv: '0x00', data: '0x00' },
      }),
    ],
  ])('is refused when it is %s', async (_, text) => {
    expect(await readBackup(text, passphrase, place)).toEqual({ error: 'shape' })
  })
})
