import { CairnError } from '#server/shared/errors.ts'

/**
 * Letters that are not seen, or turn the line around: with one of them a name looks like another and is not. Format characters, private and unassigned code
 * points, line separators, the Hangul fillers and the empty Braille cell.
 */
const unseen = /[\p{Cf}\p{Co}\p{Cn}\p{Cc}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0\u2800]/u

/** Throws `input.invalid` for a name with something in it that nobody sees, or with nothing that is read. */
export function requireSeen(name: string, field: string): void {
  if (!name.isWellFormed() || unseen.test(name))
    throw new CairnError('input.invalid', 'This name holds characters that nobody sees.', {
      meta: { field, found: 'an invisible character', expected: 'visible letters only' },
    })
  if (!/[\p{L}\p{N}]/u.test(name))
    throw new CairnError('input.invalid', 'This name holds no letter.', { meta: { field, found: name, expected: 'a letter or a digit' } })
}
