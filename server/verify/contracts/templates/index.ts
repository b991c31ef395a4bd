import { CairnError } from '#server/shared/errors.ts'
import { lintRule, type RuleWarning } from '../../lint.ts'
import type { Rule } from '../../rule.ts'
import { describeRule } from '../../run.ts'
import type { Text } from '../../verdict.ts'
import { shown } from '../malformed.ts'
import { borrowAave, bridgeArbitrum, bridgeStandard, stakeLido, supplyAave, wrapEther } from './finance.ts'
import { holdToken, mintPiece, ownEdition, ownPiece, sendToken } from './holdings.ts'
import { attested, createSafe, primaryName, registerEns, useSafe, vote } from './identity.ts'
import { addLiquidityV2, addLiquidityV3 } from './liquidity.ts'
import { delegateStake, holdMint, swapJupiter } from './solana.ts'
import { buyUniversal, swapEtherV2, swapPoolV3, swapRouterV3, swapTokenV2 } from './swaps.ts'
import { chainsFor, sourcesOf, type Template, type TemplateSource } from './template.ts'

/** Every template, in the order that authors see. A new one is its definition and a place here. */
export const templates: readonly Template[] = [
  swapEtherV2,
  swapTokenV2,
  swapRouterV3,
  swapPoolV3,
  buyUniversal,
  wrapEther,
  addLiquidityV2,
  addLiquidityV3,
  supplyAave,
  borrowAave,
  stakeLido,
  holdToken,
  sendToken,
  ownPiece,
  ownEdition,
  mintPiece,
  bridgeStandard,
  bridgeArbitrum,
  registerEns,
  primaryName,
  vote,
  attested,
  createSafe,
  useSafe,
  swapJupiter,
  delegateStake,
  holdMint,
]

/** A template as an author chooses it. */
export type TemplateView = Omit<Template, 'build' | 'uses' | 'chains'> & {
  chains: readonly string[]
  sources: TemplateSource[]
}

export const templateViews = (): TemplateView[] =>
  templates.map(({ build: _build, uses, chains, ...shownAs }) => ({ ...shownAs, chains: chainsFor(chains), sources: sourcesOf({ uses }) }))

/** The rule of a template with what it says and warns of. Throws `not-found`, `input.invalid` and `quest.malformed`, naming the field. */
export function buildTemplate({ id, chain, params }: { id: string; chain: string; params: unknown }): {
  rule: Rule
  sentence: Text
  warnings: RuleWarning[]
} {
  const template = templates.find((one) => one.id === id)
  if (!template) throw new CairnError('not-found', 'There is no such template.', { meta: { field: 'template', found: shown(id) } })
  const rule = template.build({ chain, params })
  return { rule, sentence: describeRule(rule), warnings: lintRule(rule) }
}
