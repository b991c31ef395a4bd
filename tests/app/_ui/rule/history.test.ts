import { expect, it } from 'vitest'
import { begin, record, redo, undo } from '#app/_ui/rule/history.ts'
import { jsonAt, withJsonAt } from '#app/_ui/rule/jsonAt.ts'

it('takes back and does again, and forgets what was taken back when something else is done', () => {
  let history = record(record(begin('a'), 'b'), 'c')
  history = undo(history)
  expect(history.present).toBe('b')
  expect(redo(history).present).toBe('c')
  expect(undo(undo(history)).present).toBe('a')
  expect(redo(record(history, 'd')).present).toBe('d')
})

it('takes typing in one field back at once, and nothing that changed nothing', () => {
  let history = record(begin('a'), 'ab', 'name')
  history = record(record(history, 'abc', 'name'), 'abc', 'name')
  expect(undo(history).present).toBe('a')
  expect(undo(record(history, 'x', 'other')).present).toBe('abc')
  // After a step back the same key begins anew.
  expect(undo(record(undo(history), 'z', 'name')).present).toBe('a')
})

it('remembers two hundred steps', () => {
  let history = begin(0)
  for (let i = 1; i <= 300; i++) history = record(history, i)
  for (let i = 0; i < 300; i++) history = undo(history)
  expect(history.present).toBe(100)
})

it('reads and writes values by path, and leaves nothing empty behind', () => {
  const params = { out: { event: 'e', where: [] }, gte: '1' }
  expect(jsonAt(params, 'out.event')).toBe('e')
  expect(jsonAt(params, 'out.none.deeper')).toBeUndefined()
  expect(jsonAt({}, '__proto__')).toBeUndefined()
  expect(withJsonAt(params, 'gte', '2')).toEqual({ ...params, gte: '2' })
  expect(Object.keys(withJsonAt(params, 'out', 1) as object)).toEqual(['out', 'gte'])
  expect(withJsonAt({ sum: { gte: '1' }, a: 1 }, 'sum.gte', undefined)).toEqual({ a: 1 })
  expect(withJsonAt('text', 'sum.gte', '5')).toEqual({ sum: { gte: '5' } })
})
