import type { Text, Trace } from './verdict.ts'

/** Longest code of a reason. */
const longest = 96

/**
 * Why a verdict is no pass, as a code that many members share. Null for a pass. The part that decides has a code of its own where its judge named one
 * (`quiz.wrong`, with a dot; it stays for good). Where none did, near misses above all, its words are the code, without what differs from member to member:
 * "tx 0x12ab… swapped 9.70 USDC, 10 needed" is `tx-x-swapped-x-usdc-x-needed`, and changes with the words.
 */
export const reasonOf = (trace: Trace): string | null =>
  trace.status === 'pass' ? null : (deciding(trace).code ?? codeOf(explain(trace).en))

/** The sentence that says best why: of a failure what was seen, of what waits what it waits for. */
export function explain(trace: Trace): Text {
  const { seen, next, wanted } = deciding(trace)
  const [first] = seen
  return (trace.status === 'fail' ? (first?.text ?? next) : (next ?? first?.text)) ?? wanted
}

/** The leaf that the status of the whole comes from: the first with the same status on each level, or the first at all (below a `not`). */
function deciding(trace: Trace): Trace {
  const { children = [] } = trace
  const child = children.find(({ status }) => status === trace.status) ?? children[0]
  return child ? deciding(child) : trace
}

/** CAIP-2 ids of the chains that a pass was seen on, in order; none for what did not pass. */
export const chainsSeen = (trace: Trace): string[] => [...new Set(passedOn(trace))].sort()

function passedOn({ status, seen, children = [] }: Trace): string[] {
  if (status !== 'pass') return []
  return [...seen.flatMap(({ chain }) => chain ?? []), ...children.flatMap(passedOn)]
}

/** Words of a sentence as a code: letters a to z and dashes. Quotations, and words with digits or cut in the middle, are `x`: amounts, addresses, names. */
export function codeOf(sentence: string): string {
  const words = sentence
    .slice(0, 1000)
    .replaceAll(/“[^”]*”|"[^"]*"/g, ' 0 ')
    .split(/\s+/)
    .map((word) => (/[\d…]/.test(word) || word.length > 24 ? 'x' : word.toLowerCase().replaceAll(/[^a-z]+/g, '-')))
  const code = words
    .join('-')
    .replaceAll(/-{2,}/g, '-')
    .replaceAll(/\bx(?:-x\b)+/g, 'x')
    .replaceAll(/^-|-$/g, '')
  return code.slice(0, longest).replace(/-$/, '') || 'other'
}
