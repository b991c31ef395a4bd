import pino, { type Logger } from 'pino'

export type Log = Logger

/** JSON lines on stdout. `requestId` follows one request from the click to the batch; secrets are cut out by name. */
export function createLog(process: string, level = 'info'): Log {
  return pino({
    level,
    base: { process },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: {
      paths: ['*.signature', '*.privateKey', '*.secret', '*.password', '*.cookie', '*.authorization', 'databaseUrl'],
      censor: '[cut]',
    },
  })
}
