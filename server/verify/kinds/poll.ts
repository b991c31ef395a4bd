import * as z from 'zod'
import { itemsOf } from '../query.ts'
import { text } from './fields.ts'
import { defineKind, type Warning } from './kind.ts'

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)

/** One question without a right answer. `least` and `most`: how many choices a member takes (default one). */
const params = z
  .strictObject({
    question: text,
    choices: z.array(z.strictObject({ id, text })).min(2).max(20),
    least: z.int().min(1).max(20).optional(),
    most: z.int().min(1).max(20).optional(),
  })
  .check(({ value, issues }) => {
    const ids = value.choices.map((choice) => choice.id)
    const { least, most } = boundsOf(value)
    if (new Set(ids).size !== ids.length)
      issues.push({ code: 'custom', input: value, path: ['choices'], message: 'choice ids must differ' })
    if (most > ids.length) issues.push({ code: 'custom', input: value, path: ['most'], message: 'more than there are choices' })
    if (least > most) issues.push({ code: 'custom', input: value, path: ['least'], message: 'more than the most' })
  })

export type PollParams = z.infer<typeof params>

function boundsOf({ least = 1, most }: Pick<PollParams, 'least' | 'most'>) {
  return { least, most: most ?? Math.max(1, least) }
}

/** Whether the ids are choices of this poll, each once, and as many as it wants. */
export function isVote(poll: PollParams, chosen: readonly string[]): boolean {
  const known = new Set(poll.choices.map((choice) => choice.id))
  const { least, most } = boundsOf(poll)
  return chosen.length >= least && chosen.length <= most && new Set(chosen).size === chosen.length && chosen.every((one) => known.has(one))
}

/** A vote: every answer counts, none is right. A submission's answers are the chosen ids, each with `chosen`. */
export const poll = defineKind({
  id: 'poll',
  params,
  namespace: null,
  plan: () => [{ type: 'submission' }],
  judge(params, evidence) {
    const record = itemsOf(evidence, 'submission')[0]?.records[0]
    const voted = record !== undefined && isVote(params, Object.keys(record.answers))
    if (voted) return { status: 'pass', seen: [{ text: { en: 'You voted', ja: '投票しました' } }], facts: [] }
    return {
      status: 'fail',
      seen: [],
      next: { en: 'Choose and hand in your vote.', ja: '選択肢を選んで投票してください。' },
      code: 'poll.unanswered',
      facts: [],
    }
  },
  describe: (params) => ({ en: `Vote: ${params.question.en}`, ja: `投票する: ${params.question.ja}` }),
  lint(params) {
    const warnings: Warning[] = []
    if (params.choices.length === boundsOf(params).least)
      warnings.push({
        code: 'no-choice',
        path: ['least'],
        message: { en: 'Every choice must be taken: nothing is left to vote on.', ja: 'すべて選ぶ必要があり、投票になりません。' },
      })
    return warnings
  },
  form: {
    title: { en: 'Poll', ja: '投票' },
    summary: { en: 'The member votes; there is no right answer', ja: 'メンバーが投票する(正解はありません)' },
    fields: [
      { path: 'question', control: 'words', label: { en: 'Question', ja: '質問' }, required: true },
      { path: 'choices', control: 'choices', label: { en: 'Choices', ja: '選択肢' }, required: true },
      { path: 'least', control: 'integer', label: { en: 'Choices at least', ja: '選択数(最小)' } },
      { path: 'most', control: 'integer', label: { en: 'Choices at most', ja: '選択数(最大)' } },
    ],
    example: {
      params: {
        question: { en: 'Which chain next?', ja: '次はどのチェーンがよいですか?' },
        choices: [
          { id: 'base', text: { en: 'Base', ja: 'Base' } },
          { id: 'solana', text: { en: 'Solana', ja: 'Solana' } },
        ],
      },
    },
  },
})
