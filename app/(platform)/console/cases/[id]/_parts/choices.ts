import type { CaseKind } from '#app/_data/views.ts'

/** How a case can end. `delist`: what goes out of the lists with it. `needsReason`: the public one, in both languages. */
export type Choice = { name: ChoiceName; outcome: 'upheld' | 'dismissed'; delist: 'quest' | 'space' | null; needsReason: boolean }
export type ChoiceName = 'dismiss' | 'uphold' | 'delistQuest' | 'delistSpace' | 'fine' | 'letGo' | 'fake' | 'stays' | 'lift'

const plain = (name: ChoiceName, outcome: Choice['outcome']): Choice => ({ name, outcome, delist: null, needsReason: false })
const delistQuest: Choice = { name: 'delistQuest', outcome: 'upheld', delist: 'quest', needsReason: true }
const delistSpace: Choice = { name: 'delistSpace', outcome: 'upheld', delist: 'space', needsReason: true }

/** The ways out of a case, the mildest first. */
export function choicesOf({ kind, quest }: { kind: CaseKind; quest: string | null }): Choice[] {
  const delistings = quest === null ? [delistSpace] : [delistQuest, delistSpace]
  switch (kind) {
    case 'report':
      return [plain('dismiss', 'dismissed'), plain('uphold', 'upheld'), ...delistings]
    case 'first-publication':
      return [plain('fine', 'dismissed'), ...delistings]
    case 'likeness':
      // The case itself turns the hold into a delisting.
      return [plain('letGo', 'dismissed'), { ...plain('fake', 'upheld'), needsReason: true }]
    case 'appeal':
      return [plain('stays', 'dismissed'), plain('lift', 'upheld')]
  }
}
