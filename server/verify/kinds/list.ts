import * as z from 'zod'
import { type LeafScope, walletsOn } from '../context.ts'
import { itemsOf, type ListQuery } from '../query.ts'
import type { Text } from '../verdict.ts'
import { conditionText } from './conditions.ts'
import { type JsonCondition, jsonCondition, meetsJson } from './jsonConditions.ts'
import { defineKind, type Warning } from './kind.ts'
import { unanswered } from './unanswered.ts'
import { sentences, shortHex } from './wording.ts'

/**
 * A list that was uploaded to the space: `list` is its id, `digest` its content, so that the rule's hash stands for the very rows. `by`: what its key
 * column holds. `where`: conditions on other columns of the member's row (`path` = name of the column).
 */
const params = z.strictObject({
  list: z.uuid(),
  digest: z.string().regex(/^0x[0-9a-f]{62}$/),
  name: z.string().min(1).max(80).optional(),
  by: z.enum(['evm', 'solana', 'handle']),
  where: z.array(jsonCondition).max(16).optional(),
})
type Params = z.infer<typeof params>

/** What the store looks a list up by. */
export const listKey = ({ list, digest }: Pick<Params, 'list' | 'digest'>) => `${list}@${digest}`

function valuesOf({ by }: Params, scope: Pick<LeafScope, 'linked' | 'handle'>): string[] {
  if (by === 'handle') return scope.handle === undefined ? [] : [scope.handle]
  return walletsOn(by === 'evm' ? 'eip155:1' : 'solana:mainnet', scope.linked).slice(0, 100)
}

const source: Text = { en: 'The list', ja: 'リスト' }

/** A wallet or the handle of the member stands on an uploaded list. */
export const list = defineKind({
  id: 'list',
  params,
  namespace: null,
  plan(params, scope): ListQuery[] {
    const values = valuesOf(params, scope)
    return values.length === 0 ? [] : [{ type: 'list', list: listKey(params), values }]
  },
  judge(params, evidence, scope) {
    const values = valuesOf(params, scope)
    if (values.length === 0)
      return {
        status: 'fail',
        seen: [],
        next: params.by === 'handle' ? noHandle : sentences.noWallet(params.by === 'evm' ? 'eip155' : 'solana'),
        code: params.by === 'handle' ? 'account.unlinked' : 'wallet.missing',
        facts: [],
      }
    const item = itemsOf(evidence, 'list').find(({ query }) => query.list === listKey(params))
    const silent = unanswered(item, source)
    if (silent) return silent
    const mine = item?.records.filter(({ value }) => values.includes(value)) ?? []
    const checked = mine.map((record) => ({ record, failed: failedOn(params.where ?? [], record.columns, record.value) }))
    const good = checked.find(({ failed }) => failed === undefined)
    if (good)
      return {
        status: 'pass',
        seen: [
          {
            text: { en: `${shortHex(good.record.value)} is on the list`, ja: `${shortHex(good.record.value)} はリストにあります` },
            wallet: good.record.value,
          },
        ],
        facts: [],
      }
    const misses = checked.slice(0, 5).flatMap(({ record, failed }) => (failed ? [missed(record.value, failed)] : []))
    if (misses.length > 0) return { status: 'fail', seen: misses, code: 'list.unmet', facts: [] }
    return { status: 'fail', seen: [{ text: params.by === 'handle' ? handleOff : walletOff }], code: 'list.absent', facts: [] }
  },
  describe(params) {
    const name = params.name ?? shortHex(params.digest)
    const more = (params.where ?? []).map(({ path, op, value }) => conditionText({ arg: path, op, value }, undefined))
    return {
      en: `Be on the list “${name}”${more.length === 0 ? '' : ` (${more.map(({ en }) => en).join('; ')})`}`,
      ja: `リスト「${name}」に載っている${more.length === 0 ? '' : `(条件: ${more.map(({ ja }) => ja).join('、')})`}`,
    }
  },
  lint(params) {
    const warnings: Warning[] = [
      {
        code: 'self-attested',
        path: ['list'],
        message: {
          en: 'Whoever made the list decides who passes: nobody else can check why a row is on it.',
          ja: 'リストの作成者が合否を決められます。掲載の理由を第三者は検証できません。',
        },
      },
    ]
    if (params.by === 'handle')
      warnings.push({
        code: 'handle-moves',
        path: ['by'],
        message: {
          en: 'A handle can be given up and taken by another member.',
          ja: 'ハンドルは手放され、別のメンバーが取得することがあります。',
        },
      })
    return warnings
  },
  form: {
    title: { en: 'List', ja: 'リスト' },
    summary: { en: 'The member is on a list that you uploaded', ja: 'アップロードしたリストにメンバーが載っている' },
    fields: [
      { path: 'list', control: 'list', label: { en: 'List', ja: 'リスト' }, required: true },
      {
        path: 'by',
        control: 'choice',
        label: { en: 'By', ja: '照合する値' },
        required: true,
        options: [
          { value: 'evm', label: { en: 'EVM wallet', ja: 'EVM ウォレット' } },
          { value: 'solana', label: { en: 'Solana wallet', ja: 'Solana ウォレット' } },
          { value: 'handle', label: { en: 'Handle', ja: 'ハンドル' } },
        ],
      },
      { path: 'where', control: 'filters', label: { en: 'Conditions on columns', ja: '列の条件' } },
    ],
    example: { params: { list: '00000000-0000-4000-8000-000000000000', digest: `0x${'0'.repeat(62)}`, name: 'early', by: 'evm' } },
  },
})

const walletOff: Text = { en: 'none of your wallets is on the list', ja: '連携済みのウォレットはリストにありません' }
const handleOff: Text = { en: 'your handle is not on the list', ja: 'あなたのハンドルはリストにありません' }
const noHandle: Text = { en: 'Choose a handle for your account first.', ja: '先にアカウントのハンドルを設定してください。' }

function failedOn(where: readonly JsonCondition[], columns: Readonly<Record<string, string>>, value: string) {
  for (const condition of where) {
    const { ok, got } = meetsJson(condition, columns, { account: value, linked: [value] })
    if (!ok) return { condition, got: got[0] }
  }
  return undefined
}

function missed(value: string, failed: NonNullable<ReturnType<typeof failedOn>>) {
  const { path, op, value: wanted } = failed.condition
  const needed = conditionText({ arg: path, op, value: wanted }, undefined)
  const got = failed.got === undefined ? 'nothing' : `“${String(failed.got).slice(0, 40)}”`
  return {
    text: {
      en: `${shortHex(value)} is on the list, but ${path} is ${got}; needed: ${needed.en}`,
      ja: `${shortHex(value)} はリストにありますが、${path} は ${got === 'nothing' ? 'なし' : got} です(必要: ${needed.ja})`,
    },
    wallet: value,
  }
}
