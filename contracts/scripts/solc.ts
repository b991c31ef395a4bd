/**
 * Solidity through npm's solc: sources are found by their import statements, so that a contract's hash changes exactly when something it
 * is made of does. The settings are those of foundry.toml.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'

const require = createRequire(import.meta.url)
export const projectRoot = join(dirname(fileURLToPath(import.meta.url)), '../..')

const remappings: readonly [string, string][] = [['@openzeppelin/contracts/', 'node_modules/@openzeppelin/contracts/']]

/** How one contract is compiled. Generated verifiers are one large function and want the plain pipeline. */
export type Settings = { readonly runs: number; readonly viaIR: boolean }
export type Compiled = { readonly abi: readonly unknown[]; readonly bytecode: `0x${string}`; readonly runtimeBytes: number }
/** A contract by the path of its file from the project's root. */
export type ContractSource = { readonly path: string; readonly contract: string; readonly settings: Settings }
type Sources = Readonly<Record<string, { readonly content: string }>>

const importPattern = /^\s*import\s+(?:[^'";]*?from\s+)?["']([^"']+)["']\s*;/gm

function resolveImport(from: string, target: string): string {
  if (target.startsWith('.')) return posix.normalize(posix.join(posix.dirname(from), target))
  const mapped = remappings.find(([prefix]) => target.startsWith(prefix))
  return mapped ? mapped[1] + target.slice(mapped[0].length) : target
}

/** The file and all that it imports, by path, sorted. */
export function collectSources(path: string): Sources {
  const found = new Map<string, { content: string }>()
  const visit = (file: string) => {
    if (found.has(file)) return
    const content = readFileSync(join(projectRoot, file), 'utf8')
    found.set(file, { content })
    for (const [, target] of content.matchAll(importPattern)) if (target) visit(resolveImport(file, target))
  }
  visit(path)
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function standardInput(source: ContractSource, sources: Sources) {
  return {
    language: 'Solidity',
    sources,
    settings: {
      optimizer: { enabled: true, runs: source.settings.runs },
      viaIR: source.settings.viaIR,
      evmVersion: 'cancun',
      metadata: { bytecodeHash: 'none', appendCBOR: false },
      remappings: remappings.map(([from, to]) => `${from}=${to}`),
      outputSelection: { [source.path]: { [source.contract]: ['abi', 'evm.bytecode', 'evm.deployedBytecode.object'] } },
    },
  }
}

/** SHA-256 over the compiler's version and its whole input: what the contract's bytecode depends on. */
export function sourceHash(source: ContractSource): string {
  const { version } = require('solc/package.json')
  const input = standardInput(source, collectSources(source.path))
  return createHash('sha256')
    .update(JSON.stringify([version, input]))
    .digest('hex')
}

/** Compiles one contract; throws the compiler's own words on an error, or when a library would have to be linked. */
export function compile(source: ContractSource): Compiled {
  const solc: { compile: (input: string) => string } = require('solc')
  const output = JSON.parse(solc.compile(JSON.stringify(standardInput(source, collectSources(source.path)))))
  const errors = (output.errors ?? []).filter((e: { severity: string }) => e.severity === 'error')
  if (errors.length > 0) throw new Error(errors.map((e: { formattedMessage: string }) => e.formattedMessage).join('\n'))
  const contract = output.contracts?.[source.path]?.[source.contract]
  if (!contract) throw new Error(`${source.path} has no contract ${source.contract}`)
  const object: string = contract.evm.bytecode.object
  if (Object.keys(contract.evm.bytecode.linkReferences ?? {}).length > 0) throw new Error(`${source.contract} needs a linked library`)
  return { abi: contract.abi, bytecode: `0x${object}`, runtimeBytes: contract.evm.deployedBytecode.object.length / 2 }
}
