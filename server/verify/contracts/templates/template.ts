import * as z from 'zod'
import { chains as registry } from '#chains/registry.ts'
import { CairnError } from '#server/shared/errors.ts'
import { evmAddress, uint, unit } from '../../kinds/fields.ts'
import type { FormField } from '../../kinds/form.ts'
import { parseRule, type Rule } from '../../rule.ts'
import type { Text } from '../../verdict.ts'
import { shown } from '../malformed.ts'
import { ethereum, exampleContracts, type Published, type PublishedId, published } from './addresses.ts'

/** What authors look for. */
export const templateCategories = [
  'swap',
  'liquidity',
  'lend',
  'stake',
  'hold',
  'send',
  'mint',
  'bridge',
  'name',
  'vote',
  'attest',
  'account',
] as const
export type TemplateCategory = (typeof templateCategories)[number]

/** A common action as a form of a few fields that becomes a rule. `chains`: CAIP-2 ids; `any`: every chain of that sort. `example`: fields to begin with. */
export type Template = {
  readonly id: string
  readonly category: TemplateCategory
  readonly title: Text
  readonly summary: Text
  readonly chains: readonly string[] | 'any-evm'
  readonly fields: readonly FormField[]
  readonly example: { chain: string; params: unknown }
  /** Contracts of others that its rules name. */
  readonly uses: readonly PublishedId[]
  /** The rule for these fields on this chain. Throws `input.invalid` naming the field. */
  build(input: { chain: string; params: unknown }): Rule
}

type Definition<P> = Omit<Template, 'example' | 'build'> & {
  example: { chain: string; params: P }
  params: z.ZodType<P>
  /** As an author would write it: `build` reads it by the rules' own schema. */
  rule(params: P, chain: string): unknown
}

export function defineTemplate<P>({ params: schema, rule, ...template }: Definition<P>): Template {
  return {
    ...template,
    build({ chain, params }) {
      if (!chainsFor(template.chains).includes(chain))
        throw new CairnError('input.invalid', 'This template is not for that chain.', {
          meta: {
            field: 'chain',
            found: shown(chain),
            expected: template.chains === 'any-evm' ? 'an EVM chain' : template.chains.join(', '),
          },
        })
      const read = schema.safeParse(params)
      if (read.success) return parseRule(rule(read.data, chain))
      const [issue] = read.error.issues
      const unknown = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined
      const field = ['params', ...(issue?.path ?? []), ...(unknown === undefined ? [] : [unknown])].map(String).join('.')
      throw new CairnError('input.invalid', 'A field of the template is not right.', {
        meta: { field: field.slice(0, 200), found: shown(valueAt(params, issue?.path ?? [])), expected: issue?.message },
      })
    },
  }
}

export const chainsFor = (chains: Template['chains']): readonly string[] =>
  chains === 'any-evm' ? registry.filter(({ namespace }) => namespace === 'eip155').map(({ id }) => id) : chains

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let at = input
  for (const key of path)
    at = at !== null && typeof at === 'object' && Object.hasOwn(at, key) ? (at as Record<PropertyKey, unknown>)[key] : undefined
  return at
}

/** A contract that a template names: on which chains it stands where, and who publishes that. */
export type TemplateSource = Published & { id: PublishedId }
export const sourcesOf = ({ uses }: Pick<Template, 'uses'>): TemplateSource[] => uses.map((id) => ({ id, ...published[id] }))

/** A token as an author chooses it. */
export const token = z.strictObject({ address: evmAddress, ...unit.shape })
export type TokenField = z.infer<typeof token>
/** A least amount in base units: nothing is no action. */
export const amount = uint.refine((text) => text !== '0', 'more than nothing expected')

export const ether = { decimals: 18, symbol: 'ETH' } as const
export const unitOf = ({ decimals, symbol }: TokenField) => ({ decimals, symbol })

export const tokenField = (path = 'token', label: Text = { en: 'Token', ja: 'トークン' }): FormField => ({
  path,
  control: 'token',
  label,
  required: true,
})
export const amountField = (label: Text = { en: 'At least', ja: '最小量' }): FormField => ({
  path: 'gte',
  control: 'amount',
  label,
  required: true,
})

/** USDC on Ethereum: what examples are made with. */
export const usdc: TokenField = { address: exampleContracts.usdc.at[ethereum], decimals: 6, symbol: 'USDC' }
