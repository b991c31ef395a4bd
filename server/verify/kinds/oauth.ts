import * as z from 'zod'
import { itemsOf, type OAuthQuery } from '../query.ts'
import type { Text } from '../verdict.ts'
import { defineKind, type Warning } from './kind.ts'
import { factOf, oauthServiceIds, oauthServices } from './oauthFacts.ts'
import { askAgain, unanswered } from './unanswered.ts'
import { same, sentences } from './wording.ts'

/** `fact` and `args`: one of `oauthFacts.ts`. `least`: days of age, or how many; facts that are a plain yes have none. */
const params = z
  .strictObject({
    provider: z.enum(oauthServiceIds),
    fact: z.string().max(40),
    args: z.record(z.string().max(20), z.string().max(150)).optional(),
    least: z.int().min(1).max(100_000).optional(),
  })
  .check(({ value, issues }) => {
    const refuse = (path: string[], message: string) => issues.push({ code: 'custom', input: value, path, message })
    const known = factOf(value.provider, value.fact)
    if (!known) return void refuse(['fact'], `one of ${Object.keys(oauthServices[value.provider].facts).join(', ')} is expected`)
    const args = value.args ?? {}
    for (const [name, shape] of Object.entries(known.args))
      if (!Object.hasOwn(args, name) || !shape.test(args[name] ?? ''))
        refuse(['args', name], `text of the shape ${shape.source} is expected`)
    const stranger = Object.keys(args).find((name) => !Object.hasOwn(known.args, name))
    if (stranger !== undefined) refuse(['args', stranger], 'not an argument of this fact')
    if ((known.measure === 'yes') !== (value.least === undefined))
      refuse(['least'], known.measure === 'yes' ? 'this fact has no number' : 'a number is expected')
  })
type Params = z.infer<typeof params>

const dayMs = 86_400_000

const queryOf = ({ provider, fact, args = {} }: Params): OAuthQuery => ({ type: 'oauth', provider, fact, args })

/** A fact about the member's account at GitHub, Discord or X, asked for with the member's leave. */
export const oauth = defineKind({
  id: 'oauth',
  params,
  namespace: null,
  plan: (params) => [queryOf(params)],
  judge(params, evidence) {
    const wanted = queryOf(params)
    const service = oauthServices[params.provider].name
    const item = itemsOf(evidence, 'oauth').find(
      ({ query }) => query.provider === wanted.provider && query.fact === wanted.fact && sameArgs(query.args, wanted.args),
    )
    const silent = unanswered(item, same(service))
    if (silent) return silent
    const record = item?.records[0]
    if (!record) return { status: 'fail', seen: [], next: sentences.unlinked(service), code: 'account.unlinked', facts: [] }
    const measure = factOf(params.provider, params.fact)?.measure ?? 'yes'
    const whose = record.account.slice(0, 60)
    if (measure === 'yes') {
      const ok = record.value === 'true'
      const text = ok
        ? { en: `${whose}: yes`, ja: `${whose}: 確認できました` }
        : { en: `${whose}: not yet`, ja: `${whose}: まだ確認できません` }
      return { status: ok ? 'pass' : 'fail', seen: [{ text }], facts: [] }
    }
    const value = measure === 'age' ? ageInDays(record.value, record.at) : wholeNumber(record.value)
    const needed = params.least ?? 1
    if (value === null) return { status: 'error', seen: [], next: askAgain(same(service)), code: 'service.away', facts: [] }
    const text =
      measure === 'age'
        ? { en: `${whose}: ${value} days old, ${needed} needed`, ja: `${whose}: 利用歴 ${value} 日(必要: ${needed} 日)` }
        : { en: `${whose}: ${value}, ${needed} needed`, ja: `${whose}: ${value} 件(必要: ${needed} 件)` }
    return { status: value >= needed ? 'pass' : 'fail', seen: [{ text }], facts: [] }
  },
  describe(params): Text {
    const fact = factOf(params.provider, params.fact)
    const wanted = fact?.wanted(params.args ?? {}) ?? same(params.fact)
    if (fact?.measure === 'age')
      return { en: `Have ${wanted.en} for at least ${params.least} days`, ja: `${wanted.ja}が ${params.least} 日以上ある` }
    if (fact?.measure === 'count')
      return { en: `Have at least ${params.least} ${wanted.en}`, ja: `${wanted.ja}が ${params.least} 件以上ある` }
    return wanted
  },
  lint(params) {
    const warnings: Warning[] = []
    if (factOf(params.provider, params.fact)?.measure === 'yes')
      warnings.push({
        code: 'cheap-account',
        path: ['fact'],
        message: {
          en: 'Accounts cost nothing: ask for an age, too, where this is rewarded.',
          ja: 'アカウントは無料で作れます。報酬がある場合は利用歴の条件も加えてください。',
        },
      })
    return warnings
  },
  form: {
    title: { en: 'Account elsewhere', ja: '外部アカウント' },
    summary: { en: 'GitHub, Discord or X says something about the member', ja: 'GitHub・Discord・X のアカウント情報で判定する' },
    fields: [
      {
        path: 'provider',
        control: 'choice',
        label: { en: 'Service', ja: 'サービス' },
        required: true,
        options: oauthServiceIds.map((value) => ({ value, label: same(oauthServices[value].name) })),
      },
      {
        path: 'fact',
        control: 'choice',
        label: { en: 'Fact', ja: '条件' },
        required: true,
        options: [...new Set(oauthServiceIds.flatMap((id) => Object.keys(oauthServices[id].facts)))].map((value) => ({
          value,
          label: same(value),
        })),
      },
      { path: 'args', control: 'json', label: { en: 'Of what', ja: '対象' } },
      { path: 'least', control: 'integer', label: { en: 'At least', ja: '最小値' } },
    ],
    example: { params: { provider: 'github', fact: 'accountAge', least: 180 } },
  },
})

function sameArgs(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && a[name] === b[name])
}

/** Whole days between two instants; null when one of them is none. */
function ageInDays(since: string, at: string): number | null {
  const days = Math.floor((Date.parse(at) - Date.parse(since)) / dayMs)
  return Number.isNaN(days) ? null : days
}

const wholeNumber = (text: string) => (/^\d{1,9}$/.test(text) ? Number(text) : null)
