import * as z from 'zod'
import { participantStates, stepStates } from '#server/insights/people/participant.ts'
import { day, stepId } from './fields.ts'

/** What a list of participants, and the file of it, may be narrowed to. `wallet`: how an address begins; `verdict`: on `step`, `pass` when nothing is said. */
export const participantFilter = {
  state: z.enum(participantStates).optional(),
  step: stepId.optional(),
  verdict: z.enum(stepStates).optional(),
  wallet: z
    .string()
    .regex(/^(?:0x[0-9a-fA-F]{2,40}|[1-9A-HJ-NP-Za-km-z]{4,44})$/, 'the beginning of an address: 0x and hex digits, or base58')
    .optional(),
  day: day.optional(),
}
