import * as z from 'zod'
import { cursor } from '#server/api/fields.ts'

/** A whole number as text, as addresses carry it: no sign, no leading zero, no exponent. */
export const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^(?:0|[1-9]\d{0,9})$/, `a whole number from ${min} to ${max}`)
    .transform(Number)
    .pipe(z.int().min(min).max(max))

export const place = wholeNumber(0, 2 ** 31 - 1)

export const flag = z
  .enum(['true', 'false'])
  .transform((text) => text === 'true')
  .pipe(z.boolean())

/** Which page of a list. */
export const paging = {
  cursor: cursor.unwrap().unwrap().optional().meta({ description: '`nextCursor` of the page before, as it was given.' }),
  limit: wholeNumber(1, 50).default(24).meta({ description: 'Items of a page.' }),
}
