/** Longest slug of a quest. */
export const maxSlug = 64

/** What a quest's address may be: a–z, 0–9 and inner dashes, 3 to 64. */
export const slugPattern = /^[a-z0-9](?:[a-z0-9-]{1,62}[a-z0-9])$/
