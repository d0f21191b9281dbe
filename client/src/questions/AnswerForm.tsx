import { Alert, Button, Checkbox, Group, Kbd, Text, TextInput } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Program, Speaker } from '#protocol/program.js'
import { TextLimit } from '#protocol/text.js'
import { useLiveState } from '../live/LiveProgram.js'
import { useEditing, useEditors } from '../live/useEditing.js'
import { clockTime } from '../text/times.js'
import { dayOf } from '../text/days.js'
import classes from './AnswerForm.module.css'
import { type AnswerFaults, changedMeanwhile, isAnswerable, isOver, noteOf } from './answer-draft.js'
import type { Answers } from './useAnswers.js'
import { TheirAnswer } from './TheirAnswer.js'

type Props = {
  answers: Answers
  /** It was sent, or closed with what was typed kept: the hand goes elsewhere. */
  onDone: () => void
}

const bySeat = (one: Speaker, other: Speaker) => one.seat - other.seat

/** What was answered, by whom, from when to when and what was promised, while it is said or afterwards. */
export function AnswerForm({ answers, onDone }: Props) {
  const { t } = useTranslation()
  const state = useLiveState()
  const program = state.program as Program
  const editors = useEditors()
  const [tried, setTried] = useState(false)
  const said = useRef<HTMLInputElement>(null)
  const question = answers.question!
  const fields = answers.fields!
  const { change, sending } = answers
  useEditing(question.id)
  useEffect(() => said.current?.focus(), [question.id])

  const speakers = [...state.speakers.values()].toSorted(bySeat)
  const changed = changedMeanwhile(question, answers.draft)
  const possible = isAnswerable(question, program.phase)
  const others = editors.get(question.id)
  const ready = noteOf(fields)
  // Nothing is called wrong before it was meant to be sent.
  const faults: AnswerFaults = tried && 'faults' in ready ? ready.faults : {}

  const toggle = (id: string) =>
    change({
      speakerIds: fields.speakerIds.includes(id)
        ? fields.speakerIds.filter(one => one !== id)
        : [...fields.speakerIds, id],
    })
  const stamp = (what: 'started' | 'ended') => change({ [what]: clockTime(answers.now()) })

  async function send() {
    setTried(true)
    if ('faults' in ready || changed || !possible) return
    if (await answers.send()) onDone()
  }

  function leave() {
    answers.close()
    onDone()
  }

  const keys: Partial<Record<string, () => void>> = {
    'Ctrl+Enter': () => void send(),
    'Alt+KeyS': () => stamp('started'),
    'Alt+KeyE': () => stamp('ended'),
    Escape: leave,
    ...Object.fromEntries(speakers.map(({ id, seat }) => [`Alt+Digit${seat}`, () => toggle(id)])),
  }

  /** The form's own keys: none of them reaches the slip beside it. */
  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    const code = event.code === 'NumpadEnter' ? 'Enter' : event.code
    const act = keys[`${event.ctrlKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${code}`]
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    if (!event.repeat) act()
  }

  const fault = (field: keyof AnswerFaults) => faults[field] && t(`answer.fault.${faults[field]}`)
  return (
    <section className={classes.form} aria-labelledby="answer-title" onKeyDown={onKeyDown}>
      <Text component="h3" fw={700} id="answer-title" className={classes.title}>
        {t('answer.of', { number: question.number })}
        {others && (
          <Text span size="sm" c="orange.4">
            ✎ {t('answer.editing', { names: others })}
          </Text>
        )}
      </Text>
      <Text size="sm" c="dark.1" lineClamp={2}>
        {question.wording ?? question.verbatim}
      </Text>
      {!possible && (
        <Alert color="orange" variant="outline" p="xs" role="alert">
          ▲ {t('answer.notNow', { state: t(`state.${question.state}`) })}
        </Alert>
      )}
      {changed && <TheirAnswer answer={question.answer} answers={answers} speakers={speakers} />}
      <div role="group" aria-label={t('answer.who')} className={classes.speakers}>
        {speakers.map(speaker => (
          <Checkbox
            key={speaker.id}
            size="sm"
            checked={fields.speakerIds.includes(speaker.id)}
            onChange={() => toggle(speaker.id)}
            label={
              <>
                {`${speaker.honorific} ${speaker.name}`.trim()} <Kbd size="xs">Alt+{speaker.seat}</Kbd>
              </>
            }
          />
        ))}
      </div>
      <div className={classes.times}>
        {(['started', 'ended'] as const).map(what => (
          <Group key={what} gap="xs" align="end" wrap="nowrap">
            <TextInput
              size="xs"
              w="6.5rem"
              label={t(`answer.at.${what}`)}
              placeholder="09:31:05"
              value={fields[what]}
              error={fault(what)}
              onChange={event => change({ [what]: event.currentTarget.value })}
            />
            <Button size="xs" variant="default" onClick={() => stamp(what)}>
              {t(`answer.now.${what}`)}
              <Kbd ml={6} size="xs">
                {what === 'started' ? 'Alt+S' : 'Alt+E'}
              </Kbd>
            </Button>
          </Group>
        ))}
      </div>
      <TextInput
        ref={said}
        size="sm"
        label={t('answer.said')}
        value={fields.said}
        maxLength={TextLimit.note}
        onChange={event => change({ said: event.currentTarget.value })}
      />
      <div className={classes.promise}>
        <TextInput
          size="sm"
          label={t('answer.promise')}
          value={fields.promise}
          error={fault('promise')}
          maxLength={TextLimit.reason}
          onChange={event => change({ promise: event.currentTarget.value })}
        />
        <TextInput
          size="sm"
          label={t('answer.by')}
          placeholder="31/12/2026"
          value={fields.by}
          error={fault('by')}
          description={isOver(fields, dayOf(answers.openedAt)) && `▲ ${t('answer.isOver')}`}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          classNames={{ description: classes.warning }}
          onChange={event => change({ by: event.currentTarget.value })}
        />
      </div>
      <Group gap="xs">
        <Button
          size="sm"
          loading={sending}
          disabled={changed || !possible}
          onClick={() => void send()}
          rightSection={<Kbd size="xs">Ctrl+Enter</Kbd>}
        >
          {t('answer.send')}
        </Button>
        <Button size="sm" variant="default" onClick={leave} rightSection={<Kbd size="xs">Esc</Kbd>}>
          {t('answer.close')}
        </Button>
        {answers.draft && (
          <Text size="sm" c="dark.2">
            {t('answer.kept')}
          </Text>
        )}
      </Group>
    </section>
  )
}
