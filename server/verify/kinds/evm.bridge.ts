import type { AbiEvent } from 'viem'
import type { LeafScope } from '../context.ts'
import type { Text } from '../verdict.ts'
import { parseEvent, valuesAt } from './abi.ts'
import { arrivals, bridgeQueries, deedOf, isAnswerTo, outgoing, sourceOf } from './bridgeLogs.ts'
import { type Leg, type Outcome, outcomes } from './bridgePairs.ts'
import { type BridgeParams, bridgeParams } from './bridgeParams.ts'
import { amountCondition, amountOf, amountShown, doneText, toJson, wantedText } from './conditions.ts'
import { lintEvent } from './eventWarnings.ts'
import { defineKind, type Judgement, type Warning } from './kind.ts'
import { durationText, isEnough, measureFields, measureText, progressText } from './measures.ts'
import { type Findings, headOf, type Match, settle } from './settling.ts'
import { chainName, sentences } from './wording.ts'

/** A deed on two chains: a log where something left, and the log that shares its key where it arrived. */
export const evmBridge = defineKind({
  id: 'evm.bridge',
  params: bridgeParams,
  namespace: 'eip155',
  chains: ({ destination }) => [destination.chain],
  plan: bridgeQueries,
  judge(params, evidence, scope) {
    const [leaving, arriving] = [parseEvent(params.out.event), parseEvent(params.destination.event)]
    const findings: Findings = { matches: [], misses: [] }
    const underway: Match[] = []
    if (leaving && arriving) {
      const outs = outgoing(evidence, params, { scope, misses: findings.misses })
      const now = headOf(evidence, params.destination.chain)?.latest.time ?? 0
      for (const outcome of outcomes(outs, arrivals(evidence, params, arriving), { params, leaving, arriving, scope, now }))
        sort(outcome, { params, leaving, scope }, { findings, underway })
    }
    const enough = (matches: readonly Match[]) => isEnough(params, matches)
    const judgement = settle(findings, enough, { evidence, scope })
    if (judgement.status !== 'fail') return judgement
    const unasked = bridgeQueries(params, scope, evidence).some((query) => !evidence.some((item) => isAnswerTo(item, query)))
    if (unasked) return { ...judgement, status: 'error', next: sentences.tooMany(findings.matches.length), code: 'chain.too-many' }
    if (underway.length > 0 && enough([...findings.matches, ...underway])) return onItsWay(underway, params)
    const next = findings.matches.length > 0 ? progressText(params, findings.matches, params.units) : undefined
    return next ? { ...judgement, next } : judgement
  },
  captures: ({ out }) => parseEvent(out.event)?.inputs ?? [],
  describe(params, { chain }) {
    const [to, time] = [chainName(params.destination.chain), durationText(params.maxDelay)]
    const arrival: Text = { en: `arriving on ${to.en} within ${time.en}`, ja: `${time.ja}以内に ${to.ja} へ到着` }
    return wantedText(deedOf(params), chain, {
      more: [arrival, ...measureText(params, params.units)],
      total: params.sum ? amountShown(params.sum.gte, params.units?.[params.sum.arg]) : undefined,
    })
  },
  lint(params) {
    const own: Warning[] = lintEvent({ ...params, ...params.out })
    const weak = params.join.every(({ out }) => typeof out === 'string' && isAddress(params, out))
    return weak ? [...own, { code: 'weak-key', path: ['join'], message: weakKey }] : own
  },
  form: {
    title: { en: 'Bridge between chains', ja: 'チェーン間のブリッジ' },
    summary: { en: 'Something left one chain and arrived on another', ja: 'あるチェーンから送り、別のチェーンに到着した' },
    fields: [
      { path: 'out.addresses', control: 'evmAddresses', label: { en: 'Contracts it leaves', ja: '送信元のコントラクト' }, required: true },
      { path: 'out.event', control: 'event', label: { en: 'Event there', ja: '送信元のイベント' }, required: true },
      { path: 'out.claimant', control: 'argument', label: { en: 'Argument that names the member', ja: 'メンバーを示す引数' } },
      { path: 'out.where', control: 'filters', label: { en: 'Conditions', ja: '条件' } },
      { path: 'destination.chain', control: 'chain', label: { en: 'To', ja: '送信先' }, required: true },
      {
        path: 'destination.addresses',
        control: 'evmAddresses',
        label: { en: 'Contracts there', ja: '送信先のコントラクト' },
        required: true,
      },
      { path: 'destination.event', control: 'event', label: { en: 'Event on arrival', ja: '到着時のイベント' }, required: true },
      { path: 'destination.claimant', control: 'argument', label: { en: 'Argument that names the receiver', ja: '受取人を示す引数' } },
      { path: 'destination.where', control: 'filters', label: { en: 'Conditions on arrival', ja: '到着時の条件' } },
      { path: 'join', control: 'json', label: { en: 'What both share', ja: '両方に共通する値' }, required: true },
      { path: 'maxDelay', control: 'seconds', label: { en: 'At most', ja: '最長時間' }, required: true },
      { path: 'amount', control: 'json', label: { en: 'Amounts compared', ja: '金額の比較' } },
      ...measureFields,
      { path: 'units', control: 'units', label: { en: 'Units', ja: '単位' }, rare: true },
      { path: 'action', control: 'words', label: { en: 'In words', ja: '表現' } },
    ],
    example: {
      chain: 'eip155:1',
      params: {
        out: {
          addresses: ['0xbd3fa81b58ba92a82136038b25adec7066af3155'],
          event:
            'event DepositForBurn(uint64 indexed nonce, address indexed burnToken, uint256 amount, address indexed depositor, bytes32 mintRecipient, uint32 destinationDomain, bytes32 destinationTokenMessenger, bytes32 destinationCaller)',
          claimant: 'depositor',
          where: [
            { arg: 'amount', op: 'gte', value: '10000000' },
            { arg: 'destinationDomain', op: 'eq', value: '6' },
          ],
        },
        destination: {
          chain: 'eip155:8453',
          addresses: ['0xad09780d193884d503182ad4588450c416d6f9d4'],
          event:
            'event MessageReceived(address indexed caller, uint32 sourceDomain, uint64 indexed nonce, bytes32 sender, bytes messageBody)',
          where: [{ arg: 'sourceDomain', op: 'eq', value: '0' }],
        },
        join: [{ out: 'nonce', in: 'nonce' }],
        maxDelay: 86_400,
        units: { amount: { decimals: 6, symbol: 'USDC' } },
        action: { en: 'bridged', ja: 'ブリッジ' },
      },
    },
  },
})

const weakKey: Text = {
  en: 'Only addresses are shared by both sides: every transfer between the same two has the same key, and counts once.',
  ja: '両方に共通する値がアドレスだけです。同じ相手との送金はすべて同じ組とみなされ、1 回しか数えられません。',
}

const isAddress = ({ out }: BridgeParams, path: string) =>
  parseEvent(out.event)?.inputs.find(({ name }) => name === path)?.type === 'address'

type Sorting = { params: BridgeParams; leaving: AbiEvent; scope: LeafScope }

function sort(outcome: Outcome, { params, leaving, scope }: Sorting, into: { findings: Findings; underway: Match[] }) {
  const { out } = outcome
  const deed = deedOf(params)
  const source = sourceOf(out, scope)
  const measured = params.sum?.arg ?? amountCondition(deed)?.arg ?? params.amount?.out
  const value = measured === undefined ? undefined : valuesAt(leaving.inputs, out.args, measured)[0]
  const shown = measured === undefined || params.units?.[measured] === undefined ? undefined : amountShown(value, params.units[measured])
  const done = doneText(deed, shown)
  if (outcome.state === 'missed') {
    const { text, met } = outcome
    return void into.findings.misses.push({ seen: { text: joined(done, text), ...source }, met: 100 + met })
  }
  const to = chainName(params.destination.chain)
  const arrival = outcome.state === 'arrived' ? outcome.arrival : undefined
  const match: Match = {
    blockNumber: out.record.blockNumber,
    time: out.record.blockTime,
    amount: amountOf(value),
    decoded: { inputs: leaving.inputs, args: out.args },
    also: arrival ? [{ chain: params.destination.chain, blockNumber: arrival.record.blockNumber }] : [],
    seen: { text: arrival ? { en: `${done.en} to ${to.en}`, ja: `${to.ja} へ ${done.ja}` } : done, ...source },
    fact: {
      ...source,
      blockHash: out.record.blockHash,
      logIndex: out.record.logIndex,
      decoded: { event: leaving.name, args: toJson(out.args), ...(arrival ? { arrival: arrivalFact(arrival, params) } : {}) },
    },
  }
  if (arrival) into.findings.matches.push(match)
  else into.underway.push(match)
}

function arrivalFact({ record, args }: Leg, { destination }: BridgeParams) {
  const { blockNumber, blockHash, txHash, logIndex } = record
  return { chain: destination.chain, blockNumber, blockHash, txHash, logIndex, args: toJson(args) }
}

const joined = (done: Text, then: Text): Text => ({ en: `${done.en}, but it ${then.en}`, ja: `${done.ja}が、${then.ja}` })

function onItsWay(underway: readonly Match[], { destination }: BridgeParams): Judgement {
  const name = chainName(destination.chain)
  return {
    status: 'pending',
    seen: underway.slice(0, 10).map(({ seen }) => seen),
    facts: [],
    next: {
      en: `On its way: not seen on ${name.en} yet. Nothing to do.`,
      ja: `移動中です。${name.ja} ではまだ確認できていません。このままお待ちください。`,
    },
  }
}
