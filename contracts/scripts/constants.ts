/**
 * One source of constants: `contracts/protocol.json` → TypeScript, Solidity and Noir.
 * `node contracts/scripts/constants.ts` writes them, `--check` exits 1 when one of them is stale.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import protocol from '#contracts/protocol.json' with { type: 'json' }

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
type Protocol = typeof protocol
type Capacity = { id: number; mints: number; opens: number; groups: number; entries: number }
type Numbers = Record<string, number>

const snake = (name: string) => name.replace(/([A-Z])/g, '_$1').toUpperCase()

/** Exponent of a power of three. Subtree sizes that are not one would leave the batch's subtree unaligned. */
function log3(size: number): number {
  const exponent = Math.round(Math.log(size) / Math.log(3))
  if (3 ** exponent !== size) throw new Error(`${size} is not a power of three`)
  return exponent
}

/** Where each section of a circuit's padded words begins, in words (rollup README, "Batch"). */
function layout(source: Protocol, circuit: Capacity) {
  const accountWords = Math.ceil(circuit.mints / source.accountsPerWord)
  const opens = source.headerWords
  const groups = opens + circuit.opens
  const accounts = groups + circuit.groups * source.groupWords
  const entries = accounts + accountWords
  const total = entries + circuit.entries * source.entryWords
  const openPath = source.trees.accounts.depth - log3(circuit.opens)
  const mintPath = source.trees.credentials.depth - log3(circuit.mints)
  return { accountWords, offsets: { header: 0, opens, groups, accounts, entries, total }, openPath, mintPath }
}

function typescript(source: Protocol): string {
  const trees = Object.fromEntries(Object.entries(source.trees).map(([name, { depth }]) => [name, { depth, capacity: 3 ** depth }]))
  const circuits = Object.fromEntries(
    Object.entries(source.circuits).map(([name, circuit]) => [name, { ...circuit, ...layout(source, circuit) }]),
  )
  const constants = { ...source, trees, circuits }
  return [
    '// Generated from contracts/protocol.json by contracts/scripts/constants.ts. Do not edit.',
    `export const protocol = ${JSON.stringify(constants, null, 2)} as const`,
    ...Object.keys(constants).map((name) => `export const ${name} = protocol.${name}`),
    'export type CircuitName = keyof typeof circuits',
    '',
  ].join('\n')
}

function solidity(source: Protocol): string {
  const lines: string[] = []
  const put = (name: string, value: number) => lines.push(`    uint256 internal constant ${name} = ${value};`)
  const group = (prefix: string, values: Numbers) => {
    for (const [name, value] of Object.entries(values)) put(`${prefix}_${snake(name)}`, value)
    lines.push('')
  }
  put('VERSION', source.version)
  lines.push('')
  group('DEPTH', Object.fromEntries(Object.entries(source.trees).map(([name, tree]) => [name, tree.depth])))
  group('CAPACITY', Object.fromEntries(Object.entries(source.trees).map(([name, tree]) => [name, 3 ** tree.depth])))
  group('TAG', source.tags)
  group('BITS', source.bits)
  group('KIND', source.kinds)
  group('LANE', source.lanes)
  for (const [name, circuit] of Object.entries(source.circuits)) {
    const { accountWords, offsets } = layout(source, circuit)
    group(`CIRCUIT_${snake(name)}`, { ...circuit, accountWords })
    group(`CIRCUIT_${snake(name)}_OFFSET`, offsets)
  }
  for (const [name, value] of Object.entries(source)) if (typeof value === 'number' && name !== 'version') put(snake(name), value)
  const local = source.localChainIds.map((id) => `chainId == ${id}`).join(' || ')
  return [
    '// SPDX-License-Identifier: MIT',
    '// Generated from contracts/protocol.json by contracts/scripts/constants.ts. Do not edit.',
    'pragma solidity ^0.8.28;',
    '',
    '/// @notice The protocol constants that TypeScript, Solidity and Noir share.',
    'library Constants {',
    ...lines,
    '',
    '    /// @notice True on the development chains of the local stack.',
    '    function isLocal(uint256 chainId) internal pure returns (bool) {',
    `        return ${local};`,
    '    }',
    '}',
    '',
  ].join('\n')
}

function noir(source: Protocol, circuit: Capacity): string {
  const lines = ['// Generated from contracts/protocol.json by contracts/scripts/constants.ts. Do not edit.', '']
  const put = (type: 'u32' | 'Field', prefix: string, values: Numbers) => {
    for (const [name, value] of Object.entries(values)) lines.push(`pub global ${prefix}${snake(name)}: ${type} = ${value};`)
    lines.push('')
  }
  put('Field', 'TAG_', source.tags)
  put('u32', 'DEPTH_', Object.fromEntries(Object.entries(source.trees).map(([name, tree]) => [name, tree.depth])))
  put('u32', 'BITS_', source.bits)
  put('Field', 'KIND_', source.kinds)
  const { newAccount, keyDelaySeconds } = source
  put('Field', '', { newAccount, keyDelaySeconds })
  const { accountsPerWord, entryWords, groupWords, headerWords, tokensPerAccount, linkPlaces } = source
  put('u32', '', { accountsPerWord, entryWords, groupWords, headerWords, tokensPerAccount, linkPlaces })
  const { id, ...capacity } = circuit
  const { accountWords, offsets, openPath, mintPath } = layout(source, circuit)
  put('Field', '', { circuitId: id })
  put('u32', '', { ...capacity, accountWords, openPathDepth: openPath, mintPathDepth: mintPath })
  put('u32', 'OFFSET_', offsets)
  return lines.join('\n').replace(/\n+$/, '\n')
}

/** Every generated file by its path from the project's root. */
export function generatedConstants(source: Protocol = protocol): Record<string, string> {
  const files: Record<string, string> = {
    'server/rollup/protocol/constants.gen.ts': typescript(source),
    'contracts/src/libraries/Constants.sol': solidity(source),
  }
  for (const [name, circuit] of Object.entries(source.circuits))
    files[`contracts/circuits/${name}/src/constants.nr`] = noir(source, circuit)
  return files
}

/** Paths whose content on disk is not what the source says. */
export function staleConstants(): string[] {
  const current = (path: string) => {
    try {
      return readFileSync(join(root, path), 'utf8')
    } catch {
      return null
    }
  }
  return Object.entries(generatedConstants()).flatMap(([path, text]) => (current(path) === text ? [] : [path]))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const stale = staleConstants()
  if (process.argv.includes('--check')) {
    if (stale.length > 0) console.error(`stale: ${stale.join(', ')}; run node contracts/scripts/constants.ts`)
    process.exitCode = stale.length > 0 ? 1 : 0
  } else {
    const files = generatedConstants()
    for (const path of stale) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), files[path] ?? '')
      console.log(`wrote ${path}`)
    }
  }
}
