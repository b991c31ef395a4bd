import { unlimitedWindow } from './kinds/eventWarnings.ts'
import { type KindId, kindOf } from './kinds/index.ts'
import { type Leaf, type LeafOf, leavesOf, type Rule } from './rule.ts'
import type { Text } from './verdict.ts'

/** A warning to the author about one node of a rule. `path` leads to the field: `all.0.params.where`. Stable codes: an author acknowledges by code and path. */
export type RuleWarning = { code: string; path: string; message: Text }

/** What is easily farmed, or can never pass, as far as the rule alone tells. Pure; `lintOnChain` asks the chains. */
export function lintRule(rule: Rule): RuleWarning[] {
  return [...lintShape(rule, ''), ...leavesOf(rule).flatMap(({ leaf, path }) => lintLeaf(leaf, path))]
}

const join = (path: string, ...segments: (string | number)[]) => [path, ...segments].filter((segment) => segment !== '').join('.')

function lintLeaf<K extends KindId>(leaf: LeafOf<K>, path: string): RuleWarning[] {
  const own = kindOf(leaf.kind)
    .lint(leaf.params, leaf)
    .map(({ code, path: field, message }) => ({ code, path: join(path, 'params', ...field), message }))
  return [...own, ...lintWindow(leaf, path), ...lintFinality(leaf, path)]
}

function lintWindow({ chain, window }: Pick<Leaf, 'chain' | 'window'>, path: string): RuleWarning[] {
  if (chain === undefined || window === undefined || window.from !== undefined) return []
  return [{ code: 'unlimited-window', path: join(path, 'window', 'from'), message: unlimitedWindow }]
}

function lintFinality({ chain, finality }: Pick<Leaf, 'chain' | 'finality'>, path: string): RuleWarning[] {
  if (chain === undefined || finality === undefined || finality === 'finalized') return []
  const message = {
    en: 'A block that is not final yet may leave the chain after the step has passed.',
    ja: '未確定のブロックで達成になるため、あとからブロックが取り消されるおそれがあります。',
  }
  return [{ code: 'not-final', path: join(path, 'finality'), message }]
}

function lintShape(rule: Rule, path: string): RuleWarning[] {
  if ('kind' in rule) return []
  if ('not' in rule) return [...lintNot(rule.not, path), ...lintShape(rule.not, join(path, 'not'))]
  const key = 'all' in rule ? 'all' : 'any' in rule ? 'any' : 'atLeast.of'
  const children = 'all' in rule ? rule.all : 'any' in rule ? rule.any : rule.atLeast.of
  const seen = new Set<string>()
  const twins = children.flatMap((child, index) => {
    const text = JSON.stringify(child)
    if (!seen.has(text)) {
      seen.add(text)
      return []
    }
    const message = { en: 'The same condition stands here twice.', ja: '同じ条件が 2 回指定されています。' }
    return [{ code: 'twice', path: join(path, key, index), message }]
  })
  return [...twins, ...children.flatMap((child, index) => lintShape(child, join(path, key.split('.')[0] ?? key, index)))]
}

/** A negation alone is met by everyone who did nothing. */
function lintNot(child: Rule, path: string): RuleWarning[] {
  if (path !== '' || !('kind' in child)) return []
  const message = { en: 'Whoever does nothing passes.', ja: '何もしない人が達成できます。' }
  return [{ code: 'passes-by-doing-nothing', path: 'not', message }]
}
