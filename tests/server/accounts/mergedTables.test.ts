import { is } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { expect, it } from 'vitest'
import * as schema from '#drizzle/schema/index.ts'
import { decisions } from './mergedTables.ts'

/** Columns that refer to an account, or are called like one (tables that are written by the thousand refer to none). */
function accountColumns(): string[] {
  return Object.values<unknown>(schema).flatMap((table) => {
    if (!is(table, PgTable)) return []
    const { name, columns, foreignKeys } = getTableConfig(table)
    const referring = foreignKeys
      .map((key) => key.reference())
      .filter(({ foreignTable }) => foreignTable === schema.accounts)
      .flatMap(({ columns: own }) => own.map((column) => snake(column.name)))
    const named = columns.filter((column) => column.getSQLType() === 'uuid').map((column) => snake(column.name))
    return [...new Set([...referring, ...named.filter((column) => /account/.test(column))])].map((column) => `${name}.${column}`)
  })
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

it('decides of every column that names an account what becomes of it when accounts are moved', () => {
  expect(accountColumns().toSorted()).toEqual(Object.keys(decisions).toSorted())
})
