import { createConfig, lintFromString } from '@redocly/openapi-core'
import { describe, expect, it } from 'vitest'
import { openApiDocument } from '#server/api/public/openApi.ts'
import { methods } from '#server/api/public/route.ts'
import { restRoutes } from '#server/api/public/routes.ts'
import { scopes } from '#server/spaces/keys/scope.ts'

const document = openApiDocument('https://cairn.test')
const operations = Object.entries(document.paths).flatMap(([path, byMethod]) =>
  Object.entries(byMethod).map(([method, operation]) => ({ path, method, operation })),
)

describe('the OpenAPI document', () => {
  it('has nothing that the recommended rules of its linter object to', async () => {
    const problems = await lintFromString({ source: JSON.stringify(document), config: await createConfig({ extends: ['recommended'] }) })
    expect(problems.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer}`)).toEqual([])
  })

  it('is looked at by that linter', async () => {
    const broken = structuredClone(document)
    const get = broken.paths['/v1/quests/{quest}']?.get
    if (!get) throw new Error('no such operation')
    get.parameters = []
    const problems = await lintFromString({ source: JSON.stringify(broken), config: await createConfig({ extends: ['recommended'] }) })
    expect(problems.map(({ ruleId }) => ruleId)).toContain('path-parameters-defined')
  })

  it('has every route once, by its own id', () => {
    const known = operations.map(({ path, method, operation }) => `${operation.operationId} ${method.toUpperCase()} ${path}`)
    expect(known.toSorted()).toEqual(restRoutes.map(({ id, method, path }) => `${id} ${method} ${path}`).toSorted())
    expect(new Set(restRoutes.map(({ id }) => id)).size).toBe(restRoutes.length)
  })

  it('asks for a key where a scope is asked for, and nowhere else; every scope opens something', () => {
    for (const { id, scope } of restRoutes) {
      const { operation } = operations.find((one) => one.operation.operationId === id) ?? {}
      expect(operation?.security, id).toEqual(scope === null ? [] : [{ key: [scope] }])
    }
    expect([...new Set(restRoutes.flatMap(({ scope }) => scope ?? []))].toSorted()).toEqual(scopes.toSorted())
  })

  it('lets nobody without a key do more than read', () => {
    expect(restRoutes.filter(({ scope, method }) => scope === null && method !== 'GET').map(({ id }) => id)).toEqual([])
    expect(restRoutes.every(({ method }) => methods.includes(method))).toBe(true)
  })
})
