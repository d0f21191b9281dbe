import { Alert, Button, Kbd, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLiveState } from '../live/LiveProgram.js'
import type { DeskQuestion } from '../questions/columns.js'
import { type Choice, chosenFor, isComplete, undecided } from '../questions/undecided.js'
import { useKeys } from '../ui/useKeys.js'
import classes from './ClosingDialog.module.css'
import { ClosingRow } from './ClosingRow.js'
import { DeskDialog } from './DeskDialog.js'
import { useDesk } from './moderator-desk.js'
import { useClosing } from './useClosing.js'

/** Everything that is still undecided, each with its last move, and the closing of the books. */
export function ClosingDialog({ close }: { close: () => void }) {
  const { t } = useTranslation()
  return (
    <DeskDialog title={t('closing.title')} close={close}>
      <Closing />
    </DeskDialog>
  )
}

function Closing() {
  const { t } = useTranslation()
  const { program } = useDesk()
  const { questions } = useLiveState()
  const { progress, refusals, said, close } = useClosing()
  const left = useMemo(() => undecided([...questions.values()] as DeskQuestion[]), [questions])
  const [known, setKnown] = useState(() => new Set(left.map(({ id }) => id)))
  const [chosen, setChosen] = useState<ReadonlyMap<string, Partial<Choice>>>(new Map())
  const last = left.map(question => ({
    question,
    choice: chosenFor(question, program, chosen.get(question.id)),
  }))
  const ready = !progress && last.every(({ choice }) => isComplete(choice))

  const choose = (questionId: string, part: Partial<Choice>) =>
    setChosen(all => new Map(all).set(questionId, { ...all.get(questionId), ...part }))

  function act() {
    if (!ready) return
    setKnown(new Set(left.map(({ id }) => id)))
    void close(last)
  }
  useKeys([['Ctrl+Enter', act]])

  return (
    <>
      <Text size="sm" mb="xs">
        {left.length > 0 ? t('closing.left', { count: left.length }) : t('closing.nothingLeft')}
      </Text>
      {said && (
        <Alert color="orange" variant="outline" p="xs" mb="xs" role="alert">
          ▲ {said}
        </Alert>
      )}
      <div className={classes.actions}>
        <Button data-autofocus onClick={act} disabled={!ready}>
          {t(left.length > 0 ? 'closing.decideAndClose' : 'closing.close')}{' '}
          <Kbd ml={6} size="xs">
            Ctrl+Enter
          </Kbd>
        </Button>
        <Text size="sm" role="status">
          {progress && t('closing.sending', { sent: progress.sent + 1, count: progress.of })}
        </Text>
      </div>
      <ul className={classes.rows} aria-label={t('closing.title')}>
        {last.map(({ question, choice }) => (
          <ClosingRow
            key={question.id}
            question={question}
            choice={choice}
            isNew={!known.has(question.id)}
            refusal={refusals.get(question.id)}
            choose={choose}
          />
        ))}
      </ul>
    </>
  )
}
