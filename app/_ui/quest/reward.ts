/** A quest's reward for each completion, from wei: six digits after the point are enough for the eye. */
export const sayReward = (wei: string, locale: string): string =>
  `${new Intl.NumberFormat(locale, { maximumFractionDigits: 6 }).format(Number(wei) / 1e18)} ETH`
