import { systemClock } from '#server/shared/clock.ts'
import { type Drill, type DrillReport, leastKillPoints, mostRecoverySeconds } from './drill.ts'
import { NotHere } from './machine.ts'
import { drills } from './registry.ts'

/** `list`, or `run NAME…|all [--quick] [--json]`. */
const [command = 'list', ...rest] = process.argv.slice(2)
const names = rest.filter((argument) => !argument.startsWith('--'))
const [quick, json] = [rest.includes('--quick'), rest.includes('--json')]
const known = drills.filter(({ name }) => names.includes(name) || names.includes('all'))
const unknown = names.filter((name) => name !== 'all' && !drills.some((drill) => drill.name === name))

if (command === 'list') for (const { name, about } of drills) console.log(`${name.padEnd(18)} ${about}`)
else if (command !== 'run' || known.length === 0 || unknown.length > 0) {
  console.error(`cairn: drill list, or drill run NAME|all. There are: ${drills.map(({ name }) => name).join(', ')}`)
  process.exitCode = 2
} else await runAll(known)

type Outcome = DrillReport & { name: string; seconds: number; slow: number }

async function runAll(wanted: readonly Drill[]) {
  const outcomes: Outcome[] = []
  for (const drill of wanted) {
    if (!json) console.log(`\n${drill.name}: ${drill.about}`)
    const outcome = await runOne(drill)
    outcomes.push(outcome)
    if (!json) print(outcome)
  }
  const killPoints = outcomes.reduce((sum, outcome) => sum + (outcome.killPoints?.length ?? 0), 0)
  const lost = outcomes.flatMap((outcome) => outcome.lost)
  const few = names.includes('all') && !quick && killPoints < leastKillPoints
  const failed = few || lost.length > 0 || outcomes.some(({ slow }) => slow > 0)
  if (failed) process.exitCode = 1
  if (json) return console.log(JSON.stringify({ name: 'drill', outcomes, killPoints, lost, holds: !failed }))
  const notRun = outcomes.filter((outcome) => outcome.notRun !== undefined)
  console.log(`\n${outcomes.length - notRun.length} drills, ${killPoints} kill points${few ? `: fewer than ${leastKillPoints}` : ''}`)
  if (notRun.length > 0) console.log(`not run here: ${notRun.map(({ name }) => name).join(', ')}`)
  console.log(`lost: ${lost.length === 0 ? 'nothing' : `\n${lost.map((line) => `  ${line}`).join('\n')}`}`)
}

async function runOne(drill: Drill): Promise<Outcome> {
  const begun = systemClock.now()
  const report = await drill.run({ quick }).catch((error: unknown): DrillReport => {
    if (error instanceof NotHere) return { broke: [], checked: [], lost: [], notRun: error.message }
    console.error(error)
    return { broke: [], checked: [], lost: [`${drill.name} did not end: ${error instanceof Error ? error.message : error}`] }
  })
  const slow = (report.recoveries ?? []).filter((seconds) => seconds > mostRecoverySeconds).length
  return { name: drill.name, seconds: Math.round((systemClock.now() - begun) / 1000), slow, ...report }
}

function print({ broke, checked, lost, recoveries = [], killPoints, notMet = [], figures = {}, notRun, slow, seconds }: Outcome) {
  if (notRun !== undefined) return console.log(`  not run here: ${notRun}`)
  for (const line of broke) console.log(`  broke: ${line}`)
  for (const { what, n } of checked) console.log(`  checked: ${n} ${what}`)
  for (const [what, value] of Object.entries(figures)) console.log(`  ${what}: ${value}`)
  if (killPoints) console.log(`  kill points: ${killPoints.length}`)
  for (const point of notMet) console.log(`  did not come by again: ${point.slice(0, 120)}`)
  if (recoveries.length > 0) {
    const sorted = [...recoveries].sort((a, b) => a - b)
    const [median, most] = [sorted[Math.floor(sorted.length / 2)] ?? 0, sorted.at(-1) ?? 0]
    console.log(`  back after: median ${median.toFixed(1)} s, most ${most.toFixed(1)} s of ${recoveries.length}`)
    if (slow > 0) console.log(`  FAILS: ${slow} times later than ${mostRecoverySeconds} s`)
  }
  console.log(`  lost: ${lost.length === 0 ? 'nothing' : lost.join('\n        ')} (${seconds} s)`)
}
