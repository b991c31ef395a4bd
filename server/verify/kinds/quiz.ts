import * as z from 'zod'
import { itemsOf } from '../query.ts'
import type { Text } from '../verdict.ts'
import { text } from './fields.ts'
import { defineKind, type Warning } from './kind.ts'

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
const params = z
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

type Params = z.infer<typeof params>

export const quizDefaults = { attempts: 5, coolDownSeconds: 60 } as const

/** Learning questions. The latest answers count; which of them are right is never said one by one. */
export const quiz = defineKind({
  id: 'quiz',
  params,
  namespace: null,
  plan: () => [{ type: 'submission' }],
  judge(params, evidence) {
    const record = itemsOf(evidence, 'submission')[0]?.records[0]
    const needed = neededOf(params)
    if (!record)
      return {
        status: 'fail',
        seen: [],
        next: { en: 'Answer the questions.', ja: 'クイズに答えてください。' },
        code: 'quiz.unanswered',
        facts: [],
      }
    const correct = correctAnswers(params, record.answers)
    const seen = {
      text: {
        en: `${correct} of ${params.questions.length} answers right, ${needed} needed`,
        ja: `${params.questions.length} 問中 ${correct} 問正解(必要: ${needed} 問)`,
      },
    }
    if (correct >= needed) return { status: 'pass', seen: [seen], facts: [] }
    return {
      status: 'fail',
      seen: [seen],
      next: { en: 'Read the lesson again and try once more.', ja: '解説を読み直して、もう一度挑戦してください。' },
      code: 'quiz.wrong',
      facts: [],
    }
  },
  describe(params): Text {
    const [all, needed] = [params.questions.length, neededOf(params)]
    return { en: `Answer ${needed} of ${all} questions right`, ja: `${all} 問中 ${needed} 問に正解する` }
  },
  lint(params) {
    const warnings: Warning[] = []
    if (params.salt === undefined)
      warnings.push({
        code: 'no-salt',
        path: ['salt'],
        message: {
          en: 'Without a secret salt the answers can be guessed out of the public rules hash.',
          ja: '秘密のソルトがないと、公開されるルールハッシュから正解を推測されるおそれがあります。',
        },
      })
    return warnings
  },
  form: {
    title: { en: 'Quiz', ja: 'クイズ' },
    summary: {
      en: 'The member answers questions; right answers never leave the server',
      ja: 'メンバーが質問に答える(正解はサーバーの外に出ません)',
    },
    fields: [
      { path: 'questions', control: 'questions', label: { en: 'Questions', ja: '質問' }, required: true },
      { path: 'correct', control: 'integer', label: { en: 'Right answers needed', ja: '必要な正解数' } },
      { path: 'attempts', control: 'integer', label: { en: 'Attempts', ja: '回答できる回数' } },
      { path: 'coolDownSeconds', control: 'seconds', label: { en: 'Pause between attempts', ja: '次の回答までの待ち時間' } },
      { path: 'salt', control: 'text', label: { en: 'Secret salt', ja: '秘密のソルト' } },
    ],
    example: {
      params: {
        questions: [
          {
            id: 'q1',
            text: { en: 'What does a rollup publish?', ja: 'ロールアップは何を公開しますか?' },
            choices: [
              { id: 'data', text: { en: 'Its data', ja: 'データ' } },
              { id: 'nothing', text: { en: 'Nothing', ja: '何も公開しない' } },
            ],
            answer: 'data',
          },
        ],
        salt: 'a-long-random-secret',
      },
    },
  },
})

const neededOf = (params: Params) => params.correct ?? params.questions.length

/** How many questions are answered right. */
export function correctAnswers(params: Params, answers: Readonly<Record<string, string>>): number {
  return params.questions.filter(({ id, answer }) => Object.hasOwn(answers, id) && answers[id] === answer).length
}

export type PublicQuiz = { questions: { id: string; text: Text; choices: { id: string; text: Text }[] }[] }

/** What a browser may see: built from named fields only, so an answer cannot slip through. */
export function publicQuiz(params: Params): PublicQuiz {
  return {
    questions: params.questions.map(({ id, text, choices }) => ({
      id,
      text,
      choices: choices.map((choice) => ({ id: choice.id, text: choice.text })),
    })),
  }
}
