export { combine } from './grumpkin'
export { buildTable, multiplyFixed } from './jacobian'
export { buildTable as buildGrumpkinTable } from './jacobianFr'
export { hashMany } from './poseidon2'

/** Grows the memory so that `bytes` are free above the static data, and says where they begin. */
export function reserve(bytes: usize): usize {
  const needed = (__heap_base + bytes + 0xffff) >>> 16
  const pages = <usize>memory.size()
  if (needed > pages) memory.grow(<i32>(needed - pages))
  return (__heap_base + 15) & ~15
}
