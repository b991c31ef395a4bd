/**
 * Clients of an RPC in a process of their own (`fork`): so many keep-alive connections, each sends its next request when the last one is answered.
 * Plain sockets, because a common HTTP client would cost more than the server that is measured.
 */
import { connect, type Socket } from 'node:net'

export type ClientsRequest = { port: number; connections: number; bodies: string[] }
/** Milliseconds and body of each answer, in the order of the requests. */
export type ClientsAnswer = { seconds: number; latencies: number[]; answers: string[] }

process.on('message', async ({ port, connections, bodies }: ClientsRequest) => {
  const requests = bodies.map((body) =>
    Buffer.from(`POST /rpc HTTP/1.1\r\nhost: slot\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`),
  )
  const answers: string[] = []
  const latencies: number[] = []
  let next = 0
  const sockets = await Promise.all(Array.from({ length: connections }, () => open(port)))
  const started = performance.now()
  const work = async (socket: Socket) => {
    for (let i = next++; i < requests.length; i = next++) {
      const sent = performance.now()
      answers[i] = await ask(socket, requests[i] ?? Buffer.alloc(0))
      latencies[i] = performance.now() - sent
    }
  }
  await Promise.all(sockets.map(work))
  const answer: ClientsAnswer = { seconds: (performance.now() - started) / 1000, latencies, answers }
  for (const socket of sockets) socket.destroy()
  process.send?.(answer)
})

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => resolve(socket))
    socket.once('error', reject)
  })
}

/** The body of the answer, whatever its status. */
function ask(socket: Socket, request: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = ''
    const onData = (chunk: Buffer) => {
      received += chunk.toString('latin1')
      const head = received.indexOf('\r\n\r\n')
      if (head === -1) return
      const length = Number(/content-length: (\d+)/i.exec(received.slice(0, head))?.[1])
      if (received.length < head + 4 + length) return
      socket.off('data', onData)
      socket.off('close', onClose)
      resolve(received.slice(head + 4))
    }
    const onClose = () => reject(new Error('the server closed the connection'))
    socket.on('data', onData)
    socket.once('close', onClose)
    socket.write(request)
  })
}
