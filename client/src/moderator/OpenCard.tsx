import { Alert, Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ADVISED_WORDING, TextLimit, codePoints } from '#protocol/text.js'
import type { DeskQuestion } from '../questions/columns.js'
import { clockTime } from '../text/times.js'
import { Answerers } from './Answerers.js'
import { CardAbout } from './CardAbout.js'
import { MoveButtons } from './MoveButtons.js'
import classes from './OpenCard.module.css'
import { WordingField } from './WordingField.js'
import { drafted, useDraft } from './drafts.js'
import { intoView } from './intoView.js'
import { useDesk } from './moderator-desk.js'
import type { Move, Outcome, PrivateNumber } from './useMoves.js'

/** States in which the wording and who answers are the moderator's to change. */
const OPEN_TO_WORDING = new Set(['pending', 'returned', 'approved'])

/** The opened card: the words as logged and the words for the air side by side, who answers, and the moves. */
export function OpenCard({ question }: { question: DeskQuestion }) {
  const { t } = useTranslation()
  const { moves, setOpen, take } = useDesk()
  const { draft, change } = useDraft(question.id)
  const [numbers, setNumbers] = useState<PrivateNumber[]>([])
  const [allowed, setAllowed] = useState<string[]>([])
  const shown = drafted(question, draft)
  const editable = OPEN_TO_WORDING.has(question.state)
  const length = codePoints(shown.wording.trim())
  const sendable = editable && length > 0 && length <= TextLimit.wording

  function settle(outcome: Outcome) {
    if (Array.isArray(outcome)) return setNumbers(outcome)
    if (outcome === 'refused') return
    focusNeighbour(question.id)
    setOpen(null)
  }

  async function approve(allowNumbers: string[]) {
    if (!sendable) return
    const body = {
      wording: shown.wording,
      supportingSpeakerIds: shown.supportingSpeakerIds,
      ...(shown.leadSpeakerId && { leadSpeakerId: shown.leadSpeakerId }),
      ...(shown.topicId && { topicId: shown.topicId }),
      ...(allowNumbers.length > 0 && { allowNumbers }),
    }
    settle(
      question.state === 'approved'
        ? await moves.revise(question, body)
        : await moves.move(question, { move: 'approve', ...body }),
    )
  }

  function allow(number: string) {
    const all = [...allowed, number]
    setAllowed(all)
    void approve(all)
  }

  const make = async (move: Move) => settle(await moves.move(question, move))

  return (
    <div className={classes.body} ref={intoView}>
      <Changed question={question} />
      <div className={classes.texts}>
        <div>
          <Text size="xs" c="dimmed" id={`verbatim-${question.id}`}>
            {t('moderator.verbatim')}
          </Text>
          <div
            className={classes.verbatim}
            role="group"
            aria-labelledby={`verbatim-${question.id}`}
            tabIndex={0}
          >
            {question.verbatim}
          </div>
        </div>
        <WordingField
          value={shown.wording}
          length={length}
          advised={ADVISED_WORDING}
          readOnly={!editable}
          onChange={wording => {
            change({ wording })
            setNumbers([])
          }}
        />
      </div>
      {numbers.map(number => (
        <Alert key={number.text} color="orange" variant="outline" p="xs" role="alert">
          <Group gap="sm">
            <Text size="sm">▲ {t(`moderator.private.${number.kind}`, { number: number.text })}</Text>
            <Button size="compact-sm" variant="default" onClick={() => allow(number.text)}>
              {t('moderator.private.allow')}
            </Button>
          </Group>
        </Alert>
      ))}
      <Answerers shown={shown} disabled={!editable} onChange={change} />
      <CardAbout question={question} />
      <MoveButtons
        question={question}
        sendable={sendable}
        changed={Object.keys(draft).length > 0}
        approve={() => void approve(allowed)}
        make={move => void make(move)}
        take={() => take(question)}
      />
    </div>
  )
}

/** Somebody else decided or corrected the question while it was open here. */
function Changed({ question }: { question: DeskQuestion }) {
  const { t } = useTranslation()
  const [opened] = useState(question)
  if (question.version === opened.version) return null
  const by = question.decidedBy && question.decidedAt
  return (
    <Alert color="orange" variant="outline" p="xs" role="alert">
      <Text size="sm">
        ▲{' '}
        {question.state !== opened.state && by
          ? t('refusal.happened', {
              name: question.decidedBy!.name,
              state: t(`state.${question.state}`),
              time: clockTime(question.decidedAt!),
            })
          : t('moderator.corrected')}{' '}
        {t('moderator.wordingKept')}
      </Text>
    </Alert>
  )
}

/** The hand stays in the column: on the next card, or the one before, or the empty column. */
function focusNeighbour(questionId: string) {
  const item = document.getElementById(`card-${questionId}`)?.closest('li')
  const next = item?.nextElementSibling ?? item?.previousElementSibling
  const target = next?.querySelector<HTMLElement>('[data-card]') ?? item?.closest<HTMLElement>('ul')
  target?.focus()
}
