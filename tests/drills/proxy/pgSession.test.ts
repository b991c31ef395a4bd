import { describe, expect, it } from 'vitest'
import { type PgFrame, pgFrame } from './pgFrames.ts'
import { isWrite, PgSession } from './pgSession.ts'

const text = (...parts: string[]) => Buffer.from(parts.map((part) => `${part}\0`).join(''))
const query = (sql: string) => pgFrame('Q', text(sql))
const complete = (tag: string) => pgFrame('C', text(tag))
const ready = (status: 'I' | 'T' | 'E') => pgFrame('Z', Buffer.from(status))

/** Parse, Bind with text parameters, Execute and Sync of one statement. */
function extended(sql: string, params: string[] = []): PgFrame[] {
  const count = Buffer.alloc(2)
  count.writeInt16BE(params.length)
  const values = params.map((param) => {
    const length = Buffer.alloc(4)
    length.writeInt32BE(param.length)
    return Buffer.concat([length, Buffer.from(param)])
  })
  const bind = Buffer.concat([text('', ''), Buffer.alloc(2), count, ...values, Buffer.alloc(2)])
  return [
    pgFrame('P', Buffer.concat([text('', sql), Buffer.alloc(2)])),
    pgFrame('B', bind),
    pgFrame('E', text('')),
    pgFrame('S', Buffer.alloc(0)),
  ]
}

/** What a session is told to be committed, before and after, as the first words of the statements. */
function run(session: PgSession, client: PgFrame[], server: PgFrame[]) {
  const words = (steps: readonly { sql: string }[] | null) => steps?.map(({ sql }) => sql.split(' ')[0]) ?? null
  const before = client.map((frame) => words(session.fromClient(frame))).at(-1)
  return { before, after: server.map((frame) => words(session.fromServer(frame))).at(-1) }
}

describe('what a session commits', () => {
  it('is a write outside of a transaction, at its Sync', () => {
    const session = new PgSession()
    const sent = extended('insert into t values ($1)', ['propose:1'])
    expect(sent.slice(0, 3).map((frame) => session.fromClient(frame))).toEqual([null, null, null])
    const committing = session.fromClient(sent[3] ?? ready('I'))
    expect(committing?.[0]?.params.map(String)).toEqual(['propose:1'])
    expect(session.committing).toBe(true)
    expect(session.fromServer(complete('INSERT 0 1'))).toBeNull()
    expect(session.fromServer(ready('I'))).toBe(committing)
    expect(session.committing).toBe(false)
  })

  it('is all writes of a transaction, at its COMMIT', () => {
    const session = new PgSession()
    expect(run(session, [query('begin')], [complete('BEGIN'), ready('T')])).toEqual({ before: null, after: null })
    expect(run(session, extended('select 1 for update'), [complete('SELECT 1'), ready('T')])).toEqual({ before: null, after: null })
    expect(run(session, extended('update t set a = 1'), [complete('UPDATE 2'), ready('T')])).toEqual({ before: null, after: null })
    expect(run(session, [query('insert into t')], [complete('INSERT 0 1'), ready('T')])).toEqual({ before: null, after: null })
    expect(run(session, [query('commit')], [complete('COMMIT'), ready('I')])).toEqual({
      before: ['update', 'insert'],
      after: ['update', 'insert'],
    })
  })

  it('is nothing when no row was written, when it failed, or when it was rolled back', () => {
    const session = new PgSession()
    expect(run(session, extended('update t set a = 1'), [complete('UPDATE 0'), ready('I')]).after).toBeNull()
    expect(run(session, [query('delete from t')], [pgFrame('E', text('')), ready('I')]).after).toBeNull()
    run(session, [query('begin')], [complete('BEGIN'), ready('T')])
    run(session, [query('insert into t')], [complete('INSERT 0 1'), ready('T')])
    expect(run(session, [query('rollback')], [complete('ROLLBACK'), ready('I')])).toEqual({ before: null, after: null })
    run(session, [query('begin')], [complete('BEGIN'), ready('T')])
    run(session, [query('insert into t')], [complete('INSERT 0 1'), ready('T')])
    run(session, [query('insert into gone')], [pgFrame('E', text('')), ready('E')])
    expect(run(session, [query('commit')], [complete('ROLLBACK'), ready('I')])).toEqual({ before: null, after: null })
    // What the last one left does not leak into the next.
    expect(run(session, [query('select 1')], [complete('SELECT 1'), ready('I')])).toEqual({ before: null, after: null })
  })

  it('tells writes from reads', () => {
    const writes = [
      'INSERT INTO a',
      ' update a set b',
      'delete from a',
      'with x as (select 1) insert into a select 1',
      '-- why\nupdate a set b',
    ]
    const reads = [
      'select 1',
      'select * from a for update',
      "select pg_notify('a', 'b')",
      'with x as (select 1) select 1',
      'begin',
      'listen "a"',
    ]
    expect(writes.filter((sql) => !isWrite(sql))).toEqual([])
    expect(reads.filter(isWrite)).toEqual([])
  })
})
