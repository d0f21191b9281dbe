import { createServer } from 'node:http'
import pg from 'pg'
import { Server } from 'socket.io'

/**
 * The floor: the least that a durable change shown on screens can be when it is written plainly. Four statements in
 * one transaction and one emit to a room. No login, no roles, no checks, no framework.
 */
const pool = new pg.Pool({ connectionString: process.env.FLOOR_DATABASE_URL, max: 12 })

await pool.query(`CREATE TABLE question (
  id uuid PRIMARY KEY, number serial, state text NOT NULL, verbatim text NOT NULL, wording text, "callerLine" text NOT NULL,
  caller jsonb NOT NULL)`)
await pool.query(`CREATE TABLE event (
  id bigserial PRIMARY KEY, "questionId" uuid NOT NULL REFERENCES question, type text NOT NULL, at timestamptz NOT NULL)`)

const INSERT_EVENT = 'INSERT INTO event ("questionId", type, at) VALUES ($1, $2, now())'
const INSERT_QUESTION = `INSERT INTO question (id, state, verbatim, "callerLine", caller)
  VALUES ($1, 'pending', $2, $3, $4) RETURNING *`
const APPROVE = `UPDATE question SET state = 'approved', wording = $2 WHERE id = $1 RETURNING *`

async function inTransaction(work) {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const done = await work(client)
    await client.query('COMMIT')
    return done
  } finally {
    client.release()
  }
}

const COMMANDS = {
  '/log': async ({ id, verbatim, caller }) => {
    const question = await inTransaction(async client => {
      const values = [id, verbatim, `${caller.honorific} ${caller.name} – ${caller.place.text}`, caller]
      const { rows } = await client.query(INSERT_QUESTION, values)
      await client.query(INSERT_EVENT, [id, 'logged'])
      return rows[0]
    })
    io.to('desks').emit('question', question)
    return question
  },
  '/approve': async ({ id, wording }) => {
    const question = await inTransaction(async client => {
      const { rows } = await client.query(APPROVE, [id, wording])
      await client.query(INSERT_EVENT, [id, 'approved'])
      return rows[0]
    })
    const { number, state, callerLine } = question
    io.to('screens').emit('question', { id, number, state, text: wording, callerLine })
    return question
  },
}

const server = createServer((request, response) => {
  const chunks = []
  request.on('data', chunk => chunks.push(chunk))
  request.on('end', async () => {
    try {
      const done = await COMMANDS[request.url](JSON.parse(Buffer.concat(chunks)))
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(done))
    } catch (error) {
      response.writeHead(500).end(String(error))
    }
  })
})
const io = new Server(server, { transports: ['websocket'], serveClient: false })
io.on('connection', socket => void socket.join(socket.handshake.auth.room))

process.on('disconnect', () => process.exit())
server.listen(0, '127.0.0.1', () => process.send({ address: `http://127.0.0.1:${server.address().port}` }))
