import * as z from 'zod'
import { isReference } from '../captures.ts'
import type { SolanaInstruction, SolanaTransactionRecord } from '../query.ts'
import type { Text } from '../verdict.ts'
import type { Refuse } from './abiParams.ts'
import type { Actor, Filter } from './filters.ts'
import { accountNames, type IdlInstruction } from './idl.ts'
import { isPublicKey, keysOf } from './solanaFilters.ts'
import { shortHex } from './wording.ts'

const key = z
  .string()
  .max(64)
  .refine((text) => text === '$account' || text === '$linked' || isReference(text) || isPublicKey(text), {
    message: 'a base58 public key, $account or $linked expected',
  })

/** What an account of the instruction must be: by its place or its name in the IDL, one of these keys, a signer, writable. */
export const roles = z
  .array(
    z
      .strictObject({
        at: z.union([z.int().min(0).max(255), z.string().max(64)]),
        is: z.union([key, z.array(key).min(1).max(20)]).optional(),
        signer: z.literal(true).optional(),
        writable: z.literal(true).optional(),
      })
      .refine(({ is, signer, writable }) => is !== undefined || signer || writable, 'what the account must be is missing'),
  )
  .min(1)
  .max(16)
export type Role = z.infer<typeof roles>[number]

/** Names are those of the IDL. */
export function checkRoles(wanted: readonly Role[] | undefined, idl: IdlInstruction | undefined, refuse: Refuse) {
  for (const [index, { at }] of (wanted ?? []).entries())
    if (typeof at === 'string' && (!idl || !accountNames(idl).includes(at)))
      refuse(['accounts', index, 'at'], 'no account of that name in the IDL')
}

const labelOf = ({ at }: Role) => (typeof at === 'string' ? at : `account ${at}`)

/** The key of a role as a condition, for sentences. */
export function roleCondition(role: Role): Filter[] {
  if (role.is === undefined) return []
  const keys = [role.is].flat().map((item) => (item.startsWith('$') ? item : shortHex(item)))
  const [only = ''] = keys
  return [keys.length === 1 ? { arg: labelOf(role), op: 'eq', value: only } : { arg: labelOf(role), op: 'in', value: keys }]
}

export function flagTexts(role: Role): Text[] {
  const label = labelOf(role)
  return [
    ...(role.signer ? [{ en: `${label} signs`, ja: `${label} が署名` }] : []),
    ...(role.writable ? [{ en: `${label} is writable`, ja: `${label} が書き込み可能` }] : []),
  ]
}

/** A role that is not as it must be: which, and what was found. */
export type Miscast = { role: Role; found: string | undefined; flag: Text | null }

/** The first role that an instruction does not fill; null when all are. */
export function miscast(
  wanted: readonly Role[],
  { instruction, record, idl }: { instruction: SolanaInstruction; record: SolanaTransactionRecord; idl: IdlInstruction | undefined },
  actor: Actor,
): Miscast | null {
  for (const role of wanted) {
    const place = typeof role.at === 'number' ? role.at : idl ? accountNames(idl).indexOf(role.at) : -1
    const found = instruction.accounts[place]
    if (found === undefined || (role.is !== undefined && !keysOf(role.is, actor).includes(found))) return { role, found, flag: null }
    const [signs, writes] = [record.signers.includes(found), record.writable.includes(found)]
    const [flag] = flagTexts({
      at: role.at,
      ...(role.signer && !signs ? { signer: true } : {}),
      ...(role.writable && !writes ? { writable: true } : {}),
    })
    if (flag) return { role, found, flag }
  }
  return null
}
