import { Button, Group, Modal, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type DeskQuestion, textOf } from '../questions/columns.js'
import type { RunningOrder } from './useOrder.js'

type Props = { question: DeskQuestion | null; order: RunningOrder; close: () => void }

/** Puts a question after the one whose number is typed, with its words to judge by before Enter. */
export function PlaceAfter({ question, order, close }: Props) {
  const { t } = useTranslation()
  const title = question ? t('order.after', { number: question.number }) : ''
  function leave() {
    close()
    if (question) document.getElementById(`card-${question.id}`)?.focus()
  }
  return (
    <Modal.Root
      opened={question !== null}
      onClose={leave}
      returnFocus={false}
      centered
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={title}>
        <Modal.Body>
          {question && <Form question={question} order={order} leave={leave} title={title} />}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

type FormProps = { question: DeskQuestion; order: RunningOrder; leave: () => void; title: string }

function Form({ question, order, leave, title }: FormProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const number = Number(typed)
  const after = order.questions.find(one => one.number === number && one.id !== question.id)
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        if (!after) return
        order.put(question.id, after.id)
        leave()
      }}
    >
      <TextInput
        label={title}
        // At once, not after the dialog has come in: what is typed on is not lost.
        autoFocus
        data-autofocus
        inputMode="numeric"
        value={typed}
        onChange={event => setTyped(event.currentTarget.value.replaceAll(/\D/g, ''))}
      />
      <Text size="sm" c={after ? undefined : 'dimmed'} role="status" mih="1.5rem">
        {after
          ? `${t('question.number', { number })} · ${textOf(after)}`
          : typed && t('order.notThere', { number })}
      </Text>
      <Group mt="md" justify="flex-end">
        <Button variant="default" onClick={leave}>
          {t('moderator.cancel')}
        </Button>
        <Button type="submit" disabled={!after}>
          {t('order.put')}
        </Button>
      </Group>
    </form>
  )
}
