import { itemsOf } from '../query.ts'
import type { Text } from '../verdict.ts'
import type { Kind, Warning } from './kind.ts'
import type { ParamsOf } from './params.ts'

type Params = ParamsOf<'quiz'>

export const quizDefaults = { attempts: 5, coolDownSeconds: 60 } as const

/** Learning questions. The latest answers count; which of them are right is never said one by one. */
export const quiz: Kind<'quiz'> = {
  id: 'quiz',
  plan: () => [{ type: 'quiz' }],
  judge(params, evidence) {
    const record = itemsOf(evidence, 'quiz')[0]?.records[0]
    const needed = neededOf(params)
    if (!record) return { status: 'fail', seen: [], next: { en: 'Answer the questions.', ja: 'クイズに答えてください。' }, facts: [] }
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
}

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
