import { closeSync, existsSync, fstatSync, mkdirSync, openSync, readSync, renameSync, rmSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { fromHex } from '#server/shared/bytes.ts'
import { systemClock } from '#server/shared/clock.ts'
import { jsonRpc } from './jsonRpc.ts'

/** Between two saves, unless saving takes long: a killed node loses at most this much. */
const SAVE_EVERY_MS = 2000
/** Saving may take this share of the node's time: the state grows with every block. */
const SHARE = 1 / 20

/**
 * Keeps a node's state in a file: written beside its place and renamed, so that the file is whole whenever the machine stops. (The node's own
 * option writes in place, at a fixed pace, and for a day-old chain does little else.)
 */
export function chainState(url: string, file: string) {
  const save = async () => {
    const packed = fromHex(String(await jsonRpc(url, 'anvil_dumpState', [], 60_000)))
    if (!packed) return
    const draft = await open(`${file}.draft`, 'w')
    try {
      await draft.writeFile(await promisify(gunzip)(packed))
      await draft.sync()
    } finally {
      await draft.close()
    }
    await rename(`${file}.draft`, file)
  }
  return {
    /** Arguments that make the node begin where the last one ended, and write its state when it is asked to end. */
    args: () => {
      mkdirSync(dirname(file), { recursive: true })
      adopt(`${file}.exit`, file)
      return [...(existsSync(file) ? ['--load-state', file] : []), '--dump-state', `${file}.exit`]
    },
    /** Saves again and again until the signal, then makes no more blocks. A save that fails is made up for by the next one. */
    async keep(signal: AbortSignal) {
      let pause = SAVE_EVERY_MS
      while (!signal.aborted) {
        await systemClock.sleep(pause, signal)
        if (signal.aborted) break
        const began = systemClock.now()
        await save().catch(() => {})
        pause = Math.max(SAVE_EVERY_MS, (systemClock.now() - began) / SHARE)
      }
      // A node that is asked to end while it makes a block may write a state without that block's receipts.
      await jsonRpc(url, 'evm_setIntervalMining', [0]).catch(() => {})
    },
  }
}

/** What a node wrote at its end is the newest there is, if it came to the last byte. */
function adopt(written: string, file: string) {
  if (!existsSync(written)) return
  const text = openSync(written, 'r')
  const last = Buffer.alloc(1)
  readSync(text, last, 0, 1, Math.max(0, fstatSync(text).size - 1))
  closeSync(text)
  if (last.toString() === '}') renameSync(written, file)
  else rmSync(written)
}
