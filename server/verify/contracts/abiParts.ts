import { isCairnError } from '#server/shared/errors.ts'
import { OutboundError } from '#server/shared/outbound/guardedFetchClient.ts'
import { type AbiEntry, selectorOf, signatureOf } from './abiEntry.ts'
import { holds, scanCode } from './bytecode.ts'
import { knownSignatures } from './knownSignatures.ts'
import { shown } from './malformed.ts'
import { type ReadAbi, readEntries } from './readEntries.ts'
import type { ProxyFault, Target } from './resolveContract.ts'
import type { AbiSource } from './sourcifyClient.ts'

/** Where the functions and events of one contract were read. `exact`: of Sourcify, whether the source is that of the code to the last byte. */
export type Origin = {
  address: string
  codeHash: string
  from: 'pasted' | 'sourcify' | 'bytecode'
  exact: boolean | null
  name: string | null
}

/**
 * What an author should know. `not-in-code`: declared, but its selector is nowhere in the code; `guessed`: taken from common declarations by what the code
 * compares with; `source-failed`: Sourcify gave no answer, or one that is no ABI; `skipped`: of a type that we do not read; `too-many`: the rest is left out.
 */
export type ImportNote = ProxyFault | { code: 'not-in-code' | 'guessed' | 'source-failed' | 'skipped' | 'too-many'; about: string }

/** What is known of one or more targets. `selectors`: functions of which nothing else is known. */
export type Part = { origins: Origin[]; entries: AbiEntry[]; selectors: string[]; notes: ImportNote[] }

const mostNamed = 20
/** The first of some names, and how many more there are. */
export const named = (names: readonly string[]) =>
  names.length > mostNamed ? `${names.slice(0, mostNamed).join(', ')} and ${names.length - mostNamed} more` : names.join(', ')

const skippedNote = ({ skipped }: ReadAbi): ImportNote[] =>
  skipped.length === 0 ? [] : [{ code: 'skipped', about: named(skipped.map(({ field, found }) => `${field}: ${found}`)) }]

/** One ABI for all that stands behind the address: what an author pastes is not cut up by facets. */
export function fromPasted(read: ReadAbi, targets: readonly Target[], name: string | null): Part {
  const missing = read.entries.filter((entry) => !targets.some(({ code }) => holds(code, selectorOf(entry))))
  return {
    origins: targets.map(({ address, codeHash }) => ({ address, codeHash, from: 'pasted', exact: null, name })),
    entries: read.entries,
    selectors: [],
    notes: [
      ...skippedNote(read),
      ...(missing.length === 0 ? [] : [{ code: 'not-in-code' as const, about: named(missing.map(signatureOf)) }]),
    ],
  }
}

/** So many facets are asked for at once. */
const together = 8

/** Each target by itself. A source that gave no answer is not asked on. */
export async function partsOf(source: AbiSource | null, targets: readonly Target[], chainReference: string): Promise<Part[]> {
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
