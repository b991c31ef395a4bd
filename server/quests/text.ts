import * as z from 'zod'

/** Marks that combine with the letter before: a few are language, a pile is an attack on whoever renders it. */
const pileOfMarks = /\p{M}{5,}/u
/** C0 and C1 controls, and what turns the direction of writing around. Line feeds are looked at apart. */
const controls = /[\p{Cc}\p{Bidi_Control}]/u
const template = /\{\{|\$\{/

/** Text written by people: bounded, trimmed, without controls, piles of marks or templates. Limits count UTF-16 units. */
export function writtenText(max: number, options: { lines?: boolean } = {}) {
  return z
    .string()
    .max(max)
    .refine((text) => text.trim() !== '' && text === text.trim(), 'must not be empty or start or end with a space')
    .refine(
      (text) => text.isWellFormed() && !controls.test(options.lines === true ? text.replaceAll('\n', '') : text),
      'must not contain control characters',
    )
    .refine((text) => !pileOfMarks.test(text.normalize('NFD')), 'must not pile up combining marks')
    .refine((text) => !template.test(text), 'must not contain templates')
}

/** The same text in every language of the site. */
export const bilingual = (max: number, options: { lines?: boolean } = {}) =>
  z.strictObject({ en: writtenText(max, options), ja: writtenText(max, options) })
