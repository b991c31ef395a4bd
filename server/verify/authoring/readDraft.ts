import { lintRule, type RuleWarning } from '../lint.ts'
import { leavesOf, type Rule, type RuleIssue, readRule } from '../rule.ts'
import { describeRule } from '../run.ts'
import type { Text } from '../verdict.ts'

/** What stands wrong in a rule: where, what was found and what is expected. `path` as `leavesOf` says it, with the field behind it. */
export type DraftIssue = { path: string; found: string; expected: string }

/**
 * A rule while it is written: every problem at once, and as much of it in words as can be said. `sentences`: of each check that is well-formed, by its path.
 */
export type DraftReading = {
  issues: DraftIssue[]
  sentence: Text | null
  sentences: { path: string; text: Text }[]
  warnings: RuleWarning[]
}

/** Reads a rule as its author has it now. Pure; asks no chain and throws nothing. */
export function readDraft(input: unknown): DraftReading {
  const read = readRule(input)
  if ('rule' in read) {
    const warnings = lintRule(read.rule).map((warning) => ({ ...warning, path: asParts(warning.path) }))
    return { issues: [], sentence: describeRule(read.rule), sentences: saidOf(read.rule), warnings }
  }
  return { issues: read.issues.map(toIssue), sentence: null, sentences: saidByParts(input), warnings: [] }
}

const toIssue = ({ path, message, found }: RuleIssue): DraftIssue => ({
  path: asParts(path.join('.')),
  found: String(found),
  expected: message,
})

/** Parts of `atLeast` are named as `leavesOf` names them: without the list that they stand in. */
const asParts = (path: string) => path.replaceAll(/\batLeast\.of\b/g, 'atLeast')

const saidOf = (rule: Rule, at = '') => leavesOf(rule, at).map(({ leaf, path }) => ({ path, text: describeRule(leaf) }))

/** So many checks are looked at one by one: `readRule` refuses longer rules, but the rest of a long one deserves its words. */
const mostParts = 64

/** The checks that are well-formed for themselves, in a rule that is not. Walked without recursion: a hostile depth exhausts nothing. */
function saidByParts(input: unknown): DraftReading['sentences'] {
  const said: DraftReading['sentences'] = []
  const open: { node: unknown; path: string }[] = [{ node: input, path: '' }]
  for (let seen = 0; open.length > 0 && seen < mostParts; seen++) {
    const part = open.pop()
    if (!part || part.node === null || typeof part.node !== 'object') continue
    if ('kind' in part.node) {
      const read = readRule(part.node)
      if ('rule' in read) said.push({ path: part.path, text: describeRule(read.rule) })
    } else open.push(...partsOf(part.node as Record<string, unknown>, part.path).reverse())
  }
  return said
}

function partsOf(node: Record<string, unknown>, path: string) {
  const below = (list: unknown, name: string) =>
    (Array.isArray(list) ? list.slice(0, mostParts) : []).map((child: unknown, index) => ({
      node: child,
      path: join(path, `${name}.${index}`),
    }))
  const counted = node.atLeast !== null && typeof node.atLeast === 'object' ? (node.atLeast as Record<string, unknown>).of : undefined
  const negated = 'not' in node ? [{ node: node.not, path: join(path, 'not') }] : []
  return [...below(node.all, 'all'), ...below(node.any, 'any'), ...below(counted, 'atLeast'), ...negated]
}

const join = (path: string, name: string) => (path === '' ? name : `${path}.${name}`)
