import type { DraftView } from '#app/_data/views.ts'

export type Problem = DraftView['problems'][number]

/** Nothing stands there yet: not wrong, but not done. */
export const isMissing = ({ found }: Problem) => found === 'nothing' || found === 'null' || found === ''

const texts: ReadonlySet<string> = new Set(['en', 'ja'])

/** Problems of a field itself or of what is below it; a text that is missing as a whole is missing in each language. */
export const problemsAt = (path: string, all: readonly Problem[]): Problem[] =>
  all.filter((problem) => {
    if (problem.field === path || problem.field.startsWith(`${path}.`)) return true
    const rest = path.startsWith(`${problem.field}.`) ? path.slice(problem.field.length + 1) : null
    return rest !== null && texts.has(rest) && isMissing(problem)
  })
