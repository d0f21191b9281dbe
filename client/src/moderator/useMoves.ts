import { notifications } from '@mantine/notifications'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { v4 as newId } from 'uuid'
import { paths } from '#protocol/paths.js'
import type { MoveQuestion, StaffQuestion } from '#protocol/question.js'
import type { DeskQuestion } from '../questions/columns.js'
import { Refused, askServer } from '../session/ask-server.js'
import { sayDone, sayRefused } from './move-toasts.js'
import { askUntilAnswered, isUnanswered } from './persist.js'
import { useDrafts } from './useDraft.js'

export type Outcome = 'done' | 'refused' | 'unanswered'

type DistributedOmit<T, K extends string> = T extends unknown ? Omit<T, K> : never
/** A move with what it says, but for the id and the version, which are seen to here. */
export type Move = DistributedOmit<MoveQuestion, 'id' | 'version'>

type Seen = Pick<DeskQuestion, 'id' | 'version' | 'number'>
type Answer = { question: StaffQuestion }

export type Moves = ReturnType<typeof useMoves>

const nameOf = ({ id, version }: Pick<Seen, 'id' | 'version'>) => `${id} ${version}`

/** The moderator's moves of questions, each said when done and undone from there or by key, refusals said clearly. */
export function useMoves() {
  const { t } = useTranslation()
  const drafts = useDrafts()

  return useMemo(() => {
    /** What was moved from this desk; a column lets it go at once. */
    const mine = new Set<string>()
    const latest: Seen[] = []
    const underway = new Set<string>()
    /** The versions that commands of this desk gave. */
    const own = new Set<string>()

    /** Sends one command about a question; a second press while the first is under way is none. */
    async function send(seen: Seen, ask: () => Promise<Answer>, key = seen.id): Promise<Outcome> {
      if (underway.has(key)) return 'refused'
      underway.add(key)
      const known = mine.has(seen.id)
      mine.add(seen.id)
      try {
        const { question } = await ask()
        own.add(nameOf(question))
        const undoable = latest.at(-1)
        sayDone(question, undoable && nameOf(undoable) === nameOf(question) ? undo : undefined)
        return 'done'
      } catch (error) {
        if (!known) mine.delete(seen.id)
        if (!(error instanceof Refused)) throw error
        sayRefused(error)
        return isUnanswered(error) ? 'unanswered' : 'refused'
      } finally {
        underway.delete(key)
      }
    }

    const move = (seen: Seen, body: Move) =>
      send(seen, async () => {
        const command = { id: newId(), version: seen.version, ...body }
        const answer = await askServer<Answer>('POST', paths.moves(seen.id), command)
        if (body.move === 'approve' || body.move === 'divert') drafts.forget(seen.id)
        if (body.move !== 'undo' && body.move !== 'divert') latest.push(answer.question)
        return answer
      })

    /** Corrects a question; one that was approved already is thereby approved anew. */
    const revise = (seen: Seen, body: Record<string, unknown>) =>
      send(seen, () => {
        const command = { id: newId(), version: seen.version, ...body }
        return askServer<Answer>('PATCH', paths.question(seen.id), command)
      })

    /** Takes a question off every screen. Pressed once it goes on by itself until the server has answered. */
    async function withdraw(seen: Seen): Promise<Outcome> {
      const key = `withdraw ${seen.id}`
      if (underway.has(key)) return 'refused'
      const said = notifications.show({
        message: t('air.withdrawing', { number: seen.number }),
        loading: true,
        autoClose: false,
        withCloseButton: false,
      })
      return send(seen, () => offAir(seen), key).finally(() => notifications.hide(said))
    }

    /** A note that somebody else changed meanwhile does not keep a question on air. */
    async function offAir({ id, version }: Pick<Seen, 'id' | 'version'>): Promise<Answer> {
      try {
        const command = { id: newId(), move: 'withdraw', version }
        const answer = await askUntilAnswered<Answer>(paths.moves(id), command)
        latest.push(answer.question)
        return answer
      } catch (error) {
        const now = error instanceof Refused && (error.details['question'] as StaffQuestion | undefined)
        if (!now || now.state !== 'on_air' || now.version === version) throw error
        return offAir(now)
      }
    }

    /** Undoes my latest move, while nothing happened to the question since. */
    async function undo(): Promise<void> {
      const seen = latest.pop()
      if (!seen) return void notifications.show({ message: t('moderator.nothingToUndo') })
      // A dead line takes no way back away: pressed again, the server says whether it was undone.
      if ((await move(seen, { move: 'undo' })) === 'unanswered') latest.push(seen)
    }

    return {
      mine: mine as ReadonlySet<string>,
      move,
      revise,
      withdraw,
      undo: () => void undo(),
      /** Whether the question is as a command of this desk left it. */
      isOwn: (question: Seen) => own.has(nameOf(question)),
    }
  }, [drafts, t])
}
