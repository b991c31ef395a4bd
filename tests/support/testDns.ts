import { createSocket } from 'node:dgram'
import { Resolver } from 'node:dns/promises'
import { once } from 'node:events'

/** A name server for tests: answers A questions (RFC 1035) by `addressOf`, all others with nothing. `asked`: names in order. */
export async function startTestDns(addressOf: (name: string, times: number) => string[]) {
  const socket = createSocket('udp4')
  const asked: string[] = []
  socket.on('message', (question, from) => {
    const name = nameOf(question)
    const isA = question.readUInt16BE(question.length - 4) === 1 || question.readUInt16BE(12 + name.length + 2) === 1
    if (isA) asked.push(name)
    const addresses = isA ? addressOf(name, asked.filter((each) => each === name).length) : []
    socket.send(answerTo(question, name, addresses), from.port, from.address)
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  const resolver = new Resolver({ timeout: 500, tries: 1 })
  resolver.setServers([`127.0.0.1:${socket.address().port}`])
  return {
    asked,
    resolve: (host: string) => resolver.resolve4(host),
    stop: () => new Promise<void>((resolve) => socket.close(() => resolve())),
  }
}

function nameOf(question: Buffer): string {
  const labels: string[] = []
  for (let at = 12; (question[at] ?? 0) > 0; at += (question[at] ?? 0) + 1)
    labels.push(question.subarray(at + 1, at + 1 + (question[at] ?? 0)).toString('latin1'))
  return labels.join('.')
}

function answerTo(question: Buffer, name: string, addresses: readonly string[]): Buffer {
  const asked = question.subarray(12, 12 + name.length + 2 + 4)
  const header = Buffer.from(question.subarray(0, 12))
  header.writeUInt16BE(0x8180, 2)
  header.writeUInt16BE(1, 4)
  header.writeUInt16BE(addresses.length, 6)
  header.writeUInt32BE(0, 8)
  const records = addresses.map((address) =>
    // Pointer to the name, type A, class IN, time to live 0, four bytes.
    Buffer.from([0xc0, 0x0c, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, ...address.split('.').map(Number)]),
  )
  return Buffer.concat([header, asked, ...records])
}
