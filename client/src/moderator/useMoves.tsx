import { Button, Group, Kbd } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { v4 as newId } from 'uuid'
import { paths } from '#protocol/paths.js'
import type { MoveQuestion, StaffQuestion } from '#protocol/question.js'
import { useConnection } from '../live/LiveProgram.js'
import { type DeskQuestion, onAir } from '../questions/columns.js'
import { Refused, askServer } from '../session/ask-server.js'
import { clockTime } from '../text/times.js'
import { forgetDraft } from './drafts.js'

/** A number in a wording that may not go on air unless it is allowed by name. */
export type PrivateNumber = { text: string; kind: 'phone' | 'identity' }
export type Outcome = 'done' | 'refused' | PrivateNumber[]

type DistributedOmit<T, K extends string> = T extends unknown ? Omit<T, K> : never
/** A move with what it says, but for the id and the version, which are seen to here. */
export type Move = DistributedOmit<MoveQuestion, 'id' | 'version'>

type Seen = Pick<DeskQuestion, 'id' | 'version' | 'number'>

export type Moves = ReturnType<typeof useMoves>

/** The moderator's moves of questions, each said when done and undone from there or by key, refusals said clearly. */
export function useMoves() {
  const { t } = useTranslation()
  const connection = useConnection()

  return useMemo(() => {
    /** What was moved from this desk; a column lets it go at once. */
    const mine = new Set<string>()
    const latest: Seen[] = []
    const underway = new Set<string>()
    let toast = ''

    /** Sends one command about a question; a second press while the first is under way is none. */
    async function send(seen: Seen, ask: () => Promise<{ question: StaffQuestion }>): Promise<Outcome> {
      if (underway.has(seen.id)) return 'refused'
      underway.add(seen.id)
      const known = mine.has(seen.id)
      mine.add(seen.id)
      try {
        const { question } = await ask()
        said(question)
        return 'done'
      } catch (error) {
        if (!known) mine.delete(seen.id)
        if (!(error instanceof Refused)) throw error
        if (error.code === 'question.private_number') return error.details['numbers'] as PrivateNumber[]
        refused(error)
        return 'refused'
      } finally {
        underway.delete(seen.id)
      }
    }

    const move = (seen: Seen, body: Move) =>
      send(seen, async () => {
        const path = paths.moves(seen.id)
        const command = { id: newId(), version: seen.version, ...body }
        const answer = await askServer<{ question: StaffQuestion }>('POST', path, command)
        if (body.move === 'approve' || body.move === 'divert') forgetDraft(seen.id)
        if (body.move !== 'undo' && body.move !== 'divert') latest.push(answer.question)
        return answer
      })

    /** Corrects what was approved already, which counts as a new approval. */
    const revise = (seen: Seen, body: Record<string, unknown>) =>
      send(seen, async () => {
        const command = { id: newId(), version: seen.version, ...body }
        const answer = await askServer<{ question: StaffQuestion }>('PATCH', paths.question(seen.id), command)
        forgetDraft(seen.id)
        return answer
      })

    /** Puts a question on air in place of what is believed to be there. */
    function take(seen: Seen): Promise<Outcome> {
      const data = connection.current().data
      return move(seen, { move: 'take', believedOnAirId: (data && onAir(data)?.id) ?? null })
    }

    /** Undoes my latest move, while nothing happened to the question since. */
    function undo(): void {
      const seen = latest.pop()
      if (seen) void move(seen, { move: 'undo' })
      else notifications.show({ message: t('moderator.nothingToUndo') })
    }

    function said(question: StaffQuestion): void {
      notifications.hide(toast)
      const undoable = latest.at(-1)?.version === question.version && latest.at(-1)?.id === question.id
      const what = t('moderator.moved', { number: question.number, state: t(`state.${question.state}`) })
      toast = notifications.show({
        message: (
          <Group justify="space-between" gap="xs">
            {what}
            {undoable && question.moves.includes('undo') && (
              <Button size="compact-sm" variant="default" onClick={undo}>
                {t('moderator.move.undo')}{' '}
                <Kbd ml={6} size="xs">
                  Alt+Z
                </Kbd>
              </Button>
            )}
          </Group>
        ),
        autoClose: 6000,
        closeButtonProps: { 'aria-label': t('moderator.dismiss') },
      })
    }

    function refused(error: Refused): void {
      const question = error.details['question'] as StaffQuestion | undefined
      const happened =
        question?.decidedBy && question.decidedAt
          ? t('refusal.happened', {
              name: question.decidedBy.name,
              state: t(`state.${question.state}`),
              time: clockTime(question.decidedAt),
            })
          : ''
      notifications.show({
        color: 'red',
        title: error.message,
        message: happened,
        autoClose: 8000,
        closeButtonProps: { 'aria-label': t('moderator.dismiss') },
      })
    }

    return { mine: mine as ReadonlySet<string>, move, revise, take, undo }
  }, [connection, t])
}
