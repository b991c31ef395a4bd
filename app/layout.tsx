import './globals.css'
import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { clientTexts } from '#app/_data/clientTexts.ts'
import { siteFacts, whoAmI } from '#app/_data/site.ts'
import { FetchAhead } from '#app/_ui/FetchAhead.tsx'
import { Footer } from '#app/_ui/Footer.tsx'
import { codeFont, textFont } from '#app/_ui/fonts.ts'
import { Header } from '#app/_ui/Header.tsx'
import { JapaneseFont } from '#app/_ui/JapaneseFont.tsx'
import { localePath } from '#app/_ui/locale.ts'
import { Offline } from '#app/_ui/Offline.tsx'
import { SiteFacts } from '#app/_ui/SiteFacts.tsx'
import { isTheme, themeCookie } from '#app/_ui/theme.ts'
import { SwitchNotice } from '#app/_ui/wallet/SwitchNotice.tsx'
import { WaitingBar } from '#app/_ui/wallet/WaitingBar.tsx'
import { ConsoleLink } from '#app/(platform)/console/_parts/ConsoleLink.tsx'

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f2f4f5' },
    { media: '(prefers-color-scheme: dark)', color: '#0f1215' },
  ],
}

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations('site'), getLocale()])
  return {
    title: { default: t('title'), template: '%s · Cairn' },
    description: t('motto'),
    applicationName: 'Cairn',
    manifest: localePath(locale === 'ja' ? 'ja' : 'en', '/manifest.webmanifest'),
    icons: { icon: { url: '/icon.svg', type: 'image/svg+xml', sizes: 'any' }, apple: '/icons/apple-180.png' },
    appleWebApp: { capable: true, title: 'Cairn', statusBarStyle: 'default' },
    // Numbers and hashes are no telephone numbers.
    formatDetection: { telephone: false },
  }
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, messages, jar, me, facts] = await Promise.all([getLocale(), getMessages(), cookies(), whoAmI(), siteFacts()])
  const chosen = jar.get(themeCookie)?.value
  const theme = isTheme(chosen) ? chosen : 'system'
  return (
    <html lang={locale} className={`${textFont.variable} ${codeFont.variable}`} {...(theme === 'system' ? {} : { 'data-theme': theme })}>
      <body>
        <NextIntlClientProvider messages={clientTexts(messages, me ? ['news'] : [])}>
          <SiteFacts facts={facts}>
            {locale === 'ja' && <JapaneseFont />}
            <Header me={me} />
            {me && <WaitingBar me={me} />}
            <main id="content" className="pb-24">
              {children}
            </main>
            <Footer theme={theme} {...(me ? { more: (className: string) => <ConsoleLink className={className} /> } : {})} />
            {me && <SwitchNotice me={me} />}
            <Offline />
            <FetchAhead />
          </SiteFacts>
        </NextIntlClientProvider>
      </body>
    </html>
  )
}
