// A screen without a picture: asks to be paired, then prints what it is shown. node examples/screen.mjs [address]
import { io } from 'socket.io-client'

const address = process.argv[2] ?? 'http://127.0.0.1:3000'
const asked = await fetch(`${address}/api/screens`, { method: 'POST' })
const { screenId, secret, code } = await asked.json()
console.log(`code ${code}`)

const socket = io(address, { transports: ['websocket'], auth: { screenId, secret } })
const shown = new Map()
let revision = 0

socket.on('connect', join)
socket.on('screen:paired', join)
socket.on('session:ended', ({ code }) => console.log(code))
socket.on('connect_error', error => console.log(error.data?.code ?? error.message))
socket.on('live:patch', patch => {
  if (patch.revision <= revision) return
  if (patch.from > revision) return join()
  apply(patch)
})

/** Joins with what it has; is brought up by a patch, or told everything. */
function join() {
  socket.emit('live:join', { protocol: 1, ...(revision && { since: revision }) }, answer => {
    if (!answer.ok) return console.log(answer.error.code)
    if (answer.patch) return apply(answer.patch)
    shown.clear()
    apply({ revision: answer.snapshot.revision, put: answer.snapshot })
  })
}

function apply({ revision: reached, put = {}, drop = {} }) {
  revision = reached
  for (const id of drop.questions ?? []) {
    if (shown.has(id)) console.log(`gone  câu ${shown.get(id).number}`)
    shown.delete(id)
  }
  for (const question of put.questions ?? []) {
    shown.set(question.id, question)
    const place = question.state === 'on_air' ? 'NOW ' : 'list'
    console.log(
      `${place}  câu ${question.number} · ${question.topic ?? ''} · ${question.callerLine}\n      ${question.text}`,
    )
  }
}
