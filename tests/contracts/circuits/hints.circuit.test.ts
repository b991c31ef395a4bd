import { type ForeignCallHandler, Noir } from '@noir-lang/noir_js'
import { beforeAll, describe, expect, it } from 'vitest'
import { circuitSources, compileNoir } from '#contracts/scripts/circuits.ts'
import { toCircuitAbi } from '#server/rollup/prover/circuitAbi.ts'
import { readArtefact } from '#server/rollup/prover/circuitArtefact.ts'
import { alice, baseSlot, bob, domain, fullBatch, group } from './fixture.ts'
import { runBatch } from './slotModel.ts'

/**
 * Unconstrained code only advises: a prover may answer anything in its place. Here each hint lies, in the real circuit over an honest batch,
 * and a constraint must notice. File → hint → lies; `value` is what the hint would have returned.
 */
const lies: Record<string, Record<string, string[]>> = {
  'bits.nr': {
    at_most_hint: ['1 - value'],
    inverse_or_zero: ['value + 1'],
    split_hint: ['(value.0 + power_of_two(LOW), value.1 - 1)', '(value.0 - 1, value.1 + 1 / power_of_two(LOW))'],
    prefix_hint: [
      '{ let mut lie = value; lie[N - 1] = 1 - lie[N - 1]; lie }',
      '{ let mut lie = value; if N > 2 { lie[0] = value[N - 1]; lie[N - 1] = value[0]; } lie }',
      '{ let mut lie = value; lie[0] = value[0] - 1; lie[1] = value[1] + 1; lie }',
    ],
    ceil_div_hint: ['value + 1', 'value - 1'],
  },
  'tree.nr': {
    digits_hint: [
      '{ let mut lie = value; lie[0][0] = 1 - lie[0][0]; lie }',
      '{ let mut lie = value; lie[0][0] += 3; lie[1][0] -= 1; lie }',
      '{ let mut lie = value; lie[0][0] += 2; lie[0][1] -= 1; lie }',
    ],
  },
  'mints.nr': {
    lanes_hint: [
      '{ let mut lie = value; lie[0] += power_of_two(26); lie[1] -= 1; lie }',
      '{ let mut lie = value; lie[0] = value[1]; lie[1] = value[0]; lie }',
    ],
    members_hint: [
      '{ let mut lie = value; lie[0][3] = 0; lie }',
      '{ let mut lie = value; lie[1][2] = 1; lie }',
      '{ let mut lie = value; lie[0][8] = 0; lie[1][2] = 1; lie }',
      '{ let mut lie = value; lie[1][1] = 0; lie[2][1] = 1; lie }',
      '{ let mut lie = value; lie[0][0] = 2; lie[0][1] = 0; lie }',
    ],
  },
  'state.nr': { exists_hint: ['1 - value', '2 * value'] },
}

/** Hints whose every answer matters: no lie is harmless at any place where they are asked. */
const everywhere = ['at_most_hint', 'split_hint', 'digits_hint', 'ceil_div_hint']
/** Places tried per lie, evenly spread over all. */
const PLACES = 8

/** Lies in one list: the number of a lie, from 1, is what the oracle answers. */
const numbered = Object.entries(lies).flatMap(([file, hints]) =>
  Object.entries(hints).flatMap(([name, texts]) => texts.map((lie) => ({ file, name, lie }))),
)

const hintNames = [...new Set(numbered.map(({ name }) => name))]
const sources = circuitSources('small')

/**
 * The real sources in which every hint asks an oracle how to lie (0 = not at all): one compilation serves all lies. Constraints are the same,
 * because oracles can be asked in unconstrained code only.
 */
function lyingSources() {
  return sources.map(([file, text]) => {
    const hints = lies[file]
    if (hints === undefined) return [file, text] as const
    const liars = Object.keys(hints).map((name) => liarOf(file, name, text))
    const renamed = Object.keys(hints).reduce(
      (edited, name) => edited.replace(`unconstrained fn ${name}`, `unconstrained fn honest_${name}`),
      text,
    )
    return [file, `${renamed}\n#[oracle(whichLie)]\nunconstrained fn which_lie(hint: Field) -> Field {}\n${liars.join('')}`] as const
  })
}

function liarOf(file: string, name: string, text: string): string {
  const [, generics = '', parameters = '', result = ''] =
    new RegExp(`unconstrained fn ${name}(<[^>]*>)?\\(([^)]*)\\) -> ([^{]*) \\{`).exec(text) ?? []
  const call = `honest_${name}${generics && `::${generics.replace(/let (\w+): u32/g, '$1')}`}(${parameters.replace(/(\w+): [^,]*\]|(\w+): [^,]*/g, '$1$2')})`
  const branches = numbered.flatMap((lie, i) =>
    lie.file === file && lie.name === name ? [`    if which == ${i + 1} {\n        said = ${lie.lie};\n    }\n`] : [],
  )
  return `\nunconstrained fn ${name}${generics}(${parameters}) -> ${result} {\n    let value = ${call};\n    let which = which_lie(${hintNames.indexOf(name)});\n    let mut said = value;\n${branches.join('')}    said\n}\n`
}

/** No section full, so that every flag has a neighbour it could be confused with. */
const half = { ...fullBatch(), opens: [alice, bob], groups: [group(3, [0, 1, 2, 9, 10, 0, 1, 2, 0, 1, 2])] }
const inputs = runBatch(baseSlot(), domain, { ...half, ledger: half.ledger.slice(0, 1) })

let lying: Noir
/** What becomes of honest inputs when hints tell lie number `which`: always, or only where their hint is asked for the `nth` time. */
async function outcome(which: number, nth?: number): Promise<{ end: string; asked: Map<string, number> }> {
  const asked = new Map<string, number>()
  const answer: ForeignCallHandler = async (_, [[hint = '0x0'] = []]) => {
    const name = hintNames[Number(hint)] ?? ''
    const time = asked.get(name) ?? 0
    asked.set(name, time + 1)
    const lies = numbered[which - 1]?.name === name && (nth === undefined || nth === time)
    return [`0x${(lies ? which : 0).toString(16)}`]
  }
  const end = await lying.execute(toCircuitAbi(inputs), answer).then(
    () => 'accepted',
    (error: { acirFunctionId?: number; brilligFunctionId?: number }) =>
      error.acirFunctionId !== undefined && error.brilligFunctionId === undefined ? 'a constraint' : String(error),
  )
  return { end, asked }
}

describe('a lying hint is noticed', () => {
  let asked = new Map<string, number>()
  beforeAll(async () => {
    const { abi, bytecode } = await compileNoir('lying', lyingSources())
    lying = new Noir({ ...readArtefact('small'), abi, bytecode })
    asked = (await outcome(0)).asked
  })

  it('in every unconstrained function', () => {
    const found = sources.flatMap(([file, text]) => [...text.matchAll(/unconstrained fn (\w+)/g)].map((match) => `${file} ${match[1]}`))
    expect(found.sort()).toEqual([...new Set(numbered.map(({ file, name }) => `${file} ${name}`))].sort())
  })

  it('while the honest sources give the committed bytecode', async () => {
    expect((await compileNoir('small', sources)).bytecode).toBe(readArtefact('small').bytecode)
  })

  it('and honest answers are accepted', async () => expect((await outcome(0)).end).toBe('accepted'))

  for (const [i, { name, lie }] of numbered.entries()) {
    it(`${name}: ${lie}`, async () => {
      expect((await outcome(i + 1)).end).toBe('a constraint')
      if (!everywhere.includes(name)) return
      const count = asked.get(name) ?? 0
      expect(count).toBeGreaterThan(1)
      const places = new Set(Array.from({ length: PLACES }, (_, place) => Math.floor((place * (count - 1)) / (PLACES - 1))))
      for (const place of places) expect([place, (await outcome(i + 1, place)).end]).toEqual([place, 'a constraint'])
    })
  }
})
