import { Alert, Button, Group, Kbd, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLiveState } from '../live/LiveProgram.js'
import type { DeskQuestion } from '../questions/columns.js'
import { Dialog } from '../secretary/Dialog.js'
import { useKeys } from '../ui/useKeys.js'
import { Answerers } from './Answerers.js'
import classes from './OpenCard.module.css'
import { PrivateNumbers } from './PrivateNumbers.js'
import { ScreenPicture } from './ScreenPicture.js'
import { WordingField } from './WordingField.js'
import { asScreensShow } from './air-view.js'
import { useDesk } from './moderator-desk.js'
import { useOnAirCorrection } from './useOnAirCorrection.js'
import { useWording } from './useWording.js'

type Props = { question: DeskQuestion; close: () => void }

/**
 * Sửa câu đang lên sóng: nothing shown is changed on air, so the question leaves the screens, is corrected and
 * approved, and goes back, in one go. What is refused stops it there, said in words, and what was typed stays.
 */
export function CorrectOnAir({ question, close }: Props) {
  const { t } = useTranslation()
  const { program } = useDesk()
  const now = (useLiveState().questions.get(question.id) as DeskQuestion | undefined) ?? question
  const wording = useWording(now)
  const { shown, change, numbers, allowed, sendable } = wording
  const { run, progress } = useOnAirCorrection()
  const underway = progress !== null && progress !== 'done' && progress.refused === undefined
  const ready = sendable && numbers.length === 0 && !underway

  async function correct() {
    if (ready && (await run(now, wording.command))) close()
  }
  useKeys([['Ctrl+Enter', () => void correct()]])

  return (
    <Dialog opened title={t('air.correctTitle', { number: now.number })} onClose={close} leave={!underway}>
      <Text size="sm" c="dimmed">
        {t('air.correctMeans')}
      </Text>
      <WordingField
        value={shown.wording}
        before={question.wording ?? ''}
        numbers={numbers}
        readOnly={underway}
        onChange={text => change({ wording: text })}
      />
      <PrivateNumbers wording={wording} inDialog />
      <div className={classes.dialog}>
        <div className={classes.faces}>
          <ScreenPicture question={asScreensShow({ ...now, ...shown }, program, allowed)} variant="now" />
          <Answerers shown={shown} disabled={underway} onChange={change} inDialog />
        </div>
      </div>
      {progress !== null && progress !== 'done' && (
        <Alert color={progress.refused ? 'red' : 'blue'} variant="outline" p="xs" role="alert">
          {progress.refused
            ? `▲ ${t('air.stoppedAt', { step: t(`air.step.${progress.step}`) })} ${progress.refused}`
            : `… ${t(`air.step.${progress.step}`)}`}
        </Alert>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={close} disabled={underway}>
          {t('moderator.cancel')}
        </Button>
        <Button color="blue.4" onClick={() => void correct()} disabled={!ready}>
          {t('air.correctSend')}{' '}
          <Kbd ml={6} size="xs">
            Ctrl+Enter
          </Kbd>
        </Button>
      </Group>
    </Dialog>
  )
}
