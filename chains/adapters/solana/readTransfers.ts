import type { Transfer } from '../../reader.ts'

/** `jsonParsed` instructions as nodes give them: parsed ones carry `program` and `parsed`. */
type Instruction = { readonly program?: string; readonly parsed?: unknown }
type TokenBalance = { readonly accountIndex: number; readonly mint: string; readonly owner?: string }
export type ParsedTransaction = {
  readonly accountKeys: readonly string[]
  readonly instructions: readonly Instruction[]
  readonly tokenBalances: readonly TokenBalance[]
}

/** Transfers of SOL and SPL tokens between wallets, from the instructions (inner ones included) of a transaction that succeeded. */
export function readTransfers(transaction: ParsedTransaction): Transfer[] {
  const holders = new Map<string, { owner: string; mint: string }>()
  for (const { accountIndex, mint, owner } of transaction.tokenBalances) {
    const account = transaction.accountKeys[accountIndex]
    if (account !== undefined && owner !== undefined) holders.set(account, { owner, mint })
  }
  return transaction.instructions.flatMap(({ program, parsed }) => {
    const type = textOf(parsed, 'type')
    const info = fieldOf(parsed, 'info')
    if (program === 'system') return type === 'transfer' || type === 'transferWithSeed' ? solTransfer(info) : []
    const token = program === 'spl-token' || program === 'spl-token-2022'
    return token && (type === 'transfer' || type === 'transferChecked' || type === 'transferCheckedWithFee')
      ? tokenTransfer(info, holders)
      : []
  })
}

function solTransfer(info: unknown): Transfer[] {
  const [source, destination, amount] = [textOf(info, 'source'), textOf(info, 'destination'), integerOf(fieldOf(info, 'lamports'))]
  return source === undefined || destination === undefined || amount === undefined ? [] : [{ source, destination, amount }]
}

/** Token accounts are named by their owners: only those are wallets that people know. */
function tokenTransfer(info: unknown, holders: ReadonlyMap<string, { owner: string; mint: string }>): Transfer[] {
  const from = holders.get(textOf(info, 'source') ?? '')
  const to = holders.get(textOf(info, 'destination') ?? '')
  const amount = integerOf(fieldOf(info, 'amount')) ?? integerOf(fieldOf(fieldOf(info, 'tokenAmount'), 'amount'))
  if (!from || !to || amount === undefined) return []
  return [{ source: from.owner, destination: to.owner, amount, mint: from.mint }]
}

function fieldOf(value: unknown, name: string): unknown {
  return value !== null && typeof value === 'object' && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined
}

function textOf(value: unknown, name: string): string | undefined {
  const found = fieldOf(value, name)
  return typeof found === 'string' ? found : undefined
}

function integerOf(value: unknown): bigint | undefined {
  if (typeof value === 'bigint') return value
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : undefined
  return typeof value === 'string' && /^\d{1,20}$/.test(value) ? BigInt(value) : undefined
}
