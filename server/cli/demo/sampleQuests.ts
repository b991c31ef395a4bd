/** The sample quests that the journey completes, with the right answers where there is a quiz. */
export const sampleQuests: readonly { slug: string; quiz?: { stepId: string; answers: Record<string, string> } }[] = []
