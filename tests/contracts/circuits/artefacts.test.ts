import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { circuitNames, staleCircuits } from '#contracts/scripts/circuits.ts'
import { staleVerifiers, verifierPins } from '#contracts/scripts/verifier.ts'
import { assertVerifierKey, setG2 } from '#contracts/scripts/verifierKey.ts'
import { publicInputOrder } from '#server/rollup/prover/circuitAbi.ts'
import { circuitOf, pointsFor, readArtefact } from '#server/rollup/prover/circuitArtefact.ts'
import { developmentG2 } from '#server/rollup/prover/crsDevelopment.ts'
import { committedKeyPath, keyContent } from '#server/rollup/prover/verificationKey.ts'

const solidity = readFileSync(new URL('../../../contracts/src/generated/DevSmallVerifier.sol', import.meta.url), 'utf8')
const expected = { publicInputs: publicInputOrder.length, keyHash: verifierPins().DevSmallVerifier?.keyHash ?? '', circuitSize: 2 ** 17 }

describe('committed artefacts', () => {
  it('belong to the sources', () => {
    expect(circuitNames).toEqual(['small', 'large', 'bulk'])
    expect(staleCircuits()).toEqual([])
    expect(staleVerifiers()).toEqual([])
  })

  it('are stale under another reference string', () => {
    expect(staleVerifiers({ g2: ['0x1', '0x2', '0x3', '0x4'], development: true })).toEqual([
      'DevSmallVerifier',
      'DevLargeVerifier',
      'DevBulkVerifier',
    ])
  })

  it('take the public inputs first, in the order of the contract', () => {
    const { parameters } = readArtefact('small').abi
    const order = ['domain', '_batch', 'old_root', 'new_root', 'timestamp', 'data_commit', 'effects', 'r', 'y', '_recipient']
    expect(parameters.slice(0, order.length).map(({ name, visibility }) => [name, visibility])).toEqual(
      order.map((name) => [name, 'public']),
    )
    expect(parameters.slice(order.length).some(({ visibility }) => visibility === 'public')).toBe(false)
    expect(publicInputOrder).toHaveLength(order.length)
  })

  it('keep to their budgets of gates and say how many points they need', () => {
    const sizes = (['small', 'large', 'bulk'] as const).map((name) => pointsFor(readArtefact(name)))
    expect(sizes).toEqual([2 ** 17 + 1, 2 ** 18 + 1, 2 ** 19 + 1])
  })

  it('come with the key of the development string', () => {
    const g2 = developmentG2()
    for (const name of ['small', 'large', 'bulk'] as const) {
      const artefact = readArtefact(name)
      const committed: unknown = JSON.parse(readFileSync(committedKeyPath(artefact), 'utf8'))
      const hash = verifierPins()[`Dev${name[0]?.toUpperCase()}${name.slice(1)}Verifier`]?.keyHash
      expect(committed).toMatchObject({ content: keyContent(artefact, { g2 }), hash })
    }
  })

  it('are found by the number of words', () => {
    expect([52, 216, 540].map((count) => circuitOf(new Array<bigint>(count).fill(0n)))).toEqual(['small', 'large', 'bulk'])
    expect(() => circuitOf([0n])).toThrow('No circuit')
  })
})

describe('a verifier with a degenerate key', () => {
  const point = (name: string) => new RegExp(`(mstore\\(${name}_[XY]_LOC, )0x[0-9a-f]{64}`, 'g')
  const word = (name: string) => new RegExp(`mstore\\(${name}_LOC, (0x[0-9a-f]{64})`).exec(solidity)?.[1] ?? ''
  const copyPoint = (from: string, to: string) =>
    solidity
      .replace(new RegExp(`(mstore\\(${to}_X_LOC, )0x[0-9a-f]{64}`), `$1${word(`${from}_X`)}`)
      .replace(new RegExp(`(mstore\\(${to}_Y_LOC, )0x[0-9a-f]{64}`), `$1${word(`${from}_Y`)}`)
  const zero = `$10x${'0'.repeat(64)}`
  const cases: [string, string][] = [
    ['no copy constraints', copyPoint('ID_1', 'SIGMA_1')],
    ['no gates', solidity.replace(point('Q_ARITH'), zero)],
    ['no hashes', solidity.replace(point('Q_POSEIDON_2_INTERNAL'), zero)],
    ['a point off the curve', solidity.replace(`${word('Q_L_X').slice(0, -1)}`, `${word('Q_L_X').slice(0, -1).replace(/.$/, '0')}`)],
    ['another hash', solidity.replace(expected.keyHash, `0x${'1'.repeat(64)}`)],
    ['another size', solidity.replace('LOG_N = 17', 'LOG_N = 16')],
    ['fewer public inputs', solidity.replace('REAL_NUMBER_PUBLIC_INPUTS = 10', 'REAL_NUMBER_PUBLIC_INPUTS = 9')],
    ['a commitment missing', solidity.replace('mstore(SIGMA_2_X_LOC', 'mstore(0x00')],
  ]
  it('is told from the committed one', () => expect(() => assertVerifierKey(solidity, expected)).not.toThrow())
  for (const [name, text] of cases)
    it(`is refused: ${name}`, () => expect(() => assertVerifierKey(text, expected)).toThrow('degenerate key'))

  it('takes its G2 point only in the place that bb writes it to', () => {
    expect(() => setG2(solidity, ['0x1', '0x2', '0x3', '0x4'])).toThrow('G2 word 0 occurs 0 times')
  })
})
