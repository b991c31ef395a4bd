import { createHash } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import * as z from 'zod'
import { CairnError } from '#server/shared/errors.ts'
import type { SignBody } from '../contract.ts'
import { Signed, type SignedGroup } from './policy.ts'

const line = z.object({
  at: z.number(),
  id: z.string(),
  type: z.enum(['mint', 'revoke', 'check', 'voucher']),
  message: z.string(),
  quest: z.number().optional(),
  nonce: z.number().optional(),
  accounts: z.array(z.number()).optional(),
  credential: z.number().optional(),
  /** sha256 of the line before: a line that is taken out or changed shows. */
  before: z.string(),
})

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

export type Journal = {
  signed: Signed
  /** Written through to the disk before anything is answered: what was signed is known, whatever happens then. */
  add(body: SignBody, at: number): void
  close(): void
}

/** Opens the file of all that was signed, and reads what it holds. Throws `config.invalid` for one whose lines do not follow each other. */
export function openJournal(path: string): Journal {
  const signed = new Signed()
  let last = '0'.repeat(64)
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []
  for (const [i, text] of lines.entries()) {
    if (text === '' && i === lines.length - 1) break
    const entry = readLine(text, last, i + 1)
    if (entry.type === 'mint')
      signed.add({ quest: entry.quest ?? -1, nonce: entry.nonce ?? -1, accounts: entry.accounts ?? [], at: entry.at })
    last = hashOf(text)
  }
  const file = openSync(path, 'a', 0o600)
  return {
    signed,
    add(body, at) {
      const group = body.type === 'mint' ? groupOf(body, at) : null
      const more = body.type === 'revoke' ? { quest: body.quest.index, credential: body.revoke.credential } : (group ?? {})
      const text = JSON.stringify({ id: body.id, type: body.type, message: body.message, ...more, at, before: last })
      writeSync(file, `${text}\n`)
      fsyncSync(file)
      last = hashOf(text)
      if (group) signed.add(group)
    },
    close: () => closeSync(file),
  }
}

const groupOf = ({ quest, mint }: SignBody & { type: 'mint' }, at: number): SignedGroup => ({
  ...{ quest: quest.index, nonce: mint.groupNonce, at },
  accounts: mint.members.map(({ account }) => account),
})

function readLine(text: string, before: string, number: number): z.output<typeof line> {
  try {
    const entry = line.parse(JSON.parse(text))
    if (entry.before === before) return entry
  } catch {
    // Said below: it is no line of ours.
  }
  throw new CairnError('config.invalid', `Line ${number} of the signer's log does not follow the one before it.`, {
    meta: { field: 'log', found: number },
  })
}
