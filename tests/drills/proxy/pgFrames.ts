/** One message of the Postgres protocol (version 3), whole: header and all. `type` is empty for those that open a connection. */
export type PgFrame = { type: string; bytes: Buffer }

/** Bytes before the body of a message with a type; the length counts itself but not the type. */
const TYPED = 5
const UNTYPED = 4
/** A message longer than that is no message of ours: the stream is not what it seems. */
const longest = 1 << 30

/**
 * Cuts a stream of one direction into messages, however the network cut it. A client's first message has no type; a session is expected
 * in clear, as pg speaks it to a server of the same machine. Throws when the stream is not the protocol.
 */
export class PgFrames {
  #rest: Buffer = Buffer.alloc(0)
  #typed: boolean

  constructor(from: 'client' | 'server') {
    this.#typed = from === 'server'
  }

  push(chunk: Uint8Array): PgFrame[] {
    this.#rest = this.#rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([this.#rest, chunk])
    const frames: PgFrame[] = []
    let at = 0
    for (;;) {
      const header = this.#typed ? TYPED : UNTYPED
      if (this.#rest.length - at < header) break
      const size = this.#rest.readInt32BE(at + header - UNTYPED) + header - UNTYPED
      if (size < header || size > longest) throw new Error(`not the Postgres protocol: a message of ${size} bytes`)
      if (this.#rest.length - at < size) break
      frames.push({ type: this.#typed ? String.fromCharCode(this.#rest[at] ?? 0) : '', bytes: this.#rest.subarray(at, at + size) })
      this.#typed = true
      at += size
    }
    this.#rest = this.#rest.subarray(at)
    return frames
  }
}

/** A message of this type with this body. */
export function pgFrame(type: string, body: Uint8Array): PgFrame {
  const length = Buffer.alloc(4)
  length.writeInt32BE(body.length + 4)
  return { type, bytes: Buffer.concat([Buffer.from(type, 'latin1'), length, body]) }
}

export const bodyOf = ({ type, bytes }: PgFrame): Buffer => bytes.subarray(type === '' ? UNTYPED : TYPED)

/** Reads what stands in a body one after the other. */
export class PgReader {
  readonly #body: Buffer
  #at = 0

  constructor(body: Buffer) {
    this.#body = body
  }

  text(): string {
    const end = this.#body.indexOf(0, this.#at)
    const text = this.#body.toString('utf8', this.#at, end)
    this.#at = end + 1
    return text
  }

  int16(): number {
    this.#at += 2
    return this.#body.readInt16BE(this.#at - 2)
  }

  /** A length and as many bytes; null for a length of -1. */
  value(): Buffer | null {
    const length = this.#body.readInt32BE(this.#at)
    this.#at += 4
    if (length < 0) return null
    this.#at += length
    return this.#body.subarray(this.#at - length, this.#at)
  }
}
