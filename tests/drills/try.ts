import { killEverywhere } from './killing.ts'
const r = await killEverywhere(process.argv[2] === 'send' ? 'sends' : 'commits', process.argv[2] === 'send' ? 'send' : 'COMMIT', { most: Number(process.argv[3] ?? 4) })
console.log(JSON.stringify(r, null, 1))
