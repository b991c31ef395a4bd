/**
 * Solidity → `contracts/abi/<name>.gen.ts` (ABI and creation bytecode), committed, so that nothing else needs a compiler.
 * `node contracts/scripts/abi.ts` writes what is stale, `--check` exits 1 when something is (by source hash, without compiling).
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ContractSource, compile, projectRoot, sourceHash } from './solc.ts'

const settings = { runs: 10_000, viaIR: true }
/** The largest contract: optimised for size, so that it stays below the limit when the others grow. */
const largeSettings = { runs: 200, viaIR: true }
/** Generated verifiers are one hand-placed assembly block; more than this and the code passes 24 kB. */
const verifierSettings = { runs: 200, viaIR: false }

const own = ['Rollup', 'Inbox', 'SharedBridge', 'ZkLane', 'CubeReader', 'Escape', 'Ed25519']
/** Third parties of the sample quests on local chains; what npm has compiled is taken from there. */
const samples = ['TestDollar', 'TrailStone']
const generated = ['DevSmallVerifier', 'DevLargeVerifier', 'DevBulkVerifier']

/** Every contract of the project that is deployed. A generated verifier counts once it is there. */
export function deployedContracts(): (ContractSource & { name: string })[] {
  const verifiers = generated.map((name) => ({
    name,
    contract: name,
    path: `contracts/src/generated/${name}.sol`,
    settings: verifierSettings,
  }))
  const sampled = samples.map((name) => ({ name, contract: name, path: `contracts/src/samples/${name}.sol`, settings }))
  const slot = own.map((name) => ({ name, contract: name, path: `contracts/src/${name}.sol`, settings }))
  const blobs = { name: 'BlobRollup', contract: 'BlobRollup', path: 'contracts/src/BlobRollup.sol', settings: largeSettings }
  return [...slot, blobs, ...sampled, ...verifiers].filter(({ path }) => existsSync(join(projectRoot, path)))
}

const camel = (name: string) => name[0]?.toLowerCase() + name.slice(1)
const outputPath = (name: string) => join(projectRoot, `contracts/abi/${camel(name)}.gen.ts`)
const header = (hash: string) => `// Generated from the contract's sources by contracts/scripts/abi.ts. Do not edit.\n// sources ${hash}\n`

/** Names of contracts whose generated file does not belong to the sources on disk. */
export function staleAbis(): string[] {
  return deployedContracts()
    .filter((source) => {
      const path = outputPath(source.name)
      return !existsSync(path) || !readFileSync(path, 'utf8').startsWith(header(sourceHash(source)))
    })
    .map(({ name }) => name)
}

function write(source: ContractSource & { name: string }): void {
  const { abi, bytecode, runtimeBytes } = compile(source)
  if (runtimeBytes > 24_576) throw new Error(`${source.name} is ${runtimeBytes} bytes: a chain refuses more than 24576`)
  const name = camel(source.name)
  const body = `export const ${name}Abi = ${JSON.stringify(abi, null, 2)} as const\n\nexport const ${name}Bytecode = '${bytecode}'\n`
  writeFileSync(outputPath(source.name), `${header(sourceHash(source))}${body}`)
  console.log(`wrote contracts/abi/${name}.gen.ts (${runtimeBytes} bytes on chain)`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const stale = staleAbis()
  if (process.argv.includes('--check')) {
    if (stale.length > 0) console.error(`stale: ${stale.join(', ')}; run node contracts/scripts/abi.ts`)
    process.exitCode = stale.length > 0 ? 1 : 0
  } else {
    for (const source of deployedContracts()) if (stale.includes(source.name)) write(source)
  }
}
