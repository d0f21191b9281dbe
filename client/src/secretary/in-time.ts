import i18next from 'i18next'
import { Refused } from '../session/ask-server.js'

/** A caller on the line does not wait longer for a network that says nothing. Milliseconds. */
const PATIENCE_MS = 8000

/** The answer, or after a while "unreachable". What went up may still arrive; its id makes trying again safe. */
export function inTime<Answer>(asked: Promise<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Refused('network', i18next.t('refusal.unreachable'))),
      PATIENCE_MS,
    )
    asked.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
