// A moderator without a desk: pairs the screen that shows CODE, approves three questions and takes the first.
// node examples/approve.mjs CODE [address]
import { randomUUID as newId } from 'node:crypto'

const [code, address = 'http://127.0.0.1:3000'] = process.argv.slice(2)

const ask = (cookie, method, path, body) =>
  fetch(`${address}/api${path}`, {
    method,
    headers: { ...(cookie && { cookie }), 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })

/** Signs in and returns a way to ask as that person. */
async function signedIn(username) {
  const session = await ask(undefined, 'POST', '/session', { username, password: 'doithoai-demo' })
  const cookie = session.headers.get('set-cookie').split(';')[0]
  return async (method, path, body) => {
    const answer = await (await ask(cookie, method, path, body)).json()
    if (answer.error) throw new Error(`${answer.error.code}: ${answer.error.message}`)
    return answer
  }
}

const producer = await signedIn('daodien')
const moderator = await signedIn('duyet1')
const { programs } = await moderator('GET', '/programs')
const programId = programs[0].id

await producer('POST', `/programs/${programId}/screens`, {
  id: newId(),
  code,
  label: 'Màn hình chung',
  kind: 'panel',
})

const { questions } = await moderator('GET', `/programs/${programId}/questions?state=pending`)
const approved = []
for (const { id, number, version } of questions.toReversed().slice(0, 3)) {
  const { question, revision } = await moderator('POST', `/questions/${id}/moves`, {
    id: newId(),
    move: 'approve',
    version,
  })
  console.log(`approved câu ${number}, revision ${revision}`)
  approved.push(question)
}

const [first] = approved
await moderator('POST', `/questions/${first.id}/moves`, {
  id: newId(),
  move: 'take',
  version: first.version,
  believedOnAirId: null,
})
console.log(`on air câu ${first.number}`)
