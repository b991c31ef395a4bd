import { isAddress } from 'viem/utils'
import { findChain } from '#chains/registry.ts'
import { CairnError } from '#server/shared/errors.ts'
import type { EvidenceReader } from '../run.ts'
import { type AbiEntry, keyOf } from './abiEntry.ts'
import { fromPasted, type ImportNote, named, type Origin, type Part, partsOf } from './abiParts.ts'
import { shown } from './malformed.ts'
import type { Layer } from './proxyLayer.ts'
import { nameIn, readAbi } from './readAbi.ts'
import { abiLimits } from './readEntries.ts'
import { resolveContract } from './resolveContract.ts'
import type { AbiSource } from './sourcifyClient.ts'

/** A contract with what can be asked of it. `selectors`: functions of which nothing else is known. Plain JSON. */
export type ImportedContract = {
  chain: string
  address: string
  layers: Layer[]
  origins: Origin[]
  entries: AbiEntry[]
  selectors: string[]
  notes: ImportNote[]
}

export type ImportDeps = { evidence: EvidenceReader; source: AbiSource | null }

/**
 * What the contract at an address is: its proxies, and its functions and events by the ABI that was given, else by Sourcify, else as far as its code tells.
 * Throws `chain.unknown`, `input.invalid`, `input.too-large`, `abi.malformed`, `contract.absent`, `chain.unreachable`.
 */
export async function importContract(
  deps: ImportDeps,
  input: { chain: string; address: string; abi?: string | undefined },
): Promise<ImportedContract> {
  const chain = findChain(input.chain)
  if (chain?.namespace !== 'eip155')
    throw new CairnError('chain.unknown', 'This is no EVM chain that is read here.', {
      meta: { field: 'chain', found: shown(input.chain), expected: 'an EVM chain of the registry, such as eip155:1' },
    })
  const address = addressOf(input.address)
  // Read first: what was pasted wrong needs no chain.
  const pasted = input.abi === undefined ? null : readAbi(input.abi)
  const { layers, targets, faults } = await resolveContract(deps, { chain: chain.id, address })
  const parts = pasted ? [fromPasted(pasted, targets, nameIn(input.abi ?? ''))] : await partsOf(deps.source, targets, chain.reference)
  return merged({ chain: chain.id, address, layers, notes: faults }, parts)
}

function addressOf(text: string): string {
  if (!isAddress(text))
    throw new CairnError('input.invalid', 'This is no address.', {
      meta: { field: 'address', found: shown(text), expected: '20 bytes in hex, in lower case or with a right checksum' },
    })
  return text.toLowerCase()
}

/** Facets share functions and events: each counts once. */
function merged(
  { notes, ...place }: Pick<ImportedContract, 'chain' | 'address' | 'layers' | 'notes'>,
  parts: readonly Part[],
): ImportedContract {
  const all = new Map(parts.flatMap(({ entries }) => entries.map((entry) => [keyOf(entry), entry] as const)))
  const entries = [...all.values()]
  const cut: ImportNote[] =
    entries.length > abiLimits.entries
      ? [{ code: 'too-many', about: `${entries.length} functions and events, ${abiLimits.entries} are kept` }]
      : []
  return {
    ...place,
    origins: parts.flatMap(({ origins }) => origins),
    entries: entries.slice(0, abiLimits.entries),
    selectors: [...new Set(parts.flatMap(({ selectors }) => selectors))].slice(0, abiLimits.entries),
    notes: oneOfEach([...notes, ...parts.flatMap((part) => part.notes), ...cut]),
  }
}

/** One note of each sort, about all that it is about. */
const oneOfEach = (notes: readonly ImportNote[]): ImportNote[] =>
  [...Map.groupBy(notes, ({ code }) => code)].map(([code, same]) => ({ code, about: named([...new Set(same.map(({ about }) => about))]) }))
