import { bodyOf, type PgFrame, PgReader } from './pgFrames.ts'

/** A statement as a client sent it, with its parameters as they were on the wire. */
export type PgStep = { sql: string; params: readonly (Buffer | null)[] }

/**
 * Follows one session and says when something becomes durable: at the COMMIT of a transaction that wrote, or at the end of a statement that
 * writes outside of one. Knows the simple and the extended protocol; expects one query under way at a time, as pg sends them.
 */
export class PgSession {
  readonly #prepared = new Map<string, string>()
  /** Statements since the last answer. */
  #asked: PgStep[] = []
  /** Writes of the open transaction. */
  #written: PgStep[] = []
  /** What the message under way makes durable if it goes well. */
  #committing: PgStep[] | null = null
  #rows = 0
  #failed = false
  #open = false

  /** Reads a client's message. Answers what it would make durable once it reaches the server; null = nothing. */
  fromClient(frame: PgFrame): readonly PgStep[] | null {
    const body = new PgReader(bodyOf(frame))
    if (frame.type === 'P') {
      const name = body.text()
      this.#prepared.set(name, body.text())
    } else if (frame.type === 'B') {
      body.text()
      this.#asked.push({ sql: this.#prepared.get(body.text()) ?? '', params: readParams(body) })
    } else if (frame.type === 'Q') {
      this.#asked.push({ sql: body.text(), params: [] })
      return this.#ask()
    } else if (frame.type === 'S') return this.#ask()
    return null
  }

  /** Reads a server's message. Answers what is durable since: rows were written and the server is ready again; null = nothing. */
  fromServer(frame: PgFrame): readonly PgStep[] | null {
    if (frame.type === 'C') this.#rows += rowsOf(new PgReader(bodyOf(frame)).text())
    else if (frame.type === 'E') this.#failed = true
    else if (frame.type === 'Z') return this.#answered(bodyOf(frame).toString('latin1'))
    return null
  }

  /** True while a message that may make something durable is under way. */
  get committing(): boolean {
    return this.#committing !== null
  }

  #ask(): readonly PgStep[] | null {
    const writes = this.#asked.filter(({ sql }) => isWrite(sql))
    if (!this.#open) {
      this.#rows = 0
      this.#committing = writes.length > 0 ? writes : null
    } else {
      this.#written.push(...writes)
      const ends = this.#asked.some(({ sql }) => /^\s*(commit|end)\b/i.test(sql))
      this.#committing = ends && this.#rows > 0 ? this.#written : null
    }
    this.#asked = []
    return this.#committing
  }

  #answered(status: string): readonly PgStep[] | null {
    const done = this.#committing !== null && !this.#failed && this.#rows > 0 && status === 'I' ? this.#committing : null
    this.#committing = null
    this.#failed = false
    // Begun, ended, or failed and only to be rolled back: nothing of it counts.
    if (status !== 'T' || !this.#open) {
      this.#written = []
      this.#rows = 0
    }
    this.#open = status !== 'I'
    return done
  }
}

/** True for a statement that can change rows; reads that lock rows, notifications and settings are none. */
export function isWrite(sql: string): boolean {
  const text = sql.replaceAll(/--.*$/gm, '').trim()
  return (
    /^(insert|update|delete)\b/i.test(text) ||
    (/^with\b/i.test(text) && /\b(insert\s+into|update\s+"?\w+"?\s+set|delete\s+from)\b/i.test(text))
  )
}

function readParams(body: PgReader): (Buffer | null)[] {
  for (let formats = body.int16(); formats > 0; formats--) body.int16()
  return Array.from({ length: body.int16() }, () => body.value())
}

/** Rows that a command's tag says were written: `INSERT 0 3`, `UPDATE 2`. */
function rowsOf(tag: string): number {
  const found = /^(?:INSERT \d+|UPDATE|DELETE) (\d+)$/.exec(tag)
  return Number(found?.[1] ?? 0)
}
