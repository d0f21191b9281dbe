import i18next from 'i18next'
import type { RequestFault } from '#protocol/errors.js'
import { paths } from '#protocol/paths.js'
import type { StaffQuestion } from '#protocol/question.js'
import { Refused, askServer } from '../../session/ask-server.js'
import { type How, type Slip, logOf, revisionOf } from '../slip.js'
import { wireText } from '../../text/wire-text.js'
import { fateOf } from './retry.js'

/** What the server made of a slip. */
export type Logged = {
  id: string
  number: number
  how: How
  /** Whose it is and how it begins, to tell it from others; nothing of a diverted one. */
  about: string
  /** The question that its caller was joined to. */
  leadId: string | null
  /** It was logged, but what was to follow was refused. */
  but: string | null
}

type Answer = { question: StaffQuestion }
type Ask = (method: string, path: string, body: unknown) => Promise<Answer>

const ABOUT = 60

/** "Cô Huỳnh Kim Loan · sổ hồng địa chỉ cũ…" */
export function aboutOf({ caller, verbatim }: Slip): string {
  const who =
    [caller.honorific, caller.name].map(wireText).filter(Boolean).join(' ') || wireText(caller.phone)
  const words = [...wireText(verbatim).replace(/\s+/g, ' ')]
  const begins = words.length > ABOUT ? `${words.slice(0, ABOUT).join('')}…` : words.join('')
  return [who, begins].filter(Boolean).join(' · ')
}

/** The refusal, and what it found fault with. */
export const spoken = ({ message, details }: Refused) =>
  [message, ...((details['faults'] as RequestFault[] | undefined) ?? []).map(fault => fault.message)].join(
    ' ',
  )

/**
 * Sends a slip and what follows its logging, each step under the id it was given when it was queued: however often
 * this is done, it is done once. Throws what was refused; `signal` ends waiting for a network that says nothing.
 */
export async function deliver(slip: Slip, signal: AbortSignal): Promise<Logged> {
  const ask: Ask = (method, path, body) => askServer<Answer>(method, path, body, signal)
  const log =
    slip.how === 'diverted' ? { id: slip.id, diverted: true, line: slip.line ?? undefined } : logOf(slip)
  const { question } = await ask('POST', paths.questions(slip.programId), log)
  const { number } = question
  const logged: Logged = {
    id: slip.id,
    number,
    how: slip.how,
    about: aboutOf(slip),
    leadId: question.mergedIntoId,
    but: null,
  }
  if (slip.how === 'diverted') return diverted(slip, question, ask, logged)
  const { version } = slip.retyped ? await corrected(slip, question, ask) : question
  if (slip.how === 'logged' || question.state === 'advised') return logged
  const move = { id: slip.commands.move, move: 'advise', version }
  return ask('POST', paths.moves(slip.id), move).then(
    () => logged,
    error => ({ ...logged, how: 'logged', but: butRefused(error) }),
  )
}

/** It had arrived before it was typed on. */
async function corrected(slip: Slip, { number, version }: StaffQuestion, ask: Ask): Promise<StaffQuestion> {
  const revision = revisionOf(slip, version)
  return (await ask('PATCH', paths.question(slip.id), revision).catch(error => comesBack(error, number)))
    .question
}

/** It had arrived before it was diverted: then it is erased there. */
async function diverted(slip: Slip, { number, version, state }: StaffQuestion, ask: Ask, logged: Logged) {
  if (state === 'diverted') return logged
  const move = { id: slip.commands.move, move: 'divert', version, confirmNumber: number }
  await ask('POST', paths.moves(slip.id), move).catch(error => comesBack(error, number))
  return logged
}

function comesBack(error: unknown, number: number): never {
  const but = butRefused(error)
  throw new Refused((error as Refused).code, `${i18next.t('question.number', { number })}: ${but}`)
}

/** The words of a refusal that stands; what may go better the next time is thrown on. */
function butRefused(error: unknown): string {
  if (!(error instanceof Refused) || fateOf(error.code) !== 'refused') throw error
  // Somebody was quicker by a moment: with the present version it is decided again.
  if (error.code === 'question.stale') throw new Refused('network', error.message)
  return spoken(error)
}
