import { headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { isLocale, localeHeader } from '#app/_ui/locale.ts'

const catalogues = {
  en: () => import('./en/index.ts'),
  ja: () => import('./ja/index.ts'),
}

export default getRequestConfig(async () => {
  const asked = (await headers()).get(localeHeader)
  const locale = isLocale(asked) ? asked : 'en'
  const { messages } = await catalogues[locale]()
  return { locale, messages, timeZone: 'UTC' }
})
