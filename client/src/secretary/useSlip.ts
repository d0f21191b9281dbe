import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v4 as newId } from 'uuid'
import { paths } from '#protocol/paths.js'
import type { Program } from '#protocol/program.js'
import type { RequestFault } from '#protocol/errors.js'
import type { StaffQuestion } from '#protocol/question.js'
import { useLive, useLiveState } from '../live/LiveProgram.js'
import { useSession } from '../session/Session.js'
import { Refused, askServer } from '../session/ask-server.js'
import { inTime } from './in-time.js'
import { useKept } from './kept.js'
import { BLANK, type Slip, type Typed, logOf, revisionOf } from './slip.js'

export type Logged = { number: number; how: 'logged' | 'advised' | 'diverted' }
type Answer = { question: StaffQuestion }

const post = (path: string, body: unknown) => inTime(askServer<Answer>('POST', path, body))

/** The refusal, and what it found fault with. */
const spoken = ({ message, details }: Refused) =>
  [message, ...((details['faults'] as RequestFault[] | undefined) ?? []).map(fault => fault.message)].join(
    ' ',
  )

/** The slip on this desk: typed, kept, sent once, and blank again when the server has it. */
export function useSlip(line: string | undefined) {
  const { t } = useTranslation()
  const { account } = useSession()
  const { clockAhead } = useLive()
  const program = useLiveState().program as Program
  const key = `slip:${account.id}:${program.id}`
  const [slip, put, latest] = useKept<Slip>(key)
  const [sending, setSending] = useState(false)
  const [refusal, setRefusal] = useState('')
  const [logged, setLogged] = useState<Logged>()
  const busy = useRef(false)

  /** Another window of the same desk shares the slip. When that one has sent it, this one must not use its id. */
  useEffect(() => {
    const hear = (event: StorageEvent) => {
      const mine = latest()
      if (event.key !== key || event.newValue !== null || !mine || busy.current) return
      put(event.oldValue === JSON.stringify(mine) ? null : { ...mine, id: newId(), sent: null })
    }
    window.addEventListener('storage', hear)
    return () => window.removeEventListener('storage', hear)
  }, [key, put, latest])

  const begun = (): Slip => ({
    ...BLANK,
    id: newId(),
    takenAt: new Date(Date.now() + clockAhead).toISOString(),
    run: program.run,
    sent: null,
    diverting: false,
  })

  function change(part: Partial<Typed>) {
    if (busy.current) return
    setRefusal('')
    put({ ...(latest() ?? begun()), ...part })
  }

  /** One at a time, however often the key is pressed; what is refused leaves everything as it was typed. */
  async function once(work: () => Promise<Logged>) {
    if (busy.current) return
    busy.current = true
    setSending(true)
    setRefusal('')
    try {
      const done = await work()
      put(null)
      setLogged(done)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setRefusal(spoken(error))
    } finally {
      busy.current = false
      setSending(false)
    }
  }

  async function log(draft: Slip, sameAsId?: string): Promise<StaffQuestion> {
    const body = { ...logOf(draft, line), sameAsId }
    const text = JSON.stringify(body)
    put({ ...draft, sent: draft.sent ?? text })
    const { question } = await post(paths.questions(program.id), body).catch((error: Refused) => {
      // Refused in so many words, it was not logged; only silence leaves that open.
      if (error.code !== 'network' && !draft.sent) put(draft)
      throw error
    })
    if (!draft.sent || draft.sent === text) return question
    // It had arrived the first time, and was typed on since.
    const revision = revisionOf(draft, newId(), question.version)
    const revised = await inTime(askServer<Answer>('PATCH', paths.question(question.id), revision)).catch(
      (error: Refused) => {
        throw new Refused(error.code, `${t('question.number', question)}: ${error.message}`)
      },
    )
    return revised.question
  }

  function send(how: 'logged' | 'advised', sameAsId?: string) {
    const draft = latest()
    if (!draft || draft.verbatim.trim() === '') return setRefusal(t('secretary.textNeeded'))
    return once(async () => {
      const question = await log(draft, sameAsId)
      const { id, number, version, state } = question
      if (how === 'advised' && state !== 'advised')
        await post(paths.moves(id), { id: newId(), move: 'advise', version })
      return { number, how }
    })
  }

  /** Nothing of a denunciation leaves the desk: what was typed is gone before anything is sent. */
  function divert() {
    if (busy.current) return
    const { id } = latest() ?? begun()
    put({ ...begun(), id, diverting: true })
    return once(async () => {
      const { question } = await post(paths.questions(program.id), { id, diverted: true, line })
      const { number, version, state } = question
      // It had been sent before without an answer: then it is erased there.
      if (state !== 'diverted')
        await post(paths.moves(id), { id: newId(), move: 'divert', version, confirmNumber: number })
      return { number, how: 'diverted' as const }
    })
  }

  function discard() {
    if (busy.current) return
    put(null)
    setRefusal('')
    setLogged(undefined)
  }

  return { typed: slip ?? BLANK, slip, change, send, divert, discard, sending, refusal, logged }
}
