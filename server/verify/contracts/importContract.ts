import { isAddress } from 'viem/utils'
import { findChain } from '#chains/registry.ts'
import { CairnError, isCairnError } from '#server/shared/errors.ts'
import { OutboundError } from '#server/shared/outbound/guardedFetchClient.ts'
import type { EvidenceReader } from '../run.ts'
import { type AbiEntry, keyOf, selectorOf, signatureOf } from './abiEntry.ts'
import { holds, scanCode } from './bytecode.ts'
import { knownSignatures } from './knownSignatures.ts'
import { shown } from './malformed.ts'
import type { Layer } from './proxyLayer.ts'
import { readAbi } from './readAbi.ts'
import { abiLimits, type ReadAbi, readEntries } from './readEntries.ts'
import { type ProxyFault, resolveContract, type Target } from './resolveContract.ts'
import type { AbiSource } from './sourcifyClient.ts'

/** Where the functions and events of one contract were read. `exact`: of Sourcify, whether the source is that of the code to the last byte. */
export type Origin = { address: string; codeHash: string; from: 'pasted' | 'sourcify' | 'bytecode'; exact: boolean | null; name: string | null }

/**
 * What an author should know. `not-in-code`: declared, but its selector is nowhere in the code; `guessed`: taken from common declarations by what the code
 * compares with; `source-failed`: Sourcify gave no answer, or one that is no ABI; `skipped`: of a type that we do not read; `too-many`: the rest is left out.
 */
export type ImportNote = ProxyFault | { code: 'not-in-code' | 'guessed' | 'source-failed' | 'skipped' | 'too-many'; about: string }

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
  const parts = pasted ? [fromPasted(pasted, targets)] : await partsOf(deps, targets, chain.reference)
  return merged({ chain: chain.id, address, layers, notes: faults }, parts)
}

function addressOf(text: string): string {
  if (!isAddress(text))
    throw new CairnError('input.invalid', 'This is no address.', {
      meta: { field: 'address', found: shown(text), expected: '20 bytes in hex, in lower case or with a right checksum' },
    })
  return text.toLowerCase()
}

type Part = { origins: Origin[]; entries: AbiEntry[]; selectors: string[]; notes: ImportNote[] }

const mostNamed = 20
const named = (names: readonly string[]) =>
  names.length > mostNamed ? `${names.slice(0, mostNamed).join(', ')} and ${names.length - mostNamed} more` : names.join(', ')

const skippedNote = ({ skipped }: ReadAbi): ImportNote[] =>
  skipped.length === 0 ? [] : [{ code: 'skipped', about: named(skipped.map(({ field, found }) => `${field}: ${found}`)) }]

/** One ABI for all that stands behind the address: what an author pastes is not cut up by facets. */
function fromPasted(read: ReadAbi, targets: readonly Target[]): Part {
  const missing = read.entries.filter((entry) => !targets.some(({ code }) => holds(code, selectorOf(entry))))
  return {
    origins: targets.map(({ address, codeHash }) => ({ address, codeHash, from: 'pasted', exact: null, name: null })),
    entries: read.entries,
    selectors: [],
    notes: [...skippedNote(read), ...(missing.length === 0 ? [] : [{ code: 'not-in-code' as const, about: named(missing.map(signatureOf)) }])],
  }
}

/** So many facets are asked for at once. */
const together = 8

/** Each target by itself. A source that gave no answer is not asked on. */
async function partsOf({ source }: ImportDeps, targets: readonly Target[], chainReference: string): Promise<Part[]> {
  const parts: Part[] = []
  for (let at = 0; at < targets.length; at += together) {
    const failed = parts.some(({ notes }) => notes.some(({ code }) => code === 'source-failed'))
    const group = targets.slice(at, at + together)
    parts.push(...(await Promise.all(group.map((target) => partOf(failed ? null : source, target, chainReference)))))
  }
  return parts
}

async function partOf(source: AbiSource | null, target: Target, chainReference: string): Promise<Part> {
  if (!source) return fromCode(target)
  try {
    const found = await source.find(chainReference, target.address)
    if (!found) return fromCode(target)
    const read = readEntries(found.abi)
    if (read.entries.length === 0) return fromCode(target)
    const { address, codeHash } = target
    return {
      origins: [{ address, codeHash, from: 'sourcify', exact: found.exact, name: found.name }],
      entries: read.entries.filter((entry) => leadsTo(target, entry)),
      selectors: [],
      notes: skippedNote(read),
    }
  } catch (error) {
    // What another service answers is no reason to show nothing: the code is there.
    if (!(error instanceof OutboundError) && !(isCairnError(error) && error.code === 'abi.malformed')) throw error
    const part = fromCode(target)
    return { ...part, notes: [{ code: 'source-failed', about: shown(error.message) }, ...part.notes] }
  }
}

/** A facet answers only to what its diamond sends there; its events are logged by the diamond all the same. */
const leadsTo = ({ selectors }: Target, entry: AbiEntry) =>
  entry.type === 'event' || selectors === undefined || selectors.includes(selectorOf(entry))

/** What the code compares with and holds, by common declarations; what they do not name stays a selector. */
function fromCode(target: Target): Part {
  const { address, code, codeHash } = target
  const scan = scanCode(code)
  const known = knownSignatures()
  const selectors = target.selectors ?? scan.selectors
  const functions = selectors.flatMap((selector) => known.functions.get(selector) ?? [])
  const events = [...scan.words].flatMap((word) => known.events.get(word) ?? [])
  const entries = [...functions, ...events]
  return {
    origins: [{ address, codeHash, from: 'bytecode', exact: null, name: null }],
    entries,
    selectors: selectors.filter((selector) => !known.functions.has(selector)),
    notes: [
      ...(entries.length === 0 ? [] : [{ code: 'guessed' as const, about: address }]),
      ...(scan.full ? [{ code: 'too-many' as const, about: `${scan.selectors.length} selectors` }] : []),
    ],
  }
}

/** Facets share functions and events: each counts once. */
function merged(
  { notes, ...place }: Pick<ImportedContract, 'chain' | 'address' | 'layers' | 'notes'>,
  parts: readonly Part[],
): ImportedContract {
  const all = new Map(parts.flatMap(({ entries }) => entries.map((entry) => [keyOf(entry), entry] as const)))
  const entries = [...all.values()]
  const cut: ImportNote[] =
    entries.length > abiLimits.entries ? [{ code: 'too-many', about: `${entries.length} functions and events, ${abiLimits.entries} are kept` }] : []
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
