import * as z from 'zod'
import type { LeafScope } from '../context.ts'
import type { EvidenceItem } from '../query.ts'
import type { Text } from '../verdict.ts'
import { valuesAt } from './abi.ts'
import { refuser } from './abiParams.ts'
import { amountCondition, amountOf, amountShown, checkAll, type Deed, doneText, shortText, toJson, wantedText } from './conditions.ts'
import { checkCube, cubeParams, cubesQuery, cubesText, judgeCubes } from './cubes.ts'
import {
  byOthers,
  type Candidate,
  candidates,
  checkEas,
  type EasParams,
  easLooks,
  easParams,
  easQueries,
  isAnytime,
  mostAttestations,
  schemaFields,
  stateOf,
} from './easAttestations.ts'
import { unlimitedWindow } from './eventWarnings.ts'
import { defineKind, type Judgement, type Warning } from './kind.ts'
import { isEnough, measureFields, measureText, progressText } from './measures.ts'
import { pastedMisses, pastedQueries } from './pasted.ts'
import { withNext } from './periods.ts'
import { withoutWider } from './secondLook.ts'
import { type Findings, settle } from './settling.ts'
import { isOfSlot, judgeSlotCubes, lintSlotCubes, slotCubeQueries } from './slotCubes.ts'
import { slotCubesText } from './slotCubeTexts.ts'
import { judgeSoulbound, soulboundParams, soulboundQueries, soulboundText } from './soulbound.ts'
import { sentences, shortHex } from './wording.ts'

const params = z.discriminatedUnion('type', [easParams, soulboundParams, cubeParams]).check((context) => {
  if (context.value.type === 'eas') checkEas(context.value, refuser(context))
  if (context.value.type === 'cube') checkCube(context.value, refuser(context))
})

const easOnly = { path: 'type', is: ['eas'] }
const sbtOnly = { path: 'type', is: ['sbt'] }
const cubeOnly = { path: 'type', is: ['cube'] }

/** Something that somebody said of the member and that stands: an EAS attestation, a soulbound token, a CUBE of this or another slot. */
export const attestation = defineKind({
  id: 'attestation',
  params,
  namespace: (given: z.infer<typeof params>) => (given.type === 'cube' && !isOfSlot(given) ? null : 'eip155'),
  plan(params, scope, read) {
    if (isOfSlot(params)) return slotCubeQueries(params, scope)
    if (params.type === 'cube') return [cubesQuery(params)]
    if (params.type === 'sbt') return soulboundQueries(params, scope)
    return [...easQueries(params, scope, read), ...(params.member === 'attester' ? pastedQueries(scope) : [])]
  },
  judge(params, evidence, scope) {
    if (isOfSlot(params)) return judgeSlotCubes(params, evidence, scope)
    if (params.type === 'cube') return judgeCubes(params, evidence)
    return params.type === 'sbt' ? judgeSoulbound(params, evidence, scope) : judgeEas(params, evidence, scope)
  },
  describe(params, { chain }) {
    if (isOfSlot(params)) return slotCubesText(params, chain)
    if (params.type === 'cube') return cubesText(params)
    if (params.type === 'sbt') return soulboundText(params, chain)
    const total = params.sum ? amountShown(params.sum.gte, params.units?.[params.sum.arg]) : undefined
    return wantedText(deedOf(params), chain, { more: measureText(params, params.units), total })
  },
  lint(params, leaf) {
    if (params.type === 'eas') return lintEas(params)
    if (isOfSlot(params)) return lintSlotCubes(params, leaf)
    const movable = params.type === 'sbt' && params.transferable === true
    return movable ? [{ code: 'transferable', path: ['transferable'], message: transferable }] : []
  },
  captures: (params) => (params.type === 'eas' ? (schemaFields(params.fields) ?? []) : []),
  form: {
    title: { en: 'Attestation or soulbound token', ja: 'アテステーション・SBT' },
    summary: {
      en: 'The member holds an attestation, a soulbound token or a CUBE',
      ja: 'メンバーがアテステーション、SBT、CUBE のいずれかを保有している',
    },
    fields: [
      {
        path: 'type',
        control: 'choice',
        label: { en: 'What', ja: '種類' },
        required: true,
        options: [
          { value: 'eas', label: { en: 'EAS attestation', ja: 'EAS アテステーション' } },
          { value: 'sbt', label: { en: 'Soulbound token', ja: 'SBT' } },
          { value: 'cube', label: { en: 'CUBE', ja: 'CUBE' } },
        ],
      },
      {
        path: 'contract',
        control: 'evmAddress',
        label: { en: 'Contract', ja: 'コントラクト' },
        when: { path: 'type', is: ['eas', 'sbt'] },
      },
      { path: 'schema', control: 'bytes', label: { en: 'Schema', ja: 'スキーマ' }, when: easOnly },
      { path: 'member', control: 'choice', label: { en: 'The member is', ja: 'メンバーの立場' }, options: roles(), when: easOnly },
      { path: 'attesters', control: 'evmAddresses', label: { en: 'Attested by', ja: '発行者' }, when: easOnly },
      { path: 'fields', control: 'text', label: { en: 'Fields of the schema', ja: 'スキーマの項目' }, when: easOnly },
      { path: 'where', control: 'filters', label: { en: 'Conditions', ja: '条件' }, when: easOnly },
      { path: 'anytime', control: 'toggle', label: { en: 'Whenever it was made', ja: '発行時期を問わない' }, when: easOnly },
      { path: 'fromBlock', control: 'amount', label: { en: 'Search from block', ja: '検索を始めるブロック' }, when: easOnly },
      { path: 'tokenId', control: 'amount', label: { en: 'Token', ja: 'トークン ID' }, when: sbtOnly },
      {
        path: 'transferable',
        control: 'toggle',
        label: { en: 'Kept in place without ERC-5192', ja: 'ERC-5192 なしで譲渡を制限' },
        when: sbtOnly,
      },
      { path: 'quest', control: 'text', label: { en: 'Quest', ja: 'クエスト' }, when: cubeOnly },
      { path: 'slot', control: 'evmAddress', label: { en: 'Contract of another slot', ja: '別のスロットのコントラクト' }, when: cubeOnly },
      { path: 'quests', control: 'integers', label: { en: 'Quests of that slot', ja: 'そのスロットのクエスト番号' }, when: cubeOnly },
      { path: 'name', control: 'words', label: { en: 'What to call it', ja: '呼び名' }, when: { path: 'type', is: ['sbt', 'cube'] } },
      { path: 'category', control: 'text', label: { en: 'Category', ja: 'カテゴリー' }, when: cubeOnly },
      ...measureFields.map((field) => ({ ...field, when: field.path === 'count' ? { path: 'type', is: ['eas', 'cube'] } : easOnly })),
      { path: 'units', control: 'units', label: { en: 'Units', ja: '単位' }, when: easOnly, rare: true },
      { path: 'action', control: 'words', label: { en: 'In words', ja: '表現' }, when: easOnly },
    ],
    example: {
      chain: 'eip155:8453',
      params: {
        type: 'eas',
        contract: '0x4200000000000000000000000000000000000021',
        schema: '0xf8b05c79f090979bf4a80270aba232dff11a10d9ca55c4f88de95317970f0de9',
        member: 'recipient',
        attesters: ['0x357458739f90461b99789350868cd7cf330dd7ee'],
        fields: 'bool verifiedAccount',
        where: [{ arg: 'verifiedAccount', op: 'eq', value: true }],
      },
    },
  },
})

function roles() {
  return [
    { value: 'recipient', label: { en: 'who receives it', ja: '受け取る側' } },
    { value: 'attester', label: { en: 'who makes it', ja: '発行する側' } },
  ]
}

function judgeEas(params: EasParams, evidence: readonly EvidenceItem[], scope: LeafScope): Judgement {
  const findings: Findings = { matches: [], misses: [] }
  const all = candidates(params, evidence, scope)
  for (const candidate of all.slice(0, mostAttestations)) look(candidate, params, { evidence, scope, findings })
  const looked = findings.matches.length + findings.misses.length
  for (const candidate of byOthers(params, evidence, scope))
    findings.misses.push({ seen: { text: strangerText(candidate, params, scope), ...sourceOf(candidate, scope) }, met: 0 })
  findings.misses.push(...pastedMisses(findings, absent, { evidence, scope }))
  const asked = withoutWider(easLooks(params, scope), evidence)
  const judgement = settle(findings, (matches) => isEnough(params, matches), { evidence: asked, scope })
  if (judgement.status !== 'fail') return judgement
  if (looked < all.length) return { ...judgement, status: 'error', next: sentences.tooMany(looked), code: 'chain.too-many' }
  const period = isAnytime(params) ? { chain: scope.chain, range: {} } : scope
  return withNext(judgement, () => progressText(params, findings.matches, params.units), period)
}

type Looking = { evidence: readonly EvidenceItem[]; scope: LeafScope; findings: Findings }

function look(candidate: Candidate, params: EasParams, { evidence, scope, findings }: Looking) {
  const state = stateOf(candidate, params, { evidence, scope })
  if (state === null) return
  const { record, uid, wallet } = candidate
  const source = sourceOf(candidate, scope)
  if ('problem' in state) return void findings.misses.push({ seen: { text: state.problem, ...source }, met: 0 })
  const [deed, inputs, { args }] = [deedOf(params), schemaFields(params.fields) ?? [], state]
  const checked = checkAll(deed.where, { inputs, args }, { account: wallet, linked: scope.wallets })
  if (!checked.ok) {
    findings.misses.push({ seen: { text: shortText(deed, checked.failed, checked.got), ...source }, met: 1 + checked.met })
    return
  }
  const measured = params.sum?.arg ?? amountCondition(deed)?.arg
  const value = measured === undefined ? undefined : valuesAt(inputs, args, measured)[0]
  const unit = measured === undefined ? undefined : params.units?.[measured]
  findings.matches.push({
    blockNumber: record.blockNumber,
    time: record.blockTime,
    amount: amountOf(value),
    decoded: { inputs, args },
    seen: { text: doneText(deed, unit === undefined ? undefined : amountShown(value, unit)), ...source },
    fact: {
      ...source,
      blockHash: record.blockHash,
      logIndex: record.logIndex,
      decoded: { uid, schema: params.schema, args: namedArgs(inputs, args) },
    },
  })
}

const sourceOf = ({ record, wallet }: Candidate, { chain }: LeafScope) => ({
  chain,
  txHash: record.txHash,
  blockNumber: record.blockNumber,
  wallet: `eip155:${wallet}`,
})

function strangerText({ attester }: Candidate, params: EasParams, { wallets }: LeafScope): Text {
  const done = doneText(deedOf(params), undefined)
  if (wallets.includes(attester)) return { en: `${done.en}, but from yourself`, ja: `${done.ja}(発行者が自分自身のため対象外)` }
  const by = shortHex(attester)
  return { en: `${done.en}, but from ${by}`, ja: `${done.ja}(発行者は ${by} で、指定された発行者ではありません)` }
}

/** What a transaction lacks in which the member attested nothing that counts. */
const absent: Text = {
  en: 'has no attestation of this schema by your wallet',
  ja: 'あなたのウォレットによるこのスキーマのアテステーションがありません',
}

/** The data of an attestation are a tuple: by name, as captures look for them. */
const namedArgs = (inputs: readonly { name?: string | undefined }[], args: unknown) =>
  toJson(Object.fromEntries(inputs.map(({ name = '' }, index) => [name, Array.isArray(args) ? args[index] : undefined])))

const actions = {
  recipient: { en: 'received an attestation', ja: 'アテステーションを取得' },
  attester: { en: 'made an attestation', ja: 'アテステーションを発行' },
} as const satisfies Record<EasParams['member'], Text>

const deedOf = ({ action, member, where = [], units }: EasParams): Deed => ({
  action: action ?? actions[member],
  name: 'Attested',
  where,
  units,
})

function lintEas(params: EasParams): Warning[] {
  const anyone = params.member === 'recipient' && params.attesters === undefined
  const endless = isAnytime(params) && params.fromBlock === undefined
  return [
    ...(anyone ? [{ code: 'any-attester', path: ['attesters'], message: anyAttester }] : []),
    ...(endless ? [{ code: 'unlimited-window', path: ['fromBlock'], message: unlimitedWindow }] : []),
  ]
}

const anyAttester: Text = {
  en: 'Anyone can attest anything to anyone: without named attesters a member can attest to themselves.',
  ja: 'アテステーションは誰でも誰に対しても発行できます。発行者を指定しないと、メンバーが自分自身に発行できてしまいます。',
}
const transferable: Text = {
  en: 'A token that can be transferred may be lent from member to member.',
  ja: '譲渡できるトークンは、メンバー間で貸し借りされる可能性があります。',
}
