import type { Hex } from '#server/shared/bytes.ts'
import { capturedBy, resolveParams } from './captures.ts'
import { type Offchain, type RuleContext, scopeOf } from './context.ts'
import { type Bundle, bundleDigest, type LeafEvidence, ruleDigest } from './evidence.ts'
import { type KindId, kindOf } from './kinds/index.ts'
import type { Judgement } from './kinds/kind.ts'
import { sentences } from './kinds/wording.ts'
import type { EvidenceItem, Query } from './query.ts'
import { type LeafOf, leavesOf, type Rule } from './rule.ts'
import { type Status, statusOfAll, statusOfAny, statusOfAtLeast, statusOfNot, type Text, type Trace, type Verdict } from './verdict.ts'

/** For whom a query is asked: what is no chain's answers about this member, with this space's secrets. */
export type Asker = Pick<RuleContext, 'accountId' | 'space'>

/** Runs queries of many members together; item i answers query i. Never throws: what could not be read says so in its item. Chains need no asker. */
export type EvidenceReader = {
  read(queries: readonly Query[], asker?: Asker): Promise<EvidenceItem[]>
  /** Requests to endpoints that this item took: its share of the pass that read it. The shares of all who asked add up to the requests made. */
  costOf?(item: EvidenceItem): number
}

/** What was read for one leaf; `path` names it within the rule. */
export type LeafItems = Pick<LeafEvidence, 'path' | 'items'>

/** `digest`: of the bundle, made when it is first asked for: most verdicts are looked at once more and forgotten. */
export type Verified = { readonly verdict: Verdict; readonly bundle: Bundle; readonly digest: Hex }

/** How often a kind may look at what was found before it asks on. */
export const planRounds = 4

/** Plans, reads, judges: the whole check of one rule for one member. `spent` is told how many requests to endpoints it took. */
export async function verifyRule(
  deps: { evidence: EvidenceReader; spent?(requests: number): void },
  rule: Rule,
  input: { context: RuleContext; offchain?: Offchain },
): Promise<Verified> {
  let evidence: LeafItems[] = []
  for (let round = 0; round < planRounds; round++) {
    const planned = planRule(rule, input.context, evidence)
    const fresh = planned.flatMap(({ path, queries }) => {
      // A plan writes the same query the same way each time.
      const known = new Set(evidence.find((leaf) => leaf.path === path)?.items.map(({ query }) => JSON.stringify(query)))
      return queries.filter((query) => known.size === 0 || !known.has(JSON.stringify(query))).map((query) => ({ path, query }))
    })
    if (round > 0 && fresh.length === 0) break
    const asked = fresh.filter(({ query }) => query.type !== 'submission')
    const queries = asked.map(({ query }) => query)
    const read = queries.length === 0 ? [] : await deps.evidence.read(queries, input.context)
    deps.spent?.(read.reduce((sum, item) => sum + (deps.evidence.costOf?.(item) ?? 0), 0))
    const answers = new Map(asked.map((one, index) => [one, read[index]]))
    evidence = planned.map(({ path }) => ({
      path,
      items: [
        ...(evidence.find((leaf) => leaf.path === path)?.items ?? []),
        ...fresh
          .filter((one) => one.path === path)
          .flatMap((one) => (one.query.type === 'submission' ? [submissionItem(input.offchain)] : (answers.get(one) ?? []))),
      ],
    }))
  }
  return judgeEvidence(rule, input, evidence)
}

/** What every leaf asks for, for this member, given what was read for it so far. Pure. */
export function planRule(rule: Rule, context: RuleContext, read: readonly LeafItems[] = []): { path: string; queries: Query[] }[] {
  return leavesOf(rule).map(({ leaf, path }) => {
    const items = read.find((one) => one.path === path)?.items ?? []
    return { path, queries: planLeaf(leaf, items, context) }
  })
}

/** The verdict on evidence that was read before, and the bundle with its digest. Pure: the same evidence gives the same verdict. */
export function judgeEvidence(rule: Rule, input: { context: RuleContext; offchain?: Offchain }, evidence: readonly LeafItems[]): Verified {
  const leaves: LeafEvidence[] = []
  const items = new Map(evidence.map((leaf) => [leaf.path, leaf.items]))
  const judging: Judging = { items, leaves, context: input.context, captured: {} }
  const trace = judgeNode(rule, '', judging)
  const bundle: Bundle = {
    format: 'cairn-evidence-1',
    rule: ruleDigest(rule),
    context: input.context,
    ...(input.offchain === undefined ? {} : { offchain: input.offchain }),
    leaves,
    status: trace.status,
  }
  const captured = trace.status === 'pass' && Object.keys(judging.captured).length > 0 ? { captured: judging.captured } : {}
  let digest: Hex | undefined
  return {
    verdict: { status: trace.status, trace, ...captured },
    bundle,
    get digest() {
      digest ??= bundleDigest(bundle)
      return digest
    },
  }
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
  const all = ('all' in rule ? rule.all : 'any' in rule ? rule.any : rule.atLeast.of).map(describeRule)
  // Ways to the same thing may read the same, as functions of one router do: it is said once.
  const children = 'any' in rule ? all.filter(({ en }, index) => all.findIndex((other) => other.en === en) === index) : all
  if (children.length === 1 && children[0]) return children[0]
  const head = wantedOf(rule)
  return { en: `${head.en} ${children.map(({ en }) => en).join('; ')}`, ja: `${head.ja}${children.map(({ ja }) => ja).join('、')}` }
}

type Judging = {
  items: ReadonlyMap<string, EvidenceItem[]>
  leaves: LeafEvidence[]
  context: RuleContext
  captured: Record<string, string>
}

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
  const items = judging.items.get(path) ?? []
  const { status, seen, next, code, facts } = judgementOf(leaf, items, judging.context)
  judging.leaves.push({ path, items, facts })
  if (status === 'pass') Object.assign(judging.captured, capturedBy(leaf.capture, facts))
  return { status, wanted: describeLeaf(leaf), seen, ...(next && { next }), ...(code && { code }) }
}

function judgementOf<K extends KindId>(leaf: LeafOf<K>, items: readonly EvidenceItem[], context: RuleContext): Judgement {
  const resolved = resolveParams(leaf.params, context.captured ?? {})
  if ('missing' in resolved) return { status: 'fail', seen: [], next: sentences.earlierStep(), code: 'step.earlier', facts: [] }
  return kindOf(leaf.kind).judge(resolved.params, items, scopeOf(leaf, context))
}

function planLeaf<K extends KindId>(leaf: LeafOf<K>, read: readonly EvidenceItem[], context: RuleContext): Query[] {
  const resolved = resolveParams(leaf.params, context.captured ?? {})
  return 'missing' in resolved ? [] : kindOf(leaf.kind).plan(resolved.params, scopeOf(leaf, context), read)
}

const described = new WeakMap<object, Text>()

/** The sentence of a leaf. Said once: rules never change. */
function describeLeaf<K extends KindId>(leaf: LeafOf<K>): Text {
  const text = described.get(leaf) ?? kindOf(leaf.kind).describe(leaf.params, { chain: leaf.chain ?? '' })
  described.set(leaf, text)
  return text
}

function submissionItem(offchain: Offchain | undefined): EvidenceItem {
  return { query: { type: 'submission' }, records: offchain?.submission ? [offchain.submission] : [], complete: true, providers: [] }
}
