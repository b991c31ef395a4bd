import { participantStates, stepStates } from './peopleStates.ts'

/** What the address of the participants says, as the API takes it. */
export type PeopleFilter = {
  state?: (typeof participantStates)[number]
  step?: string
  verdict?: (typeof stepStates)[number]
  wallet?: string
  day?: string
}

type Query = Record<string, string | string[] | undefined>
const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)?.trim() ?? ''

/** Reads the address. Empty fields are left out; a verdict says something only together with its step. */
export function readPeopleQuery(query: Query): { filter: PeopleFilter; cursor: string | null } {
  const [step, wallet, day] = [one(query.step), one(query.wallet).slice(0, 100), one(query.day)]
  const state = participantStates.find((each) => each === one(query.state))
  const verdict = step === '' ? undefined : stepStates.find((each) => each === one(query.verdict))
  const filter: PeopleFilter = {
    ...(state && { state }),
    ...(step !== '' && { step: step.slice(0, 40) }),
    ...(verdict && { verdict }),
    ...(wallet !== '' && { wallet }),
    ...(day !== '' && { day: day.slice(0, 20) }),
  }
  const cursor = one(query.cursor)
  return { filter, cursor: cursor === '' || cursor.length > 500 ? null : cursor }
}

/** The filter as a query, with more if need be. */
export const peopleSearch = (filter: PeopleFilter, more: Record<string, string> = {}): string =>
  new URLSearchParams({ ...filter, ...more }).toString()

export const peopleHref = (path: string, filter: PeopleFilter, cursor?: string): string => {
  const query = peopleSearch(filter, cursor === undefined ? {} : { cursor })
  return query === '' ? path : `${path}?${query}`
}
