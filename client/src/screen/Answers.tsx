import { Menu, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Event, type ScreenAnswer } from '#protocol/live.js'
import type { Speaker } from '#protocol/program.js'
import type { ScreenQuestion } from '#protocol/question.js'
import { useConnection, useLiveState } from '../live/LiveProgram.js'
import classes from './Answers.module.css'
import { seatWords } from './shown.js'

type Said = { read?: true; passedTo?: Speaker; failed?: true }

type Props = { question: ScreenQuestion; mayPass: boolean }

/** A correction is another text: it has to be read again. */
export function Answers(props: Props) {
  return <AnswersToVersion key={`${props.question.id} ${props.question.version}`} {...props} />
}

/** Said before this page was told of the question anew, by question and version. */
const remembered = new Map<string, Said>()

/** The two things a seat can say of its question: read, and that another seat should answer it. */
function AnswersToVersion({ question, mayPass }: Props) {
  const { t } = useTranslation()
  const connection = useConnection()
  const { speakers, me } = useLiveState()
  const key = `${question.id} ${question.version}`
  const [said, setSaid] = useState<Said>(() => remembered.get(key) ?? {})
  const others = [...speakers.values()]
    .filter(speaker => speaker.id !== me?.speakerId)
    .toSorted((a, b) => a.seat - b.seat)
  const seat = (speaker: Speaker) => seatWords(speaker, t('question.seat', { seat: speaker.seat }))

  async function answer(message: ScreenAnswer, then: Said) {
    const ack = await connection.say(Event.answer, message).catch(() => undefined)
    const { failed: _before, ...known } = said
    const sent = (ack as { ok: boolean } | undefined)?.ok
    const next: Said = sent ? { ...known, ...then } : { ...known, failed: true }
    remembered.set(key, next)
    setSaid(next)
  }

  return (
    <div className={classes.answers}>
      <UnstyledButton
        className={classes.button}
        disabled={said.read}
        onClick={() => void answer({ questionId: question.id, answer: 'read' }, { read: true })}
      >
        {said.read && '✓ '}
        {t('screen.read')}
      </UnstyledButton>
      {mayPass && (
        <Menu
          position="top-start"
          withinPortal={false}
          floatingStrategy="fixed"
          withInitialFocusPlaceholder={false}
        >
          <Menu.Target>
            <UnstyledButton className={classes.button}>
              {said.passedTo
                ? `✓ ${t('screen.passed', { seat: t('question.seat', { seat: said.passedTo.seat }) })}`
                : t('screen.pass')}
            </UnstyledButton>
          </Menu.Target>
          <Menu.Dropdown className={classes.menu}>
            {others.map(speaker => (
              <Menu.Item
                key={speaker.id}
                className={classes.item}
                onClick={() =>
                  void answer(
                    { questionId: question.id, answer: 'pass', toSpeakerId: speaker.id },
                    { passedTo: speaker },
                  )
                }
              >
                {seat(speaker)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {said.failed && (
        <span className={classes.failed} role="alert">
          ▲ {t('screen.notSent')}
        </span>
      )}
    </div>
  )
}
