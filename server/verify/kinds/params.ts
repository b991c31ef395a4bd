import * as z from 'zod'
import { type Components, parameterAt, parseEvent, parseFunction } from './abi.ts'
import { count, evmAddress, solanaAddress, text, uint, unit } from './fields.ts'
import { type Filter, familyOf, filter, filterProblem } from './filters.ts'

/** What a member did, for sentences: `{ en: 'swapped', ja: 'スワップ' }` (past tense; a noun that takes する). */
const action = text
const units = z.record(z.string().max(200), unit)
const where = z.array(filter).min(1).max(16)

/**
 * Logs that name the member. `claimant` is the event argument (an address) that must be one of the member's wallets; without it the
 * sender of the transaction. `sum`: the argument added up over all matching logs, in base units.
 */
export const evmEvent = z
  .strictObject({
    addresses: z.array(evmAddress).min(1).max(20),
    event: z.string().max(1000),
    where: where.optional(),
    claimant: z.string().max(100).optional(),
    count: count.optional(),
    sum: z.strictObject({ arg: z.string().max(200), gte: uint }).optional(),
    units: units.optional(),
    action: action.optional(),
  })
  .check((context) => {
    const { value, issues } = context
    const refuse = (path: (string | number)[], message: string) => issues.push({ code: 'custom', input: value, path, message })
    const event = parseEvent(value.event)
    if (!event)
      return void refuse(['event'], 'not a Solidity event with named arguments, such as: event Deposit(address indexed dst, uint256 wad)')
    checkFilters(value.where, event.inputs, refuse)
    checkUnits(value.units, event.inputs, refuse)
    if (value.claimant !== undefined && event.inputs.find((input) => input.name === value.claimant)?.type !== 'address')
      refuse(['claimant'], 'an argument of type address expected')
    if (value.sum && familyOf(parameterAt(event.inputs, value.sum.arg)?.type ?? '') !== 'int')
      refuse(['sum', 'arg'], 'an integer argument expected')
  })

/** A transaction that a wallet of the member sent: contract, function and arguments, value in wei, status. */
export const evmTransaction = z
  .strictObject({
    to: z.array(evmAddress).min(1).max(20),
    function: z.string().max(1000).optional(),
    selector: z
      .string()
      .regex(/^0x[0-9a-fA-F]{8}$/)
      .optional(),
    where: where.optional(),
    value: z.strictObject({ op: z.enum(['eq', 'gt', 'gte', 'lt', 'lte']), value: uint }).optional(),
    status: z.enum(['success', 'any']).optional(),
    count: count.optional(),
    units: units.optional(),
    action: action.optional(),
  })
  .check((context) => {
    const { value, issues } = context
    const refuse = (path: (string | number)[], message: string) => issues.push({ code: 'custom', input: value, path, message })
    if (value.function !== undefined && value.selector !== undefined) refuse(['selector'], 'either a function or a selector')
    const called = value.function === undefined ? null : parseFunction(value.function)
    if (value.function !== undefined && !called)
      return void refuse(['function'], 'not a Solidity function with named arguments, such as: function deposit() payable')
    if (called && (called.stateMutability === 'view' || called.stateMutability === 'pure'))
      refuse(['function'], 'a function that changes state expected')
    if (value.where && !called) return void refuse(['where'], 'arguments can only be compared when `function` says what they are')
    checkFilters(value.where, called?.inputs ?? [], refuse)
    checkUnits(value.units, called?.inputs ?? [], refuse)
  })

/** What one wallet of the member holds now, in base units (whole tokens for ERC-721). */
export const evmBalance = z.strictObject({
  token: z.discriminatedUnion('standard', [
    z.strictObject({ standard: z.literal('native') }),
    z.strictObject({ standard: z.literal('erc20'), address: evmAddress, decimals: unit.shape.decimals, symbol: unit.shape.symbol }),
    z.strictObject({ standard: z.literal('erc721'), address: evmAddress, symbol: unit.shape.symbol }),
  ]),
  gte: uint,
})

/** SOL (lamports) or an SPL token (base units) that a wallet of the member sent. `total`: added up instead of in one transaction. */
export const solanaTransfer = z.strictObject({
  gte: uint,
  to: solanaAddress.optional(),
  mint: z.strictObject({ address: solanaAddress, decimals: unit.shape.decimals, symbol: unit.shape.symbol }).optional(),
  measure: z.enum(['single', 'total']).optional(),
})

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)

const question = z
  .strictObject({
    id,
    text,
    choices: z.array(z.strictObject({ id, text })).min(2).max(8),
    /** Id of the right choice: never sent to a browser. */
    answer: id,
  })
  .check(({ value, issues }) => {
    const ids = value.choices.map((choice) => choice.id)
    if (new Set(ids).size !== ids.length)
      issues.push({ code: 'custom', input: value, path: ['choices'], message: 'choice ids must differ' })
    if (!ids.includes(value.answer))
      issues.push({ code: 'custom', input: value, path: ['answer'], message: 'the answer must be one of the choices' })
  })

/**
 * Questions with one right choice each. `correct`: right answers needed (default all). `attempts` (default 5), then no more;
 * `coolDownSeconds` (default 60) between attempts. `salt`: random, secret; it keeps the answers from being guessed out of the rules hash.
 */
export const quiz = z
  .strictObject({
    questions: z.array(question).min(1).max(20),
    correct: z.int().min(1).max(20).optional(),
    attempts: z.int().min(1).max(100).optional(),
    coolDownSeconds: z.int().min(0).max(604_800).optional(),
    salt: z.string().min(16).max(100).optional(),
  })
  .check(({ value, issues }) => {
    const ids = value.questions.map((item) => item.id)
    if (new Set(ids).size !== ids.length)
      issues.push({ code: 'custom', input: value, path: ['questions'], message: 'question ids must differ' })
    if (value.correct !== undefined && value.correct > value.questions.length)
      issues.push({ code: 'custom', input: value, path: ['correct'], message: 'more right answers than questions' })
  })

export const kindIds = ['evm.event', 'evm.transaction', 'evm.balance', 'solana.transfer', 'quiz'] as const
export type KindId = (typeof kindIds)[number]

/** The parameters of every kind. A kind that is missing here does not compile. */
export const paramsSchemas = {
  'evm.event': evmEvent,
  'evm.transaction': evmTransaction,
  'evm.balance': evmBalance,
  'solana.transfer': solanaTransfer,
  quiz,
} as const satisfies Record<KindId, z.ZodType>

export type ParamsOf<K extends KindId> = z.infer<(typeof paramsSchemas)[K]>

/** The kind of chain that a kind reads; null = none. */
export const namespaces = {
  'evm.event': 'eip155',
  'evm.transaction': 'eip155',
  'evm.balance': 'eip155',
  'solana.transfer': 'solana',
  quiz: null,
} as const satisfies Record<KindId, 'eip155' | 'solana' | null>

type Refuse = (path: (string | number)[], message: string) => void

function checkFilters(filters: Filter[] | undefined, inputs: Components, refuse: Refuse) {
  for (const [index, condition] of (filters ?? []).entries()) {
    const problem = filterProblem(condition, inputs)
    if (problem) refuse(['where', index, ...problem.path], problem.message)
  }
}

function checkUnits(declared: Record<string, unknown> | undefined, inputs: Components, refuse: Refuse) {
  for (const arg of Object.keys(declared ?? {}))
    if (familyOf(parameterAt(inputs, arg)?.type ?? '') !== 'int') refuse(['units', arg], 'no integer argument of that name')
}
