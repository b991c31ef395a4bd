import type { Hex } from '#server/shared/bytes.ts'
import { type LeafScope, type Offchain, type RuleContext, scopeOf } from './context.ts'
import { type Bundle, bundleDigest, type LeafEvidence, ruleDigest } from './evidence.ts'
import { kindOf } from './kinds/index.ts'
import type { Judgement } from './kinds/kind.ts'
import type { KindId } from './kinds/params.ts'
import type { EvidenceItem, Query } from './query.ts'
import { type LeafOf, leavesOf, type Rule } from './rule.ts'
import { type Status, statusOfAll, statusOfAny, statusOfAtLeast, statusOfNot, type Text, type Trace, type Verdict } from './verdict.ts'

/** Runs queries of many members together; item i answers query i. Never throws: what could not be read says so in its item. */
export type EvidenceReader = { read(queries: readonly Query[]): Promise<EvidenceItem[]> }

export type Verified = { verdict: Verdict; bundle: Bundle; digest: Hex }

/** Plans, reads, judges: the whole check of one rule for one member. */
export async function verifyRule(
  deps: { evidence: EvidenceReader },
  rule: Rule,
  input: { context: RuleContext; offchain?: Offchain },
): Promise<Verified> {
  const planned = planRule(rule, input.context)
  const chainQueries = planned.flatMap(({ queries }) => queries.filter((query) => query.type !== 'quiz'))
  const read = chainQueries.length === 0 ? [] : await deps.evidence.read(chainQueries)
  let next = 0
  const evidence = planned.map(({ path, queries }) => ({
    path,
    items: queries.flatMap((query) => (query.type === 'quiz' ? [quizItem(input.offchain)] : (read[next++] ?? []))),
  }))
  return judgeEvidence(rule, input, evidence)
}

/** What every leaf asks for, for this member. Pure. */
export function planRule(rule: Rule, context: RuleContext): { path: string; queries: Query[] }[] {
  return leavesOf(rule).map(({ leaf, path }) => ({ path, queries: planLeaf(leaf, scopeOf(leaf, context)) }))
}

/** The verdict on evidence that was read before, and the bundle with its digest. Pure: the same evidence gives the same verdict. */
export function judgeEvidence(
  rule: Rule,
  input: { context: RuleContext; offchain?: Offchain },
  evidence: readonly Pick<LeafEvidence, 'path' | 'items'>[],
): Verified {
  const leaves: LeafEvidence[] = []
  const items = new Map(evidence.map((leaf) => [leaf.path, leaf.items]))
  const trace = judgeNode(rule, '', { items, leaves, context: input.context })
  const bundle: Bundle = {
    format: 'cairn-evidence-1',
    rule: ruleDigest(rule),
    context: input.context,
    ...(input.offchain === undefined ? {} : { offchain: input.offchain }),
    leaves,
    status: trace.status,
  }
  return { verdict: { status: trace.status, trace }, bundle, digest: bundleDigest(bundle) }
}

/** Judges a stored bundle again. Null when the bundle belongs to another rule. */
export function replayBundle(rule: Rule, bundle: Bundle): Verified | null {
  if (bundle.format !== 'cairn-evidence-1' || bundle.rule !== ruleDigest(rule)) return null
  const { context, offchain } = bundle
  return judgeEvidence(rule, { context, ...(offchain === undefined ? {} : { offchain }) }, bundle.leaves)
}

/** The rule in words, as one tree of sentences. */
export function describeRule(rule: Rule): Text {
  if ('kind' in rule) return describeLeaf(rule)
  if ('not' in rule) return wantedOf(rule)
  const children = ('all' in rule ? rule.all : 'any' in rule ? rule.any : rule.atLeast.of).map(describeRule)
  if (children.length === 1 && children[0]) return children[0]
  const head = wantedOf(rule)
  return { en: `${head.en} ${children.map(({ en }) => en).join('; ')}`, ja: `${head.ja}${children.map(({ ja }) => ja).join('、')}` }
}

type Judging = { items: ReadonlyMap<string, EvidenceItem[]>; leaves: LeafEvidence[]; context: RuleContext }

function judgeNode(rule: Rule, path: string, judging: Judging): Trace {
  if ('kind' in rule) return judgeLeaf(rule, path, judging)
  const at = (segment: string) => (path === '' ? segment : `${path}.${segment}`)
  if ('not' in rule) {
    const child = judgeNode(rule.not, at('not'), judging)
    return { status: statusOfNot(child.status), wanted: wantedOf(rule), seen: [], children: [child] }
  }
  const key = 'all' in rule ? 'all' : 'any' in rule ? 'any' : 'atLeast'
  const rules = 'all' in rule ? rule.all : 'any' in rule ? rule.any : rule.atLeast.of
  const children = rules.map((child, index) => judgeNode(child, at(`${key}.${index}`), judging))
  const statuses = children.map((child) => child.status)
  return { status: statusOf(rule, statuses), wanted: wantedOf(rule), seen: [], children }
}

function statusOf(rule: Rule, children: readonly Status[]): Status {
  if ('all' in rule) return statusOfAll(children)
  return 'atLeast' in rule ? statusOfAtLeast(rule.atLeast.n, children) : statusOfAny(children)
}

function wantedOf(rule: Exclude<Rule, { kind: KindId }>): Text {
  if ('all' in rule) return { en: 'All of:', ja: 'すべて達成:' }
  if ('any' in rule) return { en: 'One of:', ja: 'いずれかを達成:' }
  if ('atLeast' in rule)
    return {
      en: `At least ${rule.atLeast.n} of ${rule.atLeast.of.length}:`,
      ja: `${rule.atLeast.of.length} 件のうち ${rule.atLeast.n} 件以上を達成:`,
    }
  const child = describeRule(rule.not)
  return { en: `Not: ${child.en}`, ja: `次の条件に当てはまらないこと: ${child.ja}` }
}

function judgeLeaf<K extends KindId>(leaf: LeafOf<K>, path: string, judging: Judging): Trace {
  const scope = scopeOf(leaf, judging.context)
  const items = judging.items.get(path) ?? []
  const { status, seen, next, facts }: Judgement = kindOf(leaf.kind).judge(leaf.params, items, scope)
  judging.leaves.push({ path, items, facts })
  return { status, wanted: describeLeaf(leaf), seen, ...(next === undefined ? {} : { next }) }
}

function planLeaf<K extends KindId>(leaf: LeafOf<K>, scope: LeafScope): Query[] {
  return kindOf(leaf.kind).plan(leaf.params, scope)
}

function describeLeaf<K extends KindId>(leaf: LeafOf<K>): Text {
  return kindOf(leaf.kind).describe(leaf.params, { chain: leaf.chain ?? '' })
}

function quizItem(offchain: Offchain | undefined): EvidenceItem {
  return { query: { type: 'quiz' }, records: offchain?.quiz ? [offchain.quiz] : [], complete: true, providers: [] }
}
