/** Gates that the evaluation of a blob adds to the batch circuits. Compiles each circuit twice: minutes. `--quick`: small alone. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { blobVariantSources } from '#contracts/scripts/blobCircuit.ts'
import { compileNoir, countGates } from '#contracts/scripts/circuits.ts'
import type { CircuitName } from '#server/rollup/protocol/constants.gen.ts'
import { readArtefact } from '#server/rollup/prover/circuitArtefact.ts'
import { type BenchBar, type BenchResult, bar, printReport, summarise } from './report.ts'

const wanted: CircuitName[] = process.argv.includes('--quick') ? ['small'] : ['small', 'large', 'bulk']
/** Provers need as many points of the reference string: design rollup.md, "Batch". */
const MOST_GATES = 2 ** 20

const folder = mkdtempSync(join(tmpdir(), 'cairn-blob-'))
const [results, bars]: [BenchResult[], BenchBar[]] = [[], []]
try {
  for (const circuit of wanted) {
    const path = join(folder, `${circuit}.json`)
    writeFileSync(path, JSON.stringify(await compileNoir('blob', blobVariantSources(circuit))))
    const gates = await countGates(path)
    const before = readArtefact(circuit).gates
    results.push(
      summarise(`${circuit} circuit over a blob`, 'gates', [gates]),
      summarise(`of these the blob, ${circuit}`, 'gates', [gates - before]),
    )
    bars.push(bar(`gates, ${circuit} circuit over a blob`, MOST_GATES, gates))
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
printReport('blob', results, bars)
