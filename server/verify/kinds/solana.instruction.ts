import * as z from 'zod'
import { fromHex } from '#server/shared/bytes.ts'
import { type LeafScope, outside } from '../context.ts'
import { itemsOf, type SolanaInstruction, type SolanaTransactionRecord } from '../query.ts'
import type { Text } from '../verdict.ts'
import { type Components, valuesAt } from './abi.ts'
import { action, checkUnits, refuser, units, where } from './abiParams.ts'
import { amountCondition, amountOf, amountShown, type Deed, doneText, shortText, toJson, wantedText } from './conditions.ts'
import { solanaAddress } from './fields.ts'
import { discriminatorOf, idlInstruction } from './idl.ts'
import { defineKind, type Warning } from './kind.ts'
import { checkReading, componentsOf, layout, readBytes, startsWith } from './layout.ts'
import { checkMeasures, isEnough, measureFields, measureShape, measureText, progressText } from './measures.ts'
import { outsideText, withNext } from './periods.ts'
import { type Findings, settle } from './settling.ts'
import { checkSolana, checkSolanaFilters, readable } from './solanaFilters.ts'
import { unsignedText } from './solanaMisses.ts'
import { checkRoles, flagTexts, type Miscast, miscast, roleCondition, roles } from './solanaRoles.ts'
import { shortHex } from './wording.ts'

/**
 * An instruction of a program, in a transaction that the member signed; calls by other programs count. What it is: by the IDL (`instruction`), by its first
 * bytes (`discriminator`), by values at places (`layout`). `accounts`: who must stand where. `where`: conditions on the values of the IDL or the layout.
 */
const params = z
  .strictObject({
    programs: z.array(solanaAddress).min(1).max(20),
    instruction: idlInstruction.optional(),
    discriminator: z
      .string()
      .regex(/^0x([0-9a-fA-F]{2}){1,32}$/)
      .optional(),
    layout: layout.optional(),
    accounts: roles.optional(),
    where: where.optional(),
    ...measureShape,
    units: units.optional(),
    action: action.optional(),
  })
  .check((context) => {
    const { value } = context
    const refuse = refuser(context)
    if (value.instruction !== undefined && value.discriminator !== undefined)
      refuse(['discriminator'], 'either an IDL instruction or a discriminator')
    checkReading(readingOf(value), { idl: 'instruction', layout: 'layout' }, refuse)
    const inputs = componentsOf(readingOf(value))
    checkSolanaFilters(value.where, inputs, refuse)
    checkRoles(value.accounts, value.instruction, refuse)
    checkUnits(value.units, inputs, refuse)
    checkMeasures(value, inputs, refuse)
  })

type Params = z.infer<typeof params>

const readingOf = ({ instruction, layout: places }: Pick<Params, 'instruction' | 'layout'>) => ({ idl: instruction, layout: places })

/** A program called in a transaction that a wallet of the member signed. */
export const solanaInstruction = defineKind({
  id: 'solana.instruction',
  params,
  namespace: 'solana',
  plan: ({ programs }, { wallets, chain, hashes, range }) =>
    wallets.map((wallet) => ({
      type: 'solana.transactions' as const,
      chain,
      wallet,
      programs: programs.toSorted(),
      ...(hashes === undefined ? {} : { hashes }),
      ...range,
    })),
  judge(params, evidence, scope) {
    const findings: Findings = { matches: [], misses: [] }
    const looking: Looking = { params, inputs: componentsOf(readingOf(params)), deed: deedOf(params), scope, findings, counted: new Set() }
    for (const { query, records } of itemsOf(evidence, 'solana.transactions'))
      if (query.chain === scope.chain && scope.wallets.includes(query.wallet))
        for (const record of records) lookAt(record, query.wallet, looking)
    const judgement = settle(findings, (matches) => isEnough(params, matches), { evidence, scope })
    return withNext(judgement, () => progressText(params, findings.matches, params.units), scope)
  },
  captures: (params) => componentsOf(readingOf(params)),
  describe: (params, { chain }) =>
    wantedText(deedOf(params), chain, {
      more: [...(params.accounts ?? []).flatMap(flagTexts), ...measureText(params, params.units)],
      total: params.sum ? amountShown(params.sum.gte, params.units?.[params.sum.arg]) : undefined,
    }),
  lint: lintOf,
  form: {
    title: { en: 'Solana program call', ja: 'Solana プログラムの呼び出し' },
    summary: {
      en: 'The member signed a transaction that calls a program',
      ja: 'メンバーが署名したトランザクションがプログラムを呼び出した',
    },
    fields: [
      { path: 'programs', control: 'solanaAddresses', label: { en: 'Programs', ja: 'プログラム' }, required: true },
      {
        path: 'instruction',
        control: 'json',
        label: { en: 'Instruction from the IDL', ja: 'IDL の命令' },
        help: {
          en: 'One instruction of an Anchor IDL, with the types it names.',
          ja: 'Anchor IDL の命令 1 つと、その命令が使う型を貼り付けてください。',
        },
      },
      { path: 'discriminator', control: 'bytes', label: { en: 'First bytes', ja: '先頭のバイト列' } },
      { path: 'layout', control: 'json', label: { en: 'Values in the data', ja: 'データ内の値' } },
      { path: 'accounts', control: 'json', label: { en: 'Accounts', ja: 'アカウント' } },
      { path: 'where', control: 'filters', label: { en: 'Conditions', ja: '条件' } },
      ...measureFields,
      { path: 'units', control: 'units', label: { en: 'Units', ja: '単位' }, rare: true },
      { path: 'action', control: 'words', label: { en: 'In words', ja: '表現' } },
    ],
    example: {
      chain: 'solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp',
      params: {
        programs: ['MemoSq4gqABAXKb96qnH8TysNcWxMyWCqXgDLGmfcHr', 'Memo1UhkJRfHyvLMcVucJwxXeuD728EqVDDwQDxFMNo'],
        layout: [{ name: 'memo', offset: 0, type: 'text' }],
        where: [{ arg: 'memo', op: 'contains', value: 'gm' }],
        action: { en: 'left a memo', ja: 'メモを記録' },
      },
    },
  },
})

function lintOf(params: Params): Warning[] {
  const warnings: Warning[] = []
  if (params.instruction === undefined && params.discriminator === undefined && params.where === undefined)
    warnings.push({
      code: 'any-call',
      path: ['instruction'],
      message: {
        en: 'Any call to the program is enough, even one that does nothing.',
        ja: 'このプログラムへの呼び出しなら、何もしない呼び出しでも達成できます。',
      },
    })
  if ((params.count ?? 1) > 1 && params.gap === undefined && params.days === undefined)
    warnings.push({
      code: 'one-transaction',
      path: ['count'],
      message: {
        en: 'One transaction can hold the instruction many times: set a time between or different days.',
        ja: '1 つのトランザクションに同じ命令を何度も入れられます。間隔か異なる日数を指定してください。',
      },
    })
  return warnings
}

function deedOf(params: Params): Deed {
  const inputs = componentsOf(readingOf(params))
  const conditions = (params.where ?? []).map((condition) => readable(condition, inputs))
  return {
    action: params.action,
    name: params.instruction?.name ?? params.discriminator ?? 'call',
    where: [...conditions, ...(params.accounts ?? []).flatMap(roleCondition)],
    units: params.units,
  }
}

type Looking = { params: Params; inputs: Components; deed: Deed; scope: LeafScope; findings: Findings; counted: Set<string> }

function lookAt(record: SolanaTransactionRecord, wallet: string, looking: Looking) {
  for (const instruction of record.instructions) {
    // Two wallets of a member may have signed the same transaction.
    const key = `${record.txHash} ${instruction.index}`
    if (looking.counted.has(key) || !looking.params.programs.includes(instruction.programId)) continue
    if (look(instruction, { record, wallet }, looking)) looking.counted.add(key)
  }
}

type Called = { record: SolanaTransactionRecord; wallet: string }

/** Whether the instruction counts. */
function look(instruction: SolanaInstruction, { record, wallet }: Called, looking: Looking): boolean {
  const { params, inputs, deed, scope, findings } = looking
  const source = { chain: scope.chain, txHash: record.txHash, blockNumber: record.blockNumber, wallet: `solana:${wallet}` }
  const miss = (text: Text, met: number) => {
    findings.misses.push({ seen: { text, ...source }, met })
    return false
  }
  const args = argsOf(instruction, params)
  if (args === null) return miss(isNamed(instruction, params) ? otherDataText(deed) : anotherText(deed), 0)
  const actor = { account: wallet, linked: scope.wallets }
  const wrong = miscast(params.accounts ?? [], { instruction, record, idl: params.instruction }, actor)
  if (wrong) return miss(miscastText(deed, wrong), 1)
  const checked = checkSolana(params.where ?? [], { inputs, args }, actor)
  if (!checked.ok) return miss(shortText(deed, checked.failed, checked.got), 2 + checked.met)
  const measured = params.sum?.arg ?? amountCondition(deed)?.arg
  const value = measured === undefined ? undefined : valuesAt(inputs, args, measured)[0]
  const unit = measured === undefined ? undefined : params.units?.[measured]
  const done = doneText(deed, unit && value !== undefined ? amountShown(value, unit) : undefined)
  const flaw = flawOf(done, { record, wallet }, scope)
  if (flaw) return miss(flaw, 2 + (params.where?.length ?? 0))
  findings.matches.push({
    blockNumber: record.blockNumber,
    time: record.blockTime,
    amount: amountOf(value),
    decoded: { inputs, args },
    seen: { text: done, ...source },
    fact: {
      ...source,
      blockHash: record.blockHash,
      call: deed.name,
      decoded: { program: instruction.programId, index: instruction.index, depth: instruction.depth, args: toJson(args) },
    },
  })
  return true
}

/** Why a transaction does not count, whatever it did. */
function flawOf(done: Text, { record, wallet }: Called, scope: LeafScope): Text | null {
  if (!record.success) return { en: `${done.en}, but this transaction failed`, ja: `${done.ja}が、このトランザクションは失敗しています` }
  if (!record.signers.includes(wallet)) return unsignedText(done)
  return outside(record, scope) ? outsideText(done, scope) : null
}

const anotherText = ({ name }: Deed): Text => ({
  en: `called another instruction of this program, not “${name}”`,
  ja: `このプログラムの「${name}」以外の命令が呼び出されています`,
})

const otherDataText = (deed: Deed): Text => ({
  en: `${doneText(deed, undefined).en}, but with data of another form`,
  ja: `${doneText(deed, undefined).ja}が、データの形式が異なります`,
})

/** Whether the data begins as that of the instruction does. */
function isNamed({ data }: SolanaInstruction, { instruction, discriminator = '0x' }: Params): boolean {
  const [bytes, start] = [fromHex(data), instruction ? discriminatorOf(instruction) : fromHex(discriminator)]
  return bytes !== null && start !== null && startsWith(bytes, start)
}

/** The values of the instruction; null when it is another one. */
const argsOf = (instruction: SolanaInstruction, params: Params): Record<string, unknown> | null =>
  isNamed(instruction, params) ? readBytes(instruction.data, readingOf(params)) : null

function miscastText(deed: Deed, { role, found, flag }: Miscast): Text {
  const [condition] = roleCondition(role)
  if (!flag && condition) return shortText(deed, condition, found === undefined ? undefined : shortHex(found))
  const done = doneText(deed, undefined)
  const needed = flag ?? flagTexts(role)[0] ?? { en: '', ja: '' }
  return { en: `${done.en}; needed: ${needed.en}`, ja: `${done.ja}(必要: ${needed.ja})` }
}
