import { Agent, request } from 'node:http'

/** Somebody at a desk: one connection that is kept open. The same for both sides. */
export class Person {
  agent = new Agent({ keepAlive: true, maxSockets: 1 })

  constructor(address) {
    this.address = new URL(address)
    this.headers = {}
  }

  get(path) {
    return this.ask('GET', path)
  }

  post(path, command) {
    return this.ask('POST', path, command)
  }

  /** Sends and returns the answer; whatever is refused ends the run. */
  ask(method, path, command) {
    const body = command && Buffer.from(JSON.stringify(command))
    const told = body && { 'content-type': 'application/json', 'content-length': body.length }
    const headers = { ...this.headers, ...told }
    const { hostname, port } = this.address
    return new Promise((resolve, reject) => {
      const sent = request({ hostname, port, path, method, agent: this.agent, headers }, response => {
        const chunks = []
        response.on('data', chunk => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString()
          if (response.statusCode >= 300) return reject(new Error(`${path}: ${response.statusCode} ${text}`))
          resolve({ body: JSON.parse(text), headers: response.headers })
        })
      })
      sent.on('error', reject)
      sent.end(body)
    })
  }

  leave() {
    this.agent.destroy()
  }
}
