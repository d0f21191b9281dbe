import type { StaffQuestion } from '../../protocol/question.js'
import type { Crowd } from './crowd.js'
import type { Desk } from './desk.js'
import type { Station } from './station.js'

export type Storm = {
  /** Milliseconds from the server being healthy until the last screen shows what was approved first then. */
  allCurrent: number
  /** How long approvals took before, and while everybody came back. Milliseconds each. */
  calm: number[]
  stormy: number[]
}

/** Kills the server under a crowd of screens, starts it again, and approves all the while that they come back. */
export async function restartUnder(station: Station, crowd: Crowd, approvals: number): Promise<Storm> {
  const secretary = await station.as('thuky1')
  const moderator = await station.as('duyet1')
  const waiting: StaffQuestion[] = []
  for (let count = 0; count < 2 * approvals; count++)
    waiting.push(await secretary.log(`Câu ${count} chờ duyệt`))

  const calm: number[] = []
  for (const question of waiting.splice(0, approvals)) calm.push(await timed(moderator, question))
  await station.instances[0]!.kill()
  await crowd.until(screen => !screen.socket.connected)

  await station.restart()
  const healthy = performance.now()
  const stormy = [await timed(moderator, waiting[0]!)]
  const all = crowd.until(screen => screen.questions.has(waiting[0]!.id))
  let isOver = false
  const over = all.then(() => (isOver = true))
  for (const question of waiting.slice(1)) {
    if (isOver) break
    stormy.push(await timed(moderator, question))
  }
  await over
  return { allCurrent: performance.now() - healthy, calm, stormy }
}

async function timed(moderator: Desk, question: StaffQuestion): Promise<number> {
  const begun = performance.now()
  await moderator.move(question, 'approve')
  return performance.now() - begun
}
