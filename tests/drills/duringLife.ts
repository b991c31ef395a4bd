import { checkSlot } from './checks.ts'
import type { DrillReport } from './drill.ts'
import { type Life, openLife } from './life.ts'
import { type DrillSlot, startDrillSlot } from './slot.ts'

type Options = Parameters<typeof startDrillSlot>[1] & {
  /** Leaves the last life out: what the fault met has to settle all the same. */
  quick: boolean
  /** Starts the slot's processes; default: one of each kind. */
  processes?(slot: DrillSlot): Promise<void>
}
/** What a drill did to the slot. */
export type Broken = Omit<DrillReport, 'checked' | 'lost'>

/** Starts a slot with a member in it, breaks it, lets it live on for one more life, and checks all there is. */
export async function duringLife(
  drill: string,
  options: Options,
  disturb: (slot: DrillSlot, life: Life) => Promise<Broken>,
): Promise<DrillReport> {
  const { quick, processes = (slot) => slot.addAll(), ...slotOptions } = options
  const slot = await startDrillSlot(drill, slotOptions)
  try {
    await processes(slot)
    const life = await openLife(slot)
    const broken = await disturb(slot, life)
    if (!quick) await life.turn()
    await life.settled()
    await slot.settled()
    const { broke, recoveries = [], ...rest } = broken
    return {
      ...(await checkSlot(slot, life.said)),
      ...rest,
      broke: [...broke, ...deaths(slot)],
      recoveries: [...recoveries, ...[...slot.engine.values()].flatMap(({ supervised }) => supervised.recoveries)],
    }
  } finally {
    await slot.stop()
  }
}

const deaths = ({ engine }: DrillSlot): string[] =>
  [...engine.values()].flatMap(({ name, supervised }) => (supervised.deaths > 0 ? [`${name} died ${supervised.deaths} times`] : []))
