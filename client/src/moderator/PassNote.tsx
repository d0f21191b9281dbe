import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLiveState } from '../live/LiveProgram.js'
import type { DeskQuestion } from '../questions/columns.js'
import classes from './AirBar.module.css'
import { KeyButton } from './KeyButton.js'
import { useDesk } from './moderator-desk.js'
import { useDeskKeys } from './useDeskKeys.js'
import { useOnAirCorrection } from './useOnAirCorrection.js'
import { settlePass, usePasses } from './usePasses.js'

type Props = { question: DeskQuestion; keys?: boolean }

/** "Ghế 2 xin chuyển cho ghế 1": to be granted or set aside, with a key each where it is the first. */
export function PassNote({ question, keys = false }: Props) {
  const { t } = useTranslation()
  const { screens } = useLiveState()
  const { speakers, moves } = useDesk()
  const { run } = useOnAirCorrection()
  const pass = usePasses(question)[0]
  const seatOf = (id: string | null) => speakers.find(speaker => speaker.id === id)?.seat
  const screen = pass && screens.get(pass.screenId)
  const named = seatOf(pass?.toSpeakerId ?? null)

  function grant(leadSpeakerId: string) {
    if (!pass) return
    settlePass(pass)
    const supportingSpeakerIds = question.supportingSpeakerIds.filter(id => id !== leadSpeakerId)
    const change = { leadSpeakerId, supportingSpeakerIds }
    void (question.state === 'on_air' ? run(question, change) : moves.revise(question, change))
  }
  const accept = () => pass?.toSpeakerId && named && grant(pass.toSpeakerId)
  const dismiss = () => pass && settlePass(pass)
  useDeskKeys(
    keys && pass
      ? [
          ['Alt+Shift+Y', accept],
          ['Alt+Shift+U', dismiss],
        ]
      : [],
  )
  if (!pass) return null

  const seat = seatOf(screen?.speakerId ?? null)
  const who = seat ? t('question.seat', { seat }) : (screen?.label ?? '')
  const others = named
    ? speakers.filter(speaker => speaker.id === pass.toSpeakerId)
    : speakers.filter(speaker => speaker.id !== screen?.speakerId)
  return (
    <div className={classes.pass} role="alert">
      <Text size="sm" c="orange.4" fw={700}>
        ▲ {named ? t('moderator.passesTo', { who, to: named }) : t('moderator.passes', { who })}
      </Text>
      {others.map(speaker => (
        <KeyButton
          key={speaker.id}
          keys={keys && named ? 'Alt+Shift+Y' : undefined}
          onClick={() => grant(speaker.id)}
        >
          {t('air.passOn', { seat: speaker.seat })}
        </KeyButton>
      ))}
      <KeyButton keys={keys ? 'Alt+Shift+U' : undefined} onClick={dismiss}>
        {t('air.passDismiss')}
      </KeyButton>
    </div>
  )
}
