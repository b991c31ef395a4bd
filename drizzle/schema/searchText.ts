import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'

/** Texts that are searched, and the two ways an index knows them. Queries must say the very same expression: both sides take it from here. */

/** Both titles of a version of a quest. */
export const questTitles = ({ definition }: { definition: SQLWrapper }): SQL =>
  sql`((${definition} #>> '{title,en}') || ' ' || (${definition} #>> '{title,ja}'))`

export const spaceNames = ({ name, slug }: { name: SQLWrapper; slug: SQLWrapper }): SQL => sql`(${name} || ' ' || ${slug})`

/** By words, for scripts that put spaces between them. */
export const wordsOf = (text: SQL): SQL => sql`to_tsvector('simple', ${text})`

/** By letters, for scripts that do not: an array of single characters, in lower case as far as the database's locale knows letters. */
export const lettersOf = (text: SQL): SQL => sql`regexp_split_to_array(lower(${text}), '')`
