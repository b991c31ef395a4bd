import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { CompiledCircuit } from '@noir-lang/noir_js'
import { type CircuitName, circuits } from '#server/rollup/protocol/constants.gen.ts'
import { CairnError } from '#server/shared/errors.ts'

/** A compiled circuit as `contracts/scripts/circuits.ts` committed it. `path` is what bb reads. */
export type CircuitArtefact = CompiledCircuit & { name: CircuitName; sourceHash: string; gates: number; path: string }

/** Throws `config.invalid` when the file is not there. */
export function readArtefact(name: CircuitName): CircuitArtefact {
  const path = fileURLToPath(new URL(`../../../contracts/circuits/target/${name}.json`, import.meta.url))
  try {
    return { ...(JSON.parse(readFileSync(path, 'utf8')) as Omit<CircuitArtefact, 'path'>), path }
  } catch (cause) {
    throw new CairnError('config.invalid', `The compiled circuit ${name} cannot be read.`, {
      meta: { field: 'circuit', found: path },
      cause,
    })
  }
}

/** Every circuit has another number of words, so the words tell which one they were laid out for. */
export function circuitOf(words: readonly bigint[]): CircuitName {
  const found = (Object.keys(circuits) as CircuitName[]).find((name) => circuits[name].offsets.total === words.length)
  if (found === undefined) {
    throw new CairnError('rollup.malformed', 'No circuit takes this many words.', { meta: { field: 'words', found: words.length } })
  }
  return found
}

/** Points of the reference string that a circuit needs: bb pads it to a power of two, with a few rows of its own. */
export const pointsFor = ({ gates }: Pick<CircuitArtefact, 'gates'>): number => 2 ** Math.ceil(Math.log2(gates + 64)) + 1
