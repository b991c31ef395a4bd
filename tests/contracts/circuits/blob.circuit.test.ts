import { Noir } from '@noir-lang/noir_js'
import { beforeAll, describe, expect, it } from 'vitest'
import { blobCheckSources, blobVariantSources, limbsOf } from '#contracts/scripts/blobCircuit.ts'
import { compileNoir } from '#contracts/scripts/circuits.ts'
import { commitBlob } from '#server/rollup/l2/blobOpening.ts'
import { openPoint } from '#server/rollup/l2/kzg.ts'
import { dataCommit } from '#server/rollup/protocol/batch.ts'
import { evaluateBlob, R, toBlobWords } from '#server/rollup/protocol/blob.ts'
import { circuits } from '#server/rollup/protocol/constants.gen.ts'
import { mod, P } from '#server/rollup/protocol/field.ts'
import { hasher } from '#server/rollup/protocol/poseidon2.ts'
import { type BlobWitness, blobWitness, type Step } from './blobWitness.ts'

const { offsets } = circuits.small
const spread = (name: number) => hasher.hash(0, [BigInt(name)])
/** Words as wide as each section allows. */
const words = Array.from({ length: offsets.total }, (_, i) => {
  if (i < offsets.opens) return spread(i) % 2n ** 128n
  if (i < offsets.groups) return spread(i) % 2n ** 249n
  if (i >= offsets.accounts && i < offsets.entries) return spread(i) % 2n ** 234n
  return i % 5 === 0 ? P - 1n : spread(i)
})
const z = spread(1_000)

type Inputs = { dataCommit: bigint; z: bigint; y: bigint[]; words: bigint[]; witness: BlobWitness }
const inputsOf = (own: bigint[] = words, at = z): Inputs => {
  const { y, witness } = blobWitness('small', own, at)
  return { dataCommit: dataCommit(hasher, own), z: at, y: limbsOf(y), words: own, witness }
}
const text = (value: bigint) => `0x${mod(value).toString(16)}`
const steps = (list: Step[]) => list.map(({ quotient, rest }) => ({ quotient: quotient.map(text), rest: rest.map(text) }))

let circuit: Noir
const compile = async (edit = (text: string) => text) => {
  const files = blobCheckSources('small').map(([file, source]) => [file, file === 'wide.nr' ? edit(source) : source] as const)
  return new Noir(await compileNoir('blob', files))
}
beforeAll(async () => {
  circuit = await compile()
})

async function accepts(inputs: Inputs, by = circuit): Promise<boolean> {
  const { powers, squares, blocks, lagrange, quotient } = inputs.witness
  const witness = { powers: steps(powers), squares: steps(squares), blocks: steps(blocks), lagrange: steps(lagrange) }
  try {
    await by.execute({
      data_commit: text(inputs.dataCommit),
      z: text(inputs.z),
      y: inputs.y.map(text),
      batch_words: inputs.words.map(text),
      witness: { ...witness, quotient: quotient.map(text) },
    })
    return true
  } catch (error) {
    if (error instanceof Error && /Circuit execution failed|Cannot satisfy constraint|Failed assertion|Failed to solve/.test(error.message))
      return false
    throw error
  }
}

describe('the blob in the circuit', () => {
  it('has the value that TypeScript and the KZG library give it', async () => {
    const blobWords = toBlobWords('small', words)
    const { y } = blobWitness('small', words, z)
    expect(y).toBe(evaluateBlob(blobWords, z))
    expect(y).toBe(openPoint(commitBlob(blobWords).bytes, z).value)
    expect(await accepts(inputsOf())).toBe(true)
  })

  it('takes the smallest and the largest words and points', async () => {
    const largest = words.map((_, i) => {
      if (i < offsets.opens) return 2n ** 253n - 1n
      if (i < offsets.groups) return 2n ** 249n - 1n
      return i >= offsets.accounts && i < offsets.entries ? 2n ** 234n - 1n : P - 1n
    })
    for (const at of [2n, z, P - 1n]) {
      expect(await accepts(inputsOf(largest, at))).toBe(true)
      expect(await accepts(inputsOf(new Array<bigint>(offsets.total).fill(0n), at))).toBe(true)
    }
  })

  it('refuses another value, another point, and y written as y + R', async () => {
    const good = inputsOf()
    const { y } = blobWitness('small', words, z)
    expect(await accepts({ ...good, y: limbsOf(mod(y + 1n, R)) })).toBe(false)
    expect(await accepts({ ...good, z: z + 1n })).toBe(false)
    expect(await accepts({ ...good, y: limbsOf(y + R) })).toBe(false)
  })

  it('refuses one word that differs, with everything else made to fit it but the value', async () => {
    for (let i = 0; i < offsets.total; i += 7) {
      const lie = words.map((word, k) => (k === i ? (word === 0n ? 1n : word - 1n) : word))
      expect(await accepts({ ...inputsOf(lie), y: inputsOf().y }), `word ${i}`).toBe(false)
      expect(await accepts({ ...inputsOf(), words: lie, dataCommit: dataCommit(hasher, lie) }), `word ${i}, old witness`).toBe(false)
    }
  })

  it('refuses a word too wide for its section', async () => {
    for (const [i, width] of [
      [offsets.opens, 249n],
      [offsets.accounts, 234n],
    ] as const) {
      const wide = words.map((word, k) => (k === i ? 2n ** width : word))
      expect(await accepts(inputsOf(wide)), `word ${i}`).toBe(false)
    }
  })

  it('refuses every number of the witness when it changes', async () => {
    const good = inputsOf()
    const { quotient, ...lists } = good.witness
    const change = (limbs: bigint[], limb: number) => limbs.map((value, i) => (i === limb ? value + 1n : value)) as Step['rest']
    for (const [name, list] of Object.entries(lists) as [keyof typeof lists, Step[]][]) {
      for (const [at, own] of list.entries()) {
        for (const part of ['quotient', 'rest'] as const) {
          const lie = list.map((other, i) => (i === at ? { ...own, [part]: change(own[part], at % 3) } : other))
          expect(await accepts({ ...good, witness: { ...good.witness, [name]: lie } }), `${name} ${at} ${part}`).toBe(false)
        }
      }
    }
    for (const limb of [0, 1, 2]) {
      expect(await accepts({ ...good, witness: { ...good.witness, quotient: change(quotient, limb) } })).toBe(false)
    }
  })

  it('refuses limbs that say the same modulo p or modulo 2^264 alone', async () => {
    const good = inputsOf()
    const [first, ...rest] = good.witness.powers as [Step, ...Step[]]
    const value = first.rest[0] + (first.rest[1] << 88n) + (first.rest[2] << 176n)
    const lies = [
      // Carried between limbs: the same number, limbs out of range.
      [first.rest[0] + 2n ** 88n, first.rest[1] - 1n, first.rest[2]],
      // The same modulo p.
      limbsOf(value + P),
      // The same modulo 2^264.
      limbsOf(value + 2n ** 264n),
    ] as Step['rest'][]
    for (const lie of lies) {
      expect(await accepts({ ...good, witness: { ...good.witness, powers: [{ ...first, rest: lie }, ...rest] } })).toBe(false)
    }
  })

  it('refuses a hint that lies about the limbs of a word', async () => {
    const lie = (edit: string) =>
      compile((source) =>
        source.replace('let limbs = unsafe { limbs_hint(value) };', `let mut limbs = unsafe { limbs_hint(value) };\n    ${edit}`),
      )
    for (const edit of ['limbs[0] += 1;', 'limbs[0] += SHIFT; limbs[1] -= 1;', 'limbs[1] -= 1; limbs[0] += SHIFT;', 'limbs[2] += 1;']) {
      expect(await accepts(inputsOf(), await lie(edit)), edit).toBe(false)
    }
  })

  it('fits into the batch circuit as it is', () => {
    const main = new Map(blobVariantSources('bulk')).get('main.nr')
    expect(main).toContain('blob::assert_evaluation(batch_words, r, y, blob_witness);')
    expect(main).not.toContain('words::evaluation(')
  })
})
