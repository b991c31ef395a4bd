'use client'

import { useTranslations } from 'next-intl'
import { Button } from '#app/_ui/base/Button.tsx'
import { shorten } from '#app/_ui/base/shorten.ts'
import { useFacts } from '#app/_ui/SiteFacts.tsx'
import { TestCoins } from '#app/_ui/wallet/TestCoins.tsx'
import { walletAddress } from '#app/_ui/wallet/walletWords.ts'
import { KeyState } from './KeyState.tsx'
import { type Opened, useMoney } from './moneyContext.ts'
import { OtherAccounts } from './OtherAccounts.tsx'
import { useTokens } from './useToken.ts'

const actions = ['withdraw', 'send', 'deposit'] as const

/** What the account holds, what can be done with it, and the key that does it. */
export function Balance() {
  const t = useTranslations('money')
  const { view, me, open, prepare } = useMoney()
  const { tokenOf, amountOf } = useTokens()
  const facts = useFacts()
  const held = view.balances.filter(({ token, amount }) => token === 0 || amount !== '0')
  const rows = held.length > 0 ? held : [{ token: 0, amount: '0', available: '0' }]
  const nothing = rows.every(({ available }) => available === '0')
  const waits = view.key.state === 'sent'
  const act = (name: (typeof actions)[number]) => ({
    onClick: () => open({ name } as Opened),
    onPointerEnter: () => prepare(name),
    onFocus: () => prepare(name),
  })
  return (
    <section className="slab p-6" aria-labelledby="balance">
      <h2 id="balance" className="text-[0.9375rem] text-muted">
        {t('balance')}
      </h2>
      <ul className="mt-2 grid gap-3">
        {rows.map(({ token, amount, available }, i) => (
          <li key={token}>
            <p className={`font-semibold ${i === 0 ? 'text-title' : 'text-2xl'}`}>
              <span data-balance={token}>{amountOf(available, token)}</span>{' '}
              <span className={`${i === 0 ? 'text-xl' : 'text-base'} font-medium tracking-normal text-muted`}>{tokenOf(token).symbol}</span>
            </p>
            {amount !== available && (
              <p className="mt-1 text-sm text-faint">
                {t('pending', { amount: amountOf(BigInt(amount) - BigInt(available), token), symbol: tokenOf(token).symbol })}
              </p>
            )}
          </li>
        ))}
      </ul>
      {nothing && <p className="mt-1 text-[0.9375rem] text-faint">{t('emptyVault')}</p>}
      <div className="mt-5 grid grid-cols-2 gap-2">
        <Button className="col-span-2" disabled={nothing || waits} {...act('withdraw')}>
          {t('action.withdraw')}
        </Button>
        <Button look="quiet" disabled={nothing || waits} {...act('send')}>
          {t('action.send')}
        </Button>
        <Button look="quiet" {...act('deposit')}>
          {t('action.deposit')}
        </Button>
      </div>
      <KeyState />
      <dl className="mt-5 flex items-baseline justify-between gap-4 border-t border-line pt-5 text-[0.9375rem]">
        <dt className="text-muted">{t('key.wallet')}</dt>
        <dd className="font-mono text-sm">{shorten(walletAddress(view.account.wallet), 6, 4)}</dd>
      </dl>
      <OtherAccounts />
      {facts.faucet && (
        <div className="mt-5">
          <TestCoins wallets={me.wallets} />
        </div>
      )}
    </section>
  )
}
