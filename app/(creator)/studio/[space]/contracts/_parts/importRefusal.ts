import { codeOf, expectedOf, fieldOf, foundOf } from '#app/_client/sayError.ts'

export type ImportField = 'chain' | 'address' | 'abi'
/** Where a refused import is said, and under which text. Null: in the words of every other error. */
export type ImportRefusal = { field: ImportField | null; text: RefusalText; values: Record<string, string> } | null
export type RefusalText = 'chain' | 'address' | 'absent' | 'unreachable' | 'abi' | 'large' | 'full'

/** What went wrong with an import, beside the field where something can be done about it. */
export function refusalOf(error: unknown): ImportRefusal {
  const code = codeOf(error)
  const [at, found, expected] = [fieldOf(error) ?? '', foundOf(error) ?? '', expectedOf(error) ?? '']
  const refused = (field: ImportField | null, text: RefusalText): ImportRefusal => ({ field, text, values: { at, found, expected } })
  if (code === 'chain.unknown') return refused('chain', 'chain')
  if (code === 'chain.unreachable') return refused('chain', 'unreachable')
  if (code === 'contract.absent') return refused('address', 'absent')
  if (code === 'abi.malformed') return refused('abi', 'abi')
  if (code === 'input.too-large') return refused('abi', 'large')
  if (code === 'conflict') return refused(null, 'full')
  if (code === 'input.invalid' && at === 'address') return refused('address', 'address')
  return null
}
