import { nothing } from '#server/api/fields.ts'
import { anyone } from '#server/api/trpc.ts'

/** What the overview draws: credentials by day, and the newest batches in numbers. */
export const charts = anyone.input(nothing).query(({ ctx }) => ctx.members.explorer.charts())
