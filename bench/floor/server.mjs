import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import pg from 'pg'
import { Server } from 'socket.io'

/**
 * The floor: the least that a durable change shown on screens can be when it is written plainly. Four statements in
 * one transaction and one emit to a room; a screen that connects is sent what is approved, read by one SELECT. Two bare
 * pages for the browser. No login, no roles, no checks, no framework.
 */
const pool = new pg.Pool({ connectionString: process.env.FLOOR_DATABASE_URL, max: 12 })

await pool.query(`CREATE TABLE IF NOT EXISTS question (
  id uuid PRIMARY KEY, number serial, state text NOT NULL, verbatim text NOT NULL, wording text, "callerLine" text NOT NULL,
  caller jsonb NOT NULL)`)
await pool.query(`CREATE TABLE IF NOT EXISTS event (
  id bigserial PRIMARY KEY, "questionId" uuid NOT NULL REFERENCES question, type text NOT NULL, at timestamptz NOT NULL)`)

const INSERT_EVENT = 'INSERT INTO event ("questionId", type, at) VALUES ($1, $2, now())'
const INSERT_QUESTION = `INSERT INTO question (id, state, verbatim, "callerLine", caller)
  VALUES ($1, 'pending', $2, $3, $4) RETURNING *`
const APPROVE = `UPDATE question SET state = 'approved', wording = $2 WHERE id = $1 RETURNING *`
const APPROVED = `SELECT id, number, state, wording AS text, "callerLine" FROM question WHERE state = 'approved'`

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

const PAGES = { '/moderator': 'moderator.html', '/screen': 'screen.html' }

const server = createServer(async (request, response) => {
  if (request.method === 'POST') return void command(request, response)
  if (!(request.url in PAGES)) return void response.writeHead(404).end()
  const page = await readFile(new URL(PAGES[request.url], import.meta.url))
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page)
})

function command(request, response) {
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
}

const io = new Server(server, { transports: ['websocket'] })
io.on('connection', async socket => {
  const { room } = socket.handshake.auth
  await socket.join(room)
  if (room !== 'screens') return
  socket.on('painted', painted => io.to('desks').emit('painted', painted))
  const { rows } = await pool.query(APPROVED)
  socket.emit('snapshot', rows)
})

process.on('disconnect', () => process.exit())
server.listen(Number(process.env.FLOOR_PORT), '127.0.0.1', () =>
  process.send({ address: `http://127.0.0.1:${server.address().port}` }),
)
