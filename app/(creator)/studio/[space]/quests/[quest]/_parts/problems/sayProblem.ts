import { isMissing, type Problem } from '../state/problems.ts'

/** What the reader is told of a problem: a key of `editor.problem` with its values. */
export type Saying = { key: string; values?: Record<string, string | number> }

type Rule = [pattern: RegExp, key: string]

/** The server's expectation, as its schema says it, to a sentence of ours. The first that fits is taken; a number in it is `n`. */
const rules: readonly Rule[] = [
  [/expected string to have <=(\d+) characters/, 'tooLong'],
  [/at most (\d+) characters of JSON/, 'tooMuch'],
  [/^at most (\d+) (?:values|levels|characters)$/, 'tooMuch'],
  [/expected array to have <=(\d+) items/, 'tooMany'],
  [/expected array to have >=(\d+) items/, 'tooFew'],
  [/expected (?:number|int) to be <=(\d+)/, 'atMost'],
  [/expected (?:number|int) to be >=(\d+)/, 'atLeast'],
  [/must not be empty or start or end/, 'spaces'],
  [/must not contain control/, 'controls'],
  [/must not pile up/, 'marks'],
  [/must not contain templates/, 'templates'],
  [/must be an https link/, 'link'],
  [/^later than opensAt/, 'later'],
  [/^a time to come/, 'future'],
  [/^a time with its offset/, 'time'],
  [/^an instant of the same UTC (?:day|week)/, 'samePeriod'],
  [/^at most (\d+) characters for a recurring/, 'shortSlug'],
  [/^1 to (\d+)$/, 'range'],
  [/^(?:as it was launched|the steps that were launched)/, 'launched'],
  [/^capture-order/, 'capture'],
  [/^at most one quiz/, 'oneForm'],
  [/^a free slug/, 'slugTaken'],
  [/^a published quest/, 'unpublished'],
  [/^quests that do not lead back/, 'circle'],
  [/^a list of this space/, 'list'],
  [/^an https endpoint that anyone/, 'endpoint'],
  [/^shares must sum/, 'shares'],
  [/^the same is asked for twice/, 'twice'],
  [/^step ids must differ/, 'ids'],
  [/^no prize on a quest that recurs/, 'prizeRecurs'],
  [/^no prize/, 'noPrize'],
  [/^less than 2\^96/, 'prizeLarge'],
  [/expected int|safe integer/i, 'whole'],
  [/^Invalid option|^Invalid input|^Invalid string/, 'shape'],
]

/** The sentence for a problem; without one of ours, what was expected as the server says it. */
export function sayingOf(problem: Problem): Saying {
  if (isMissing(problem)) return { key: 'missing' }
  for (const [pattern, key] of rules) {
    const match = pattern.exec(problem.expected)
    if (match) return { key, values: { n: Number(match[1] ?? 0), found: problem.found } }
  }
  return { key: 'other', values: { expected: problem.expected } }
}
