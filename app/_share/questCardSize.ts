/** The size that the code to paste asks for; the card holds from 280 pixels of width on. */
export const questCardSize = { width: 480, height: 236 } as const
