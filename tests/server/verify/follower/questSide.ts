import type { OpenStep, StepResult } from '#server/verify/follower.ts'

/** The quests' side, in memory: open steps in, results out, a passed step is closed. */
export function questSide() {
  const steps: OpenStep[] = []
  const results: StepResult[] = []
  let failNext = false
  return {
    steps,
    results,
    failOnce: () => {
      failNext = true
    },
    statuses: () => results.map(({ stepId, verdict }) => `${stepId}:${verdict.status}`),
    port: {
      openSteps: async (ids?: readonly string[]) => steps.filter(({ participationId }) => ids?.includes(participationId) ?? true),
      changes: async () => 'all' as const,
      record: async (found: StepResult[]) => {
        if (failNext) {
          failNext = false
          throw new Error('the database went away')
        }
        results.push(...found)
        const passed = new Set(found.filter(({ verdict }) => verdict.status === 'pass').map(({ stepId }) => stepId))
        steps.splice(0, steps.length, ...steps.filter(({ stepId }) => !passed.has(stepId)))
      },
    },
  }
}

export type QuestSide = ReturnType<typeof questSide>
