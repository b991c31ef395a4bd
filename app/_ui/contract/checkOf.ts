import type { ContractItem, RuleKind } from '#app/_data/views.ts'
import type { Check, Json } from '#app/_ui/rule/draft.ts'
import type { FormField } from '#server/verify/kinds/form.ts'

/** Names that contracts give to whom something happens for, the surest first. */
const membersNames = [
  ...['onBehalfOf', 'owner', 'account', 'user', 'member', 'voter', 'recipient', 'to', 'receiver', 'beneficiary', 'buyer', 'sender'],
  ...['from', 'dst', 'src', 'operator'],
]
const bare = (path: string) => path.replace(/^_+|_+$/g, '')

/** The argument of an event that most likely names the member; nothing where none can. */
function claimantOf({ arguments: values }: Pick<ContractItem, 'arguments'>): string | undefined {
  const able = values.filter(({ namesMember, type }) => namesMember && type === 'address')
  const rank = ({ path }: { path: string }) => {
    const at = membersNames.indexOf(bare(path))
    return at === -1 ? membersNames.length : at
  }
  return able.toSorted((a, b) => rank(a) - rank(b))[0]?.path
}

/** What a view is asked with, to begin with: the member where an address is asked for. */
function argumentFor(type: string): Json {
  if (/\[\d*\]$/.test(type)) return []
  if (type === 'address') return '$account'
  if (type === 'bool') return false
  return /^u?int/.test(type) ? '0' : ''
}

const least = { int: ['gte', '1'], bool: ['eq', true], address: ['eq', '$account'], bytes: ['eq', ''], string: ['eq', ''] } as const

/** A check of a function or event as its author begins with it. Null where no rule can be written about it. */
export function checkOf(item: ContractItem): Check | null {
  const { kind, chain, address, declaration, selector, arguments: values, inputs } = item
  if (kind === 'evm.event') {
    if (declaration === null) return null
    const claimant = claimantOf(item)
    return { kind, chain, params: { addresses: [address], event: declaration, ...(claimant === undefined ? {} : { claimant }) } }
  }
  if (kind === 'evm.transaction')
    return { kind, chain, params: { to: [address], ...(declaration === null ? { selector } : { function: declaration }) } }
  if (kind === null || declaration === null) return null
  const [first] = values
  const [op, value] = least[first?.family ?? 'string']
  const args = inputs.map(({ type }) => argumentFor(type))
  return {
    kind,
    chain,
    params: {
      to: address,
      function: declaration,
      ...(args.length === 0 ? {} : { args }),
      where: first ? [{ arg: first.path, op, value }] : [],
    },
  }
}

/** What was chosen with the function or event itself, and is not asked for again. */
const settled = ['addresses', 'event', 'to', 'function', 'selector', 'created', 'status']

/** The form of the item's kind: its own arguments to choose from where one is named. */
export function formFor(kind: RuleKind, { arguments: values }: Pick<ContractItem, 'arguments'>): RuleKind {
  const optionsOf = (some: ContractItem['arguments']) =>
    some.map(({ path, type }) => ({ value: path, label: { en: `${path} (${type})`, ja: `${path}(${type})` } }))
  const withOptions = (field: FormField): FormField => {
    if (field.path === 'claimant') return { ...field, control: 'choice', options: optionsOf(values.filter((one) => one.namesMember)) }
    if (field.control === 'filters') return { ...field, options: optionsOf(values.filter((one) => !one.hashed)) }
    return field
  }
  return { ...kind, chains: 'none', fields: kind.fields.filter(({ path }) => !settled.includes(path)).map(withOptions) }
}
