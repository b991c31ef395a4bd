/**
 * What the project behind a quest may want to know, by ids alone: whoever tells it on reads the rest in the same transaction. `step.passed` may be said again
 * after a reorg took the pass back; it is one moment.
 */
export type Moment =
  | { type: 'quest.published' | 'quest.live' | 'quest.ended'; questId: string }
  | { type: 'participation.started'; participationId: string }
  | { type: 'step.passed'; participationId: string; stepId: string; evidenceDigest: string | null }
  | { type: 'quest.completed'; credentialId: string }
