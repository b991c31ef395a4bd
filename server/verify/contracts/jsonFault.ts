/** The first character that cannot stand where it is, counted from 1. `found`: that character, `the end` where the text stops too early. */
export type JsonFault = { line: number; column: number; found: string }

type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or close' | 'nothing'

const space = /[ \t\n\r]*/y
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const word = /true|false|null/y
const escaped = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

/**
 * Where a text stops being JSON (RFC 8259), null when it is JSON. `JSON.parse` says that for some mistakes only. A walk with a list of what is open: a text
 * that is nested without end exhausts nothing.
 */
export function jsonFault(text: string): JsonFault | null {
  const open: ('{' | '[')[] = []
  let expected = 'value' as Expected
  for (let at = skip(space, text, 0); ; at = skip(space, text, at)) {
    const char = text[at]
    if (expected === 'nothing') return char === undefined ? null : faultAt(text, at)
    if (expected === ', or close') {
      if (char === (open.at(-1) === '{' ? '}' : ']')) expected = close(open)
      else if (char === ',') expected = open.at(-1) === '{' ? 'key' : 'value'
      else return faultAt(text, at)
      at++
    } else if (expected === ':') {
      if (char !== ':') return faultAt(text, at)
      expected = 'value'
      at++
    } else if ((expected === 'key or }' && char === '}') || (expected === 'value or ]' && char === ']')) {
      expected = close(open)
      at++
    } else if (char === '"') {
      const read = stringEnd(text, at)
      if ('fault' in read) return faultAt(text, read.fault)
      expected = expected === 'key' || expected === 'key or }' ? ':' : after(open)
      at = read.end
    } else if (expected === 'key' || expected === 'key or }') {
      return faultAt(text, at)
    } else if (char === '{' || char === '[') {
      open.push(char)
      expected = char === '{' ? 'key or }' : 'value or ]'
      at++
    } else {
      const end = Math.max(skip(number, text, at), skip(word, text, at))
      if (end === at) return faultAt(text, at)
      expected = after(open)
      at = end
    }
  }
}

const after = (open: readonly string[]): Expected => (open.length === 0 ? 'nothing' : ', or close')

function close(open: string[]): Expected {
  open.pop()
  return after(open)
}

/** Where a match that begins here ends; here when there is none. */
function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}

function stringEnd(text: string, start: number): { end: number } | { fault: number } {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x22) return { end: at + 1 }
    if (code < 0x20) return { fault: at }
    if (code !== 0x5c) continue
    const end = skip(escaped, text, at)
    if (end === at) return { fault: at }
    at = end - 1
  }
  return { fault: text.length }
}

function faultAt(text: string, at: number): JsonFault {
  const before = text.slice(0, at).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, found: at < text.length ? (text[at] ?? '') : 'the end' }
}
