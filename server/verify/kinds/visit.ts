import * as z from 'zod'
import { itemsOf } from '../query.ts'
import type { Text } from '../verdict.ts'
import { hostOf } from './endpoint.ts'
import { defineKind, type Warning } from './kind.ts'

/** A page of somebody's site: it is opened by the member's own browser, never by us. */
const pageUrl = z
  .string()
  .max(1000)
  .refine((url) => {
    if (!URL.canParse(url)) return false
    const { protocol, username, password } = new URL(url)
    return protocol === 'https:' && username === '' && password === ''
  }, 'an https link is expected')

/** `dwellSeconds`: time between opening the link and coming back to the quest. */
const params = z.strictObject({ url: pageUrl, dwellSeconds: z.int().min(1).max(600).optional() })

/** A link that was opened from the quest's page, through our own redirect. */
export const visit = defineKind({
  id: 'visit',
  params,
  namespace: null,
  plan: () => [{ type: 'submission' }],
  judge(params, evidence) {
    const record = itemsOf(evidence, 'submission')[0]?.records[0]
    const needed = params.dwellSeconds ?? 0
    if (record === undefined || !Object.hasOwn(record.answers, 'opened'))
      return {
        status: 'fail',
        seen: [],
        next: { en: 'Open the link from this page.', ja: 'このページからリンクを開いてください。' },
        code: 'visit.unopened',
        facts: [],
      }
    const opened = { text: { en: 'the link was opened', ja: 'リンクを開きました' } }
    if (needed === 0) return { status: 'pass', seen: [opened], facts: [] }
    const { seconds = '' } = record.answers
    const stayed = /^\d{1,9}$/.test(seconds) ? Number(seconds) : null
    if (stayed === null)
      return {
        status: 'pending',
        seen: [opened],
        next: { en: `Come back here after ${secondsText(needed)}.`, ja: `${needed} 秒たってから、このページに戻ってください。` },
        code: 'visit.away',
        facts: [],
      }
    const seen = {
      text: { en: `came back after ${secondsText(stayed)}, ${needed} needed`, ja: `${stayed} 秒後に戻りました(必要: ${needed} 秒)` },
    }
    return stayed >= needed ? { status: 'pass', seen: [seen], facts: [] } : { status: 'fail', seen: [seen], code: 'visit.short', facts: [] }
  },
  describe({ url, dwellSeconds }): Text {
    const host = hostOf(url)
    if (dwellSeconds === undefined) return { en: `Open a page of ${host}`, ja: `${host} のページを開く` }
    return { en: `Open a page of ${host} for ${secondsText(dwellSeconds)}`, ja: `${host} のページを ${dwellSeconds} 秒間開く` }
  },
  lint(params) {
    const warnings: Warning[] = [
      {
        code: 'proves-little',
        path: ['url'],
        message: {
          en: 'This proves only that the link was opened, not that anything was read.',
          ja: 'リンクが開かれたことだけを示します。内容が読まれたことの証明にはなりません。',
        },
      },
    ]
    if (params.dwellSeconds !== undefined)
      warnings.push({
        code: 'dwell-is-waiting',
        path: ['dwellSeconds'],
        message: {
          en: 'The time is measured between opening the link and coming back to the quest: it may be spent elsewhere.',
          ja: 'リンクを開いてからクエストに戻るまでの時間です。別の場所で過ごした時間も含まれます。',
        },
      })
    return warnings
  },
  form: {
    title: { en: 'Visit', ja: 'ページ訪問' },
    summary: { en: 'The member opens a link; proves nothing more', ja: 'メンバーがリンクを開く(それ以上の証明にはなりません)' },
    fields: [
      { path: 'url', control: 'url', label: { en: 'Address', ja: 'URL' }, required: true },
      { path: 'dwellSeconds', control: 'seconds', label: { en: 'Back after', ja: '戻るまでの時間' } },
    ],
    example: { params: { url: 'https://docs.example.org/start' } },
  },
})

const secondsText = (seconds: number) => `${seconds} second${seconds === 1 ? '' : 's'}`
