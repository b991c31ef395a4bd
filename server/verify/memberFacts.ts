import type { CubeRecord, ListRecord, ReputationRecord } from './query.ts'

/** What other rooms know about members, as evidence asks for it. Implemented by those rooms and put together in `compose`. */
export type MemberFacts = {
  /** Rows of a list (`<id>@<digest>`) that name one of the values; null when there is no such list. */
  listRows(list: string, values: readonly string[]): Promise<ListRecord[] | null>
  /** The member's credentials of our slot, oldest first. */
  cubes(accountId: string, of: { quest?: string | undefined; category?: string | undefined }): Promise<CubeRecord[]>
  /** The member's score of the latest week, of one category or of all; null while there is none. Absent where no formula is active. */
  reputation?(accountId: string, category: string | undefined): Promise<ReputationRecord | null>
}
