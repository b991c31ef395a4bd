import * as z from 'zod'
import { bilingual, writtenText } from '#server/quests/text.ts'
import { slug } from './fields.ts'

/** A space, or a quest; of a recurring one any period. */
export const subject = z.strictObject({ kind: z.enum(['space', 'quest']), slug })
/** A reason that pages show. */
export const publicReason = bilingual(500)
/** Words for the log, or to the owner who appealed. */
export const note = writtenText(1000, { lines: true })
