import { type AbiEvent, type AbiFunction, type AbiParameter, parseAbiItem } from 'viem'

/** Parses a human-readable event such as `event Transfer(address indexed from, address indexed to, uint256 value)`; null when it is not one. */
export function parseEvent(signature: string): AbiEvent | null {
  const item = parseItem(signature)
  return item?.type === 'event' ? item : null
}

/** Parses a human-readable function such as `function deposit() payable`; null when it is not one. */
export function parseFunction(signature: string): AbiFunction | null {
  const item = parseItem(signature)
  return item?.type === 'function' ? item : null
}

const parsed = new Map<string, AbiEvent | AbiFunction | null>()

function parseItem(signature: string): AbiEvent | AbiFunction | null {
  const known = parsed.get(signature)
  if (known !== undefined) return known
  const item = parseFresh(signature)
  if (parsed.size > 1000) parsed.clear()
  parsed.set(signature, item)
  return item
}

function parseFresh(signature: string): AbiEvent | AbiFunction | null {
  if (!/^(event|function) /.test(signature)) return null
  try {
    const item = parseAbiItem(signature) as AbiEvent | AbiFunction
    return item.inputs.every((input) => input.name !== undefined && input.name !== '') ? item : null
  } catch {
    return null
  }
}

export type Components = readonly AbiParameter[]

export const componentsOf = (parameter: AbiParameter): Components => ('components' in parameter ? parameter.components : [])

/** How a path goes into an array: one element by its index, some element (`*` or `some`), or all of them. */
type Quantifier = 'at' | 'some' | 'every'

function quantifierOf(segment: string): Quantifier | null {
  if (segment === '*' || segment === 'some') return 'some'
  if (segment === 'every') return 'every'
  return /^\d{1,4}$/.test(segment) ? 'at' : null
}

/** The parameter behind a path such as `params.tokenIn`, `amounts.0`, `orders.*.maker` or `orders.every.maker`; null when there is none. */
export function parameterAt(inputs: Components, path: string): AbiParameter | null {
  const [first, ...rest] = path.split('.')
  let at = inputs.find((input) => input.name === first)
  for (const segment of rest) {
    if (!at) return null
    const element = elementOf(at)
    if (element) at = quantifierOf(segment) ? element : undefined
    else at = componentsOf(at).find((component) => component.name === segment)
  }
  return at ?? null
}

type Found = { parameter: AbiParameter | undefined; value: unknown }

/** The decoded values behind a path; `*`, `some` and `every` give every element. Empty when the path leads nowhere (an index beyond the end). */
export function valuesAt(inputs: Components, args: unknown, path: string): unknown[] {
  const [first, rest] = enter(inputs, args, path)
  let found: Found[] = [first]
  for (const segment of rest) found = found.flatMap((one) => step(one, segment))
  return found.map(({ value }) => value).filter((value) => value !== undefined)
}

/**
 * Whether the values behind a path pass a test: one for a plain path, some element for `*` and `some`, all for `every`. All of no elements is false: what is
 * not there proves nothing.
 */
export function holdsAt({ inputs, args }: { inputs: Components; args: unknown }, path: string, test: (value: unknown) => boolean): boolean {
  const check = (found: Found, [segment, ...rest]: readonly string[]): boolean => {
    if (segment === undefined) return found.value !== undefined && test(found.value)
    const next = step(found, segment)
    const all = found.parameter && elementOf(found.parameter) && quantifierOf(segment) === 'every'
    return all ? next.length > 0 && next.every((one) => check(one, rest)) : next.some((one) => check(one, rest))
  }
  return check(...enter(inputs, args, path))
}

function enter(inputs: Components, args: unknown, path: string): [Found, string[]] {
  const [first = '', ...rest] = path.split('.')
  const index = inputs.findIndex((input) => input.name === first)
  return [{ parameter: inputs[index], value: child(args, first, index) }, rest]
}

function step({ parameter, value }: Found, segment: string): Found[] {
  if (!parameter) return []
  const element = elementOf(parameter)
  if (element) {
    const elements: unknown[] = Array.isArray(value) ? value : []
    const taken = quantifierOf(segment) === 'at' ? [elements[Number(segment)]] : elements
    return taken.map((item) => ({ parameter: element, value: item }))
  }
  const components = componentsOf(parameter)
  const index = components.findIndex((component) => component.name === segment)
  return [{ parameter: components[index], value: child(value, segment, index) }]
}

/** What the elements of an array are; null for what is no array. */
function elementOf(parameter: AbiParameter): AbiParameter | null {
  const array = /^(.*)\[\d*\]$/.exec(parameter.type)
  return array ? { ...parameter, type: array[1] ?? '' } : null
}

function child(container: unknown, name: string, index: number): unknown {
  if (Array.isArray(container)) return container[index]
  if (container === null || typeof container !== 'object') return undefined
  return Object.hasOwn(container, name) ? (container as Record<string, unknown>)[name] : undefined
}

/** In how many 32-byte words of the head a parameter stands (dynamic ones hold an offset: one word). */
export function headWords(parameter: AbiParameter): number {
  const fixed = /^(.*)\[(\d+)\]$/.exec(parameter.type)
  if (fixed) {
    const element = { ...parameter, type: fixed[1] ?? '' }
    return isDynamic(element) ? 1 : Number(fixed[2]) * headWords(element)
  }
  if (parameter.type !== 'tuple' || isDynamic(parameter)) return 1
  return componentsOf(parameter).reduce((words, component) => words + headWords(component), 0)
}

export function isDynamic(parameter: AbiParameter): boolean {
  const array = /^(.*)\[(\d*)\]$/.exec(parameter.type)
  if (array) return array[2] === '' || isDynamic({ ...parameter, type: array[1] ?? '' })
  if (parameter.type === 'tuple') return componentsOf(parameter).some(isDynamic)
  return parameter.type === 'string' || parameter.type === 'bytes'
}

/** Where an event carries an argument: topic 1 to 3, or the word of the data. */
export function placeOf(event: AbiEvent, name: string): { by: 'topic' | 'word'; index: number } | null {
  let topic = 0
  let word = 0
  for (const input of event.inputs) {
    const indexed = input.indexed === true
    if (input.name === name) return indexed ? { by: 'topic', index: topic + 1 } : { by: 'word', index: word }
    if (indexed) topic++
    else word += headWords(input)
  }
  return null
}
