import { type Abi, parseAbi } from 'viem'
import { malformed, shown } from './malformed.ts'
import { abiLimits } from './readEntries.ts'

const longest = 2000
const mostStructs = 100
/** Parts of a struct, those of structs in it included: structs that name each other fan out. */
const widest = 1000

type Statement = { text: string; line: number }

/**
 * Functions and events that are declared in Solidity, one after the other, as a JSON ABI. Structs may be declared beside them; constructors and errors
 * are passed over. Throws `abi.malformed` naming the line.
 */
export function declarationsIn(source: string, field: string): Abi {
  const statements = statementsOf(withoutComments(source))
  if (statements.length > abiLimits.entries) throw malformed(field, `${statements.length} declarations`, `at most ${abiLimits.entries}`)
  for (const { text, line } of statements)
    if (text.length > longest) throw refused(field, line, `${text.length} characters`, `at most ${longest} characters`)
  const structs = statements.filter(isStruct)
  refuseWide(structs, field)
  const declared = statements.filter((one) => !isStruct(one) && !isOther(one))
  return parsed(declared, structs) ?? parsedOneByOne(declared, structs, field)
}

const isStruct = ({ text }: Statement) => /^struct\b/.test(text)
const isOther = ({ text }: Statement) => /^(error|constructor|fallback|receive|modifier|using|pragma|import)\b/.test(text)

const refused = (field: string, line: number, found: unknown, expected: string) =>
  malformed(field, `line ${line}: ${shown(found)}`, expected)

function parsed(declared: readonly Statement[], structs: readonly Statement[]): Abi | null {
  const lines = [...structs, ...declared].map(({ text }) => text)
  try {
    return declared.length === 0 ? [] : parseAbi(lines)
  } catch {
    // Which line it was is found one by one.
    return null
  }
}

function parsedOneByOne(declared: readonly Statement[], structs: readonly Statement[], field: string): Abi {
  return declared.flatMap((statement) => {
    const one = parsed([statement], structs)
    if (one) return [...one]
    throw refused(field, statement.line, statement.text, 'a declaration such as: event Deposit(address indexed dst, uint256 wad)')
  })
}

/** Comments become spaces: lines keep their numbers. */
function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\n]*/g, (comment) => comment.replace(/[^\n]/g, ' '))
}

/** Declarations end at a semicolon or, where no parenthesis or brace is open, at the end of the line. */
function statementsOf(source: string): Statement[] {
  const found: Statement[] = []
  let [text, depth, line, start] = ['', 0, 1, 1]
  let begun = false
  const end = () => {
    const plain = tidy(text)
    if (plain !== '') found.push({ text: plain, line: start })
    text = ''
    depth = 0
    begun = false
  }
  for (const char of source) {
    if (!begun) start = line
    if (char.trim() !== '') begun = true
    if (char === '\n') line++
    if (depth <= 0 && (char === ';' || char === '\n')) {
      end()
      continue
    }
    if (char === '(' || char === '{') depth++
    if (char === ')' || char === '}') depth--
    text += char
    if (char === '}' && depth <= 0) end()
  }
  end()
  return found
}

/** The form that the parser takes: single spaces, none inside parentheses, and no words on who may call. */
function tidy(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  if (/^struct\b/.test(plain)) return plain.replace(/\s*\{\s*/, ' { ').replace(/\s*\}$/, ' }')
  return plain
    .replace(/\(\s+/g, '(')
    .replace(/\s+([),])/g, '$1')
    .replace(/ (external|public|virtual|override|nonpayable)(?= |$)/g, '')
    .replace(/^((?:function|event|error) [\w$]+) \(/, '$1(')
    .trim()
}

/** Refuses structs that make more parts than anyone can mean, or that never end. */
function refuseWide(structs: readonly Statement[], field: string) {
  if (structs.length > mostStructs) throw malformed(field, `${structs.length} structs`, `at most ${mostStructs}`)
  const parts = new Map<string, { types: string[]; line: number }>()
  for (const { text, line } of structs) {
    const [, name = '', body = ''] = /^struct ([\w$]+) \{(.*)\}$/.exec(text) ?? []
    const types = body.split(';').flatMap((part) => /^[\w$]+/.exec(part.trim())?.[0] ?? [])
    if (name === '' || types.length === 0) throw refused(field, line, text, 'a struct such as: struct Point { uint256 x; uint256 y; }')
    parts.set(name, { types, line })
  }
  const sizes = new Map<string, number>()
  const sizeOf = (name: string, within: readonly string[]): number => {
    const struct = parts.get(name)
    if (!struct) return 1
    const known = sizes.get(name)
    if (known !== undefined) return known
    if (within.includes(name) || within.length >= abiLimits.depth)
      throw refused(field, struct.line, `${name} in ${within.at(-1)}`, `structs of at most ${abiLimits.depth} levels`)
    const size = struct.types.reduce((sum, type) => sum + sizeOf(type, [...within, name]), 0)
    if (size > widest) throw refused(field, struct.line, `${name}: ${size} parts`, `at most ${widest} parts`)
    sizes.set(name, size)
    return size
  }
  for (const name of parts.keys()) sizeOf(name, [])
}
