import { generateKeyPairSigner } from '@solana/kit'
import { solanaLocal } from '#chains/definitions/solana-local.ts'
import { chainReaderSuite } from '#tests/suites/chainReaderSuite.ts'
import { startSolana } from '#tests/support/solana.ts'
import { solanaPayer } from './solanaPayer.ts'

chainReaderSuite('Solana', async () => {
  const node = await startSolana()
  const payer = await solanaPayer(node.url)
  return {
    chain: solanaLocal,
    url: node.url,
    pay: async (amount) => {
      const to = (await generateKeyPairSigner()).address
      return { hash: await payer.sendSol(to, amount), from: payer.address, to }
    },
    settle: payer.settle,
    unknownHash: '5VERv8NMvzbJMEkV8xnrLkEaWRtSz9CosKDYjCJjBRnbJLgp8uirBgmQpjKhoR4tjF3ZpRzrFmBV6UjKdiSZkQUW',
    malformedHash: 'not-a-signature',
    absentToken: { standard: 'spl', address: 'So11111111111111111111111111111111111111112' },
    stop: node.stop,
  }
})
