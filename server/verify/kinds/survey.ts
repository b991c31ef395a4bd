import * as z from 'zod'
import { itemsOf } from '../query.ts'
import type { Text } from '../verdict.ts'
import { text } from './fields.ts'
import { defineKind, type Warning } from './kind.ts'

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
const base = { id, text, optional: z.boolean().optional() }
/** `minLength` counts characters without spaces at the ends. */
const question = z.discriminatedUnion('type', [
  z.strictObject({
    ...base,
    type: z.literal('text'),
    minLength: z.int().min(1).max(2000).optional(),
    maxLength: z.int().min(1).max(4000).optional(),
  }),
  z.strictObject({ ...base, type: z.literal('number'), min: z.number().optional(), max: z.number().optional() }),
  z.strictObject({ ...base, type: z.literal('choice'), choices: z.array(z.strictObject({ id, text })).min(2).max(20) }),
])

export type SurveyQuestion = z.infer<typeof question>

export const defaultMaxLength = 1000

const params = z.strictObject({ questions: z.array(question).min(1).max(20) }).check(({ value, issues }) => {
  const refuse = (path: (string | number)[], message: string) => issues.push({ code: 'custom', input: value, path, message })
  if (new Set(value.questions.map((item) => item.id)).size !== value.questions.length) refuse(['questions'], 'question ids must differ')
  for (const [index, item] of value.questions.entries()) {
    if (item.type === 'text' && (item.minLength ?? 1) > (item.maxLength ?? defaultMaxLength))
      refuse(['questions', index, 'minLength'], 'more than the most')
    if (item.type === 'number' && (item.min ?? -Infinity) > (item.max ?? Infinity))
      refuse(['questions', index, 'min'], 'more than the most')
    if (item.type === 'choice' && new Set(item.choices.map((choice) => choice.id)).size !== item.choices.length)
      refuse(['questions', index, 'choices'], 'choice ids must differ')
  }
})

export type SurveyParams = z.infer<typeof params>

/** The first answer that does not fit its question, with what is expected; null when all do. */
export function surveyProblem(
  survey: SurveyParams,
  answers: Readonly<Record<string, string>>,
): { question: string; expected: string } | null {
  const stranger = Object.keys(answers).find((given) => !survey.questions.some((item) => item.id === given))
  if (stranger !== undefined) return { question: stranger, expected: 'a question of this survey' }
  for (const item of survey.questions) {
    const answer = Object.hasOwn(answers, item.id) ? answers[item.id] : undefined
    const expected = answer === undefined ? (item.optional ? null : 'an answer') : answerProblem(item, answer)
    if (expected !== null) return { question: item.id, expected }
  }
  return null
}

function answerProblem(item: SurveyQuestion, answer: string): string | null {
  if (item.type === 'choice') return item.choices.some((choice) => choice.id === answer) ? null : 'one of the choices'
  if (item.type === 'number') {
    const value = /^-?\d{1,15}(\.\d{1,10})?$/.test(answer) ? Number(answer) : Number.NaN
    const { min = -Infinity, max = Infinity } = item
    return value >= min && value <= max ? null : `a number${numberBounds(item)}`
  }
  const length = [...answer.trim()].length
  const { minLength = 1, maxLength = defaultMaxLength } = item
  return length >= minLength && length <= maxLength ? null : `${minLength} to ${maxLength} characters`
}

function numberBounds({ min, max }: { min?: number | undefined; max?: number | undefined }): string {
  if (min !== undefined && max !== undefined) return ` from ${min} to ${max}`
  return min !== undefined ? ` of at least ${min}` : max !== undefined ? ` of at most ${max}` : ''
}

/** Open questions: every answer that fits its question counts. */
export const survey = defineKind({
  id: 'survey',
  params,
  namespace: null,
  plan: () => [{ type: 'submission' }],
  judge(params, evidence) {
    const record = itemsOf(evidence, 'submission')[0]?.records[0]
    const count = params.questions.length
    if (record && surveyProblem(params, record.answers) === null)
      return {
        status: 'pass',
        seen: [{ text: { en: `${count} questions answered`, ja: `${count} 問に回答しました` } }],
        facts: [],
      }
    return {
      status: 'fail',
      seen: [],
      next: { en: 'Answer the questions.', ja: '質問に答えてください。' },
      code: 'survey.unanswered',
      facts: [],
    }
  },
  describe({ questions: { length } }): Text {
    return { en: length === 1 ? 'Answer a question' : `Answer ${length} questions`, ja: `${length} 問の質問に答える` }
  },
  lint(params) {
    const warnings: Warning[] = []
    for (const [index, item] of params.questions.entries())
      if (item.type === 'text' && item.minLength === undefined && !item.optional)
        warnings.push({
          code: 'no-minimum',
          path: ['questions', index, 'minLength'],
          message: { en: 'Any single letter is an answer.', ja: '1 文字だけでも回答として認められます。' },
        })
    return warnings
  },
  form: {
    title: { en: 'Survey', ja: 'アンケート' },
    summary: { en: 'The member answers open questions', ja: 'メンバーが質問に自由に答える' },
    fields: [{ path: 'questions', control: 'survey', label: { en: 'Questions', ja: '質問' }, required: true }],
    example: {
      params: {
        questions: [
          { id: 'why', type: 'text', text: { en: 'What brought you here?', ja: '参加したきっかけは何ですか?' }, minLength: 20 },
          { id: 'years', type: 'number', text: { en: 'Years on chain?', ja: 'オンチェーン歴は何年ですか?' }, min: 0, max: 20 },
        ],
      },
    },
  },
})
