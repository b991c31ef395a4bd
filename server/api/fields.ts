import * as z from 'zod'
import { serviceIds } from '#server/accounts/connections/services.ts'
import { writtenText } from '#server/quests/text.ts'

/** Procedures without input refuse one: what is not read must not look as if it were. */
export const nothing = z.union([z.undefined(), z.null()])
export const uuid = z.uuid()
export const slug = z
  .string()
  .max(64)
  .regex(/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/)
/** Ids within a definition: of steps, questions and choices. */
export const stepId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
export const service = z.enum(serviceIds)
/** A wallet or account as text; its grammar is checked where it is read. */
export const walletText = z.string().min(1).max(200)
export const plainText = writtenText
/** A whole number without minus zero. */
export const integer = (min: number, max: number) =>
  z
    .int()
    .min(min)
    .max(max)
    .refine((value) => !Object.is(value, -0), 'must not be minus zero')
export const cursor = z.string().max(500).nullish()
export const pageSize = integer(1, 50).default(24)
/** An instant with its offset. */
export const instant = z.iso.datetime({ offset: true }).max(40)
