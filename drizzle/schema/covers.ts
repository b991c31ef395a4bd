import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, instant } from './columns.ts'
import { spaces } from './quests.ts'

/** Pictures by the sha256 of their larger size. Never changed: another picture has another name. */
export const pictures = pgTable('pictures', {
  hash: text().primaryKey(),
  /** WebP, both: 1600 × 900 and 800 × 450. */
  large: bytes().notNull(),
  small: bytes().notNull(),
  createdAt: instant().notNull().defaultNow(),
})

/** Who may name a picture. `keptAt`: when it was last uploaded here; what nothing names goes a while after. */
export const spacePictures = pgTable(
  'space_pictures',
  {
    spaceId: uuid()
      .notNull()
      .references(() => spaces.id, { onDelete: 'cascade' }),
    hash: text()
      .notNull()
      .references(() => pictures.hash),
    keptAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.spaceId, t.hash] }), index('space_pictures_hash').on(t.hash), index('space_pictures_kept').on(t.keptAt)],
)
