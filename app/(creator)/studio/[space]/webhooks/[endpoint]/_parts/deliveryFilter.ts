import type { DeliveryFilter } from '#app/_data/studio/webhooks.ts'

export const statuses = ['waiting', 'delivered', 'failed'] as const

/** The filter that an address asks for. What is no filter is passed over. */
export function deliveryFilter(asked: Record<string, string | string[] | undefined>): DeliveryFilter {
  const status = statuses.find((each) => each === asked.status)
  const type = typeof asked.type === 'string' && /^[a-z]+\.[a-z]+$/.test(asked.type) ? asked.type : undefined
  return { ...(status ? { status } : {}), ...(type === undefined ? {} : { type: type as NonNullable<DeliveryFilter['type']> }) }
}

/** The address of the log with a filter, and of a page of it. */
export function logHref(path: string, filter: DeliveryFilter, cursor: string | null = null): string {
  const query = new URLSearchParams({ ...filter, ...(cursor === null ? {} : { cursor }) }).toString()
  return query === '' ? path : `${path}?${query}`
}
