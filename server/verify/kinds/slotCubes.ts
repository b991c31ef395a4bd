import { toEventSelector } from 'viem'
import { canonicalJson } from '#server/shared/canonical.ts'
import type { LeafScope } from '../context.ts'
import type { Fact } from '../evidence.ts'
import { type CubeFileQuery, type CubeFileRecord, type EvidenceItem, type EvidenceOf, itemsOf } from '../query.ts'
import type { Seen, Text } from '../verdict.ts'
import type { Judgement, LeafTerms, Warning } from './kind.ts'
import { isFinal, unread } from './settling.ts'
import * as say from './slotCubeTexts.ts'
import { sentences } from './wording.ts'

type SlotCubeParams = say.SlotCubeParams

export const isOfSlot = <P extends object>(params: P): params is P & SlotCubeParams => 'slot' in params && typeof params.slot === 'string'

/** So many files of one step are kept and looked at. */
export const mostFiles = 10

/** A slot says by it that a batch of it became final. */
export const batchFinalTopic = toEventSelector(
  'event BatchFinal(uint64 indexed number, bytes32 indexed root, uint64 timestamp, uint64 inboxIndex)',
)

/** Why a file was not read, as the evidence client says it. */
export const cubeFileRefusals = { tooOld: 'the file is too old', noFile: 'no file of a CUBE' } as const

/** How the credentials of a slot are named. */
const urnStart = (chain: string, rollup: string) => `urn:cairn:${chain}:${rollup.toLowerCase()}:credential:`

type Asked = { id: string; query: CubeFileQuery }

/** The member's files of CUBEs of that slot. */
function asked({ slot }: SlotCubeParams, scope: LeafScope): Asked[] {
  const start = urnStart(scope.chain, slot)
  return Object.entries(scope.documents ?? {})
    .filter(([id]) => id.startsWith(start))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, mostFiles)
    .map(([id, document]) => ({
      id,
      query: { type: 'evm.cube', chain: scope.chain, rollup: slot.toLowerCase(), document, at: scope.finality },
    }))
}

export const slotCubeQueries = (params: SlotCubeParams, scope: LeafScope): CubeFileQuery[] => asked(params, scope).map(({ query }) => query)

/** `counts`: it stands; `open`: it will when its block is final; `miss`: it does not, for the reason in `seen`; `untold`: it cannot be told from this file. */
type Look = { standing: 'counts' | 'open' | 'miss' | 'untold'; seen: Seen; met: number; fact?: Fact }

/** Every file is a CUBE of its own: they are kept by the CUBE's name. */
export function judgeSlotCubes(params: SlotCubeParams, evidence: readonly EvidenceItem[], scope: LeafScope): Judgement {
  const items = new Map(itemsOf(evidence, 'evm.cube').map((item) => [canonicalJson(item.query), item]))
  const files = asked(params, scope).map(({ id, query }) => ({ id, item: items.get(canonicalJson(query)) }))
  if (files.length === 0) return { status: 'fail', seen: [], facts: [], next: say.addFile(params, scope.chain), code: 'cube.no-file' }
  const looks = files.flatMap(({ id, item }) => look(params, { id, item, scope }) ?? [])
  const of = (standing: Look['standing']) => looks.filter((one) => one.standing === standing)
  const [counting, open, untold] = [of('counts'), of('open'), of('untold')]
  const said = (status: Judgement['status'], shown: Look[], next?: Text): Judgement => ({
    status,
    seen: shown.map(({ seen }) => seen),
    facts: shown.flatMap(({ fact }) => fact ?? []),
    ...(next ? { next } : {}),
  })
  const need = params.count ?? 1
  if (counting.length >= need) return said('pass', counting)
  if (counting.length + open.length >= need) return said('pending', [...counting, ...open], sentences.waitForFinality())
  const unanswered = files.flatMap(({ item }) => (item && item.records.length === 0 && !refusalOf(item) ? [item] : []))
  if (unanswered.length > 0 || looks.length < files.length)
    return (unanswered.length > 0 ? unread(unanswered, scope) : null) ?? said('error', [], sentences.chainDown(scope.chain))
  // What cannot be told is never a "no".
  if (counting.length + open.length + untold.length >= need) return said('error', [...counting, ...open, ...untold], say.saveAgain)
  const closest = of('miss').toSorted((a, b) => b.met - a.met)
  const have = counting.length + open.length
  return said(
    'fail',
    [...counting, ...open, ...closest].slice(0, 10),
    have > 0 ? say.progress(have, need) : say.addFile(params, scope.chain),
  )
}

const refusalOf = ({ problem }: EvidenceOf<'evm.cube'>) => Object.values(cubeFileRefusals).find((detail) => detail === problem?.detail)

type Looking = { id: string; item: EvidenceOf<'evm.cube'> | undefined; scope: LeafScope }

/** Null while nothing was read. */
function look(params: SlotCubeParams, { id, item, scope }: Looking): Look | null {
  if (item && refusalOf(item) === cubeFileRefusals.tooOld) return { standing: 'untold', seen: { text: say.ofFile(id, say.tooOld) }, met: 0 }
  if (item && refusalOf(item)) return { standing: 'miss', seen: { text: say.ofFile(id, say.noFile) }, met: 0 }
  const [record] = item?.records ?? []
  if (!item || !record) return null
  const { quest, category, issuedAt, expiresAt, holder, block } = record
  const source = { chain: scope.chain, blockNumber: block.number, wallet: holder }
  const problems = problemsOf(record, params, { id, scope, now: item.head?.latest.time ?? Number.POSITIVE_INFINITY })
  const met = problems.findIndex((text) => text !== null)
  const problem = problems[met]
  // Before the file itself holds, what it says is not repeated.
  const text = problem && (met < 3 ? say.ofFile(id, problem) : problem)
  if (text) return { standing: 'miss', seen: { text, ...source }, met }
  const decoded = { credentialId: id, quest, category, issuedAt, expiresAt }
  const fact = { ...source, blockHash: block.hash, call: 'CUBE', decoded }
  if (record.answers.notRevoked !== 'revocation.none')
    return { standing: 'untold', seen: { text: say.notTold(record), ...source }, met: problems.length }
  const final = record.final && isFinal({ chain: scope.chain, blockNumber: block.number }, scope, [item])
  const stands = final ? say.holds(record) : say.notFinalYet(record)
  return { standing: final ? 'counts' : 'open', seen: { text: stands, ...source }, met: problems.length, fact }
}

type Judging = { id: string; scope: LeafScope; now: number }

/** What is wrong with a CUBE, condition by condition; null where nothing is. The further down the first one stands, the closer the member is. */
function problemsOf(record: CubeFileRecord, { quests, category }: SlotCubeParams, { id, scope, now }: Judging): (Text | null)[] {
  const { answers, holder, expiresAt } = record
  return [
    record.credentialId === id ? null : say.noFile,
    answers.signature === 'signature.ok' ? null : say.signatureText(answers.signature),
    answers.inclusion === 'inclusion.ok' ? null : say.inclusionText(answers.inclusion),
    scope.linked.includes(holder) ? null : say.notLinked(record),
    quests === undefined || quests.includes(record.quest) ? null : say.otherQuest(record, quests),
    category === undefined || record.category === category ? null : say.otherCategory(record, category),
    answers.notRevoked === 'revocation.revoked' ? say.revoked(record) : null,
    // Compared as instants: what cannot be read as one has expired.
    expiresAt === null || Date.parse(expiresAt) > now * 1000 ? null : say.expired(record),
    ['expiry.ok', 'expiry.never'].includes(answers.notExpired)
      ? null
      : answers.notExpired === 'expiry.early'
        ? say.early(record)
        : say.expired(record),
  ]
}

export function lintSlotCubes({ quests }: SlotCubeParams, { window }: LeafTerms = {}): Warning[] {
  return [
    ...(quests === undefined ? [{ code: 'any-quest', path: ['quests'], message: anyQuest }] : []),
    ...(window === undefined ? [] : [{ code: 'window-ignored', path: [], message: windowIgnored }]),
  ]
}

const anyQuest: Text = {
  en: 'Any quest of that slot counts, also one that its owner made for this.',
  ja: 'そのスロットのどのクエストでも達成になります。このために作られたクエストも含まれます。',
}
const windowIgnored: Text = {
  en: 'The window says nothing here: a CUBE counts whenever it was earned.',
  ja: '期間の指定は使われません。CUBE は獲得した時期を問わず数えられます。',
}
