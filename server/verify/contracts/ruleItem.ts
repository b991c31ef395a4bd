import { parseEvent, parseFunction } from '../kinds/abi.ts'
import { familyOf } from '../kinds/filters.ts'
import type { KindId } from '../kinds/index.ts'
import { parseView } from '../kinds/viewCall.ts'
import { type AbiEntry, declarationOf, isRead, type Param, selectorOf, signatureOf } from './abiEntry.ts'

/** The kinds that take a declaration of a contract. */
export type DeclarationKind = Extract<KindId, 'evm.event' | 'evm.transaction' | 'evm.read'>

/**
 * A value that conditions may name. `path`: as `arg` of a filter. `family`: what it is compared as. `hashed`: it is only in the log as its hash, so nothing can
 * be compared. `namesMember`: an event may name its member there.
 */
export type Argument = {
  path: string
  type: string
  family: 'int' | 'address' | 'bytes' | 'string' | 'bool'
  indexed: boolean
  hashed: boolean
  namesMember: boolean
}

/**
 * A function or event as an author chooses it, with what a rule needs. `kind`: whose rules are about it, null where none can be written. `declaration`: what
 * goes into the parameters `event` or `function`; null where only the selector is known or can be written. `arguments`: of a call or event what came in, of a
 * view what it answers. `inputs`: what a view is asked with.
 */
export type RuleItem = {
  type: 'function' | 'event'
  name: string
  signature: string
  selector: string
  kind: DeclarationKind | null
  declaration: string | null
  arguments: Argument[]
  inputs: Param[]
  payable: boolean
}

/** What a search looks at: all but the declaration, whose reading takes longer than everything else. */
export type SearchedItem = Pick<RuleItem, 'type' | 'name' | 'signature' | 'selector' | 'kind' | 'arguments'>

const mostArguments = 200
const longestPath = 200
/** As the kinds bound it. */
const longest = { event: 1000, transaction: 1000, read: 2000 } as const

export function searchedItem(entry: AbiEntry): SearchedItem {
  const reads = isRead(entry)
  return {
    type: entry.type,
    name: entry.name,
    signature: signatureOf(entry),
    selector: selectorOf(entry),
    kind: entry.type === 'event' ? 'evm.event' : reads ? 'evm.read' : 'evm.transaction',
    arguments: argumentsOf(reads ? entry.outputs : entry.inputs),
  }
}

export function ruleItem(entry: AbiEntry): RuleItem {
  const [kind, declaration] = usable(entry)
  const searched = searchedItem(entry)
  return {
    ...searched,
    kind,
    declaration,
    arguments: declaration === null ? [] : searched.arguments,
    inputs: kind === 'evm.read' ? [...entry.inputs] : [],
    payable: entry.type === 'function' && entry.mutability === 'payable',
  }
}

/** A function of which nothing but its selector is known. */
export const bareItem = (selector: string): RuleItem => ({
  type: 'function',
  name: '',
  signature: '',
  selector,
  kind: 'evm.transaction',
  declaration: null,
  arguments: [],
  inputs: [],
  payable: false,
})

/** The kinds' own parsers have the last word: what they do not read is not offered. */
function usable(entry: AbiEntry): [RuleItem['kind'], string | null] {
  const text = declarationOf(entry)
  if (entry.type === 'event') return text.length <= longest.event && parseEvent(text) ? ['evm.event', text] : [null, null]
  if (isRead(entry)) return text.length <= longest.read && parseView(text) ? ['evm.read', text] : [null, null]
  return ['evm.transaction', text.length <= longest.transaction && parseFunction(text) ? text : null]
}

function argumentsOf(params: readonly Param[]): Argument[] {
  const found: Argument[] = []
  for (const param of params) {
    const indexed = param.indexed === true
    const hashed = indexed && !/^(u?int\d+|address|bool|bytes\d+)$/.test(param.type)
    for (const { path, type } of leavesOf(param, param.name)) {
      const family = familyOf(type)
      if (family === null || path.length > longestPath || found.length >= mostArguments) continue
      const namesMember = !hashed && /^(address|bytes32|bytes|string)$/.test(type)
      found.push({ path, type, family, indexed, hashed, namesMember })
    }
  }
  return found
}

/** Every single value in a parameter: parts of tuples by name, elements of arrays as some element. */
function leavesOf({ type, components = [] }: Pick<Param, 'type' | 'components'>, path: string): { path: string; type: string }[] {
  const array = /^(.*)\[\d*\]$/.exec(type)
  if (array) return leavesOf({ type: array[1] ?? '', components }, `${path}.*`)
  return type === 'tuple' ? components.flatMap((part) => leavesOf(part, `${path}.${part.name}`)) : [{ path, type }]
}
