/** What `./cairn demo --json` prints as its last line. Times in milliseconds. */
export type DemoReport = {
  ok: boolean
  signIn: { evm: boolean; solana: boolean }
  quests: { slug: string; verdict: string; ms: number | null }[]
  credentials: {
    id: string
    quest: string
    holder: string
    batch: number | null
    verified: { signature: boolean; inclusion: boolean; notRevoked: boolean; notExpired: boolean }
  }[]
  batches: {
    number: number
    circuit: string
    credentials: number
    proofMs: number | null
    verifyGas: number | null
    totalGas: number | null
    proofBytes: number | null
  }[]
  /** The reward that left the slot (wei, decimal), and how long its payment took. */
  money: { withdrawn: string; requestToPaidMs: number } | null
  /** `actionToVerdict`: the slowest quest, from its last action being mined. `verdictToFinal`: from the last verdict to the last finality. */
  timings: { start: number; actionToVerdict: number | null; verdictToFinal: number | null; total: number }
}

export const emptyReport = (): DemoReport => ({
  ok: false,
  signIn: { evm: false, solana: false },
  quests: [],
  credentials: [],
  batches: [],
  money: null,
  timings: { start: 0, actionToVerdict: null, verdictToFinal: null, total: 0 },
})

/** True when everything that was promised is there: both sign-ins, every quest passed, every credential final and verified in all four ways, the reward paid. */
export function holds(report: DemoReport, quests: number): boolean {
  const { signIn, credentials, batches } = report
  return (
    signIn.evm &&
    signIn.solana &&
    report.quests.length === quests &&
    report.quests.every(({ verdict }) => verdict === 'pass') &&
    credentials.length === quests &&
    new Set(credentials.map(({ quest }) => quest)).size === quests &&
    credentials.every(({ batch, verified }) => batch !== null && Object.values(verified).every(Boolean)) &&
    report.money !== null &&
    batches.length > 0 &&
    batches.every(({ verifyGas, proofBytes }) => verifyGas !== null && proofBytes !== null)
  )
}
