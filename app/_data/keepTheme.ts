'use server'

import { cookies } from 'next/headers'
import { isTheme, themeCookie } from '#app/_ui/theme.ts'

/** Remembers the reader's choice of colours for a year. */
export async function keepTheme(theme: unknown): Promise<void> {
  if (!isTheme(theme)) return
  const jar = await cookies()
  if (theme === 'system') jar.delete(themeCookie)
  else jar.set(themeCookie, theme, { path: '/', maxAge: 365 * 24 * 3600, sameSite: 'lax' })
}
