/**
 * What the queue holds. `first-publication`: a space has published for the first time. `likeness`: a space whose name looks like that of one which proved its
 * domain; it is held. `report`: what members said against a space or quest, together. `appeal`: of a space's owner against a delisting.
 */
export const caseKinds = ['first-publication', 'likeness', 'report', 'appeal'] as const
export type CaseKind = (typeof caseKinds)[number]

export const caseStatuses = ['open', 'taken', 'resolved'] as const
export type CaseStatus = (typeof caseStatuses)[number]

/** `upheld`: what the case says is so. `dismissed`: it is not. */
export const caseOutcomes = ['upheld', 'dismissed'] as const
export type CaseOutcome = (typeof caseOutcomes)[number]

/** Why members report something. */
export const reportReasons = ['impersonation', 'scam', 'malware', 'cannot-be-done', 'not-paid', 'offensive', 'spam', 'other'] as const
export type ReportReason = (typeof reportReasons)[number]

/** What resolving a case does beside closing it. `delist`: the hold becomes a delisting, which needs a public reason. */
export type CaseEffect = 'nothing' | 'lift' | 'delist' | 'answer' | 'answer-and-lift'

const effects = {
  'first-publication': { upheld: 'nothing', dismissed: 'nothing' },
  report: { upheld: 'nothing', dismissed: 'nothing' },
  likeness: { upheld: 'delist', dismissed: 'lift' },
  appeal: { upheld: 'answer-and-lift', dismissed: 'answer' },
} as const satisfies Record<CaseKind, Record<CaseOutcome, CaseEffect>>

export const effectOf = (kind: CaseKind, outcome: CaseOutcome): CaseEffect => effects[kind][outcome]
