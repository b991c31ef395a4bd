import { describe, expect, it } from 'vitest'
import { circuitSources, compileNoir } from '#contracts/scripts/circuits.ts'
import { readArtefact } from '#server/rollup/prover/circuitArtefact.ts'
import { solveWitness } from '#server/rollup/prover/solveWitness.ts'
import { isCairnError } from '#server/shared/errors.ts'
import { alice, baseSlot, bob, domain, fullBatch, group } from './fixture.ts'
import { runBatch } from './slotModel.ts'

/**
 * Unconstrained code only advises: a prover may answer anything in its place. Here each hint lies, in the real circuit over an honest batch,
 * and a constraint must notice. `[what the hint returns, the lie]`; `value` is what it would have returned.
 */
const lies: Record<string, [file: string, lie: string][]> = {
  at_most_hint: [['bits.nr', '1 - value']],
  inverse_or_zero: [['bits.nr', 'value + 1']],
  split_hint: [
    ['bits.nr', '(value.0 + power_of_two(LOW), value.1 - 1)'],
    ['bits.nr', '(value.0 - 1, value.1 + 1 / power_of_two(LOW))'],
  ],
  prefix_hint: [
    ['bits.nr', '{ let mut lie = value; lie[N - 1] = 1 - lie[N - 1]; lie }'],
    ['bits.nr', '{ let mut lie = value; if N > 2 { lie[0] = value[N - 1]; lie[N - 1] = value[0]; } lie }'],
    ['bits.nr', '{ let mut lie = value; lie[0] = value[0] - 1; lie[1] = value[1] + 1; lie }'],
  ],
  ceil_div_hint: [
    ['bits.nr', 'value + 1'],
    ['bits.nr', 'value - 1'],
  ],
  digits_hint: [
    ['tree.nr', '{ let mut lie = value; lie[0][0] = 1 - lie[0][0]; lie }'],
    ['tree.nr', '{ let mut lie = value; lie[0][0] += 3; lie[1][0] -= 1; lie }'],
    ['tree.nr', '{ let mut lie = value; lie[0][0] += 2; lie[0][1] -= 1; lie }'],
  ],
  lanes_hint: [
    ['mints.nr', '{ let mut lie = value; lie[0] += power_of_two(26); lie[1] -= 1; lie }'],
    ['mints.nr', '{ let mut lie = value; lie[0] = value[1]; lie[1] = value[0]; lie }'],
  ],
  members_hint: [
    ['mints.nr', '{ let mut lie = value; lie[0][3] = 0; lie }'],
    ['mints.nr', '{ let mut lie = value; lie[1][2] = 1; lie }'],
    ['mints.nr', '{ let mut lie = value; lie[0][8] = 0; lie[1][2] = 1; lie }'],
    ['mints.nr', '{ let mut lie = value; lie[1][1] = 0; lie[2][1] = 1; lie }'],
    ['mints.nr', '{ let mut lie = value; lie[0][0] = 2; lie[0][1] = 0; lie }'],
  ],
  exists_hint: [['entries.nr', '1 - value']],
}

/** No section full, so that every flag has a neighbour it could be confused with. */
const half = {
  ...fullBatch(),
  opens: [alice, bob],
  groups: [group(3, [0, 1, 2, 9, 10, 0, 1, 2, 0, 1, 2])],
  inbox: fullBatch().inbox.slice(0, 2),
}
const inputs = runBatch(baseSlot(), domain, half)
const sources = circuitSources('small')

/** The real sources with one hint renamed and the lie, which calls it, in its place. */
function lying(name: string, file: string, lie: string) {
  return sources.map(([path, text]) => {
    if (path !== file) return [path, text] as const
    const [, generics = '', parameters = '', result = ''] =
      new RegExp(`unconstrained fn ${name}(<[^>]*>)?\\(([^)]*)\\) -> ([^{]*) \\{`).exec(text) ?? []
    const call = `honest_${name}${generics ? `::${generics.replace(/let (\w+): u32/g, '$1')}` : ''}(${parameters.replace(/(\w+): [^,]*\]|(\w+): [^,]*/g, '$1$2')})`
    const liar = `\nunconstrained fn ${name}${generics}(${parameters}) -> ${result} {\n    let value = ${call};\n    ${lie}\n}\n`
    return [path, text.replace(`unconstrained fn ${name}`, `unconstrained fn honest_${name}`) + liar] as const
  })
}

describe('a lying hint is noticed', () => {
  it('in every unconstrained function', () => {
    const found = sources.flatMap(([, text]) => [...text.matchAll(/unconstrained fn (\w+)/g)].map((match) => match[1]))
    expect(found.sort()).toEqual(Object.keys(lies).sort())
  })

  it('while the honest sources give the committed bytecode', async () => {
    expect((await compileNoir('small', sources)).bytecode).toBe(readArtefact('small').bytecode)
  })

  for (const [name, attempts] of Object.entries(lies)) {
    for (const [file, lie] of attempts) {
      it(`${name}: ${lie}`, async () => {
        const { abi, bytecode } = await compileNoir('lying', lying(name, file, lie))
        const outcome = await solveWitness({ ...readArtefact('small'), abi, bytecode }, inputs).then(
          () => 'accepted',
          (error: unknown) => (isCairnError(error) ? error.code : String(error)),
        )
        expect(outcome).toBe('rollup.refused')
      })
    }
  }
})
