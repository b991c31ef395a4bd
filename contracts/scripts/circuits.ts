/**
 * Noir → `contracts/circuits/target/<name>.json` (ABI and bytecode), committed, so that nothing else needs the compiler.
 * One source (`circuits/src`) with one `constants.nr` per circuit of protocol.json.
 * `node contracts/scripts/circuits.ts` compiles what is stale, `--check` exits 1 when something is (by source hash, without compiling).
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import protocol from '#contracts/protocol.json' with { type: 'json' }
import { runBarretenberg, verifierTarget } from '#server/rollup/prover/barretenberg.ts'

/** Pinned in package.json; a new compiler makes every artefact stale. */
const compiler = 'noir 1.0.0-beta.26'
const circuitsRoot = fileURLToPath(new URL('../circuits', import.meta.url))

export const circuitNames = Object.keys(protocol.circuits)
export const artefactPath = (name: string) => join(circuitsRoot, 'target', `${name}.json`)

/** File name in `src/` → text, in the order of the names. */
export function circuitSources(name: string): [string, string][] {
  const shared = readdirSync(join(circuitsRoot, 'src')).filter((file) => file.endsWith('.nr'))
  const paths = [
    ...shared.map((file) => [file, join(circuitsRoot, 'src', file)]),
    ['constants.nr', join(circuitsRoot, name, 'src/constants.nr')],
  ]
  return paths.map(([file = '', path = '']): [string, string] => [file, readFileSync(path, 'utf8')]).sort(([a], [b]) => (a < b ? -1 : 1))
}

/** sha256 over the compiler's name and all sources. */
export function circuitSourceHash(name: string): string {
  const hash = createHash('sha256').update(compiler)
  for (const [file, text] of circuitSources(name)) hash.update(`\0${file}\0${text}`)
  return hash.digest('hex')
}

/** Circuits whose artefact does not belong to the sources on disk. */
export function staleCircuits(): string[] {
  return circuitNames.filter((name) => {
    if (!existsSync(artefactPath(name))) return true
    const artefact: unknown = JSON.parse(readFileSync(artefactPath(name), 'utf8'))
    return (artefact as { sourceHash?: string }).sourceHash !== circuitSourceHash(name)
  })
}

/** Compiles in a temporary folder, so that nothing half-written is left. Throws with the compiler's text. */
export async function compileNoir(name: string, files: readonly (readonly [string, string])[]) {
  const { compile_program, createFileManager } = await import('@noir-lang/noir_wasm')
  const folder = mkdtempSync(join(tmpdir(), 'cairn-circuit-'))
  try {
    mkdirSync(join(folder, 'src'))
    writeFileSync(join(folder, 'Nargo.toml'), `[package]\nname = "${name}"\ntype = "bin"\nauthors = [""]\n[dependencies]\n`)
    for (const [file, text] of files) writeFileSync(join(folder, 'src', file), text)
    return (await compile_program(createFileManager(folder), undefined, () => {})).program
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export async function compileCircuit(name: string) {
  const { noir_version, abi, bytecode } = await compileNoir(name, circuitSources(name))
  return { name, sourceHash: circuitSourceHash(name), noirVersion: noir_version, gates: 0, abi, bytecode }
}

/** Gates that bb makes of a compiled circuit. */
export async function countGates(path: string): Promise<number> {
  const run = { crsPath: tmpdir(), threads: availableParallelism() }
  const { output } = await runBarretenberg(['gates', '-b', path, ...verifierTarget], run)
  const gates = Number(/"circuit_size": (\d+)/.exec(output)?.[1])
  if (!(gates > 0)) throw new Error(`bb counted no gates: ${output}`)
  return gates
}

/** Compiles, counts and writes one artefact. Gives its number of gates. */
async function writeArtefact(name: string): Promise<number> {
  const artefact = await compileCircuit(name)
  const path = artefactPath(name)
  // bb goes by the end of the name.
  const draft = path.replace(/json$/, 'draft.json')
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(draft, JSON.stringify(artefact))
  const gates = await countGates(draft)
  writeFileSync(draft, `${JSON.stringify({ ...artefact, gates })}\n`)
  renameSync(draft, path)
  return gates
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const stale = staleCircuits()
  if (process.argv.includes('--check')) {
    if (stale.length > 0) console.error(`stale: ${stale.join(', ')}; run node contracts/scripts/circuits.ts`)
    process.exitCode = stale.length > 0 ? 1 : 0
  } else {
    for (const name of stale) {
      const gates = await writeArtefact(name)
      console.log(`wrote contracts/circuits/target/${name}.json (${gates} gates)`)
    }
  }
}
