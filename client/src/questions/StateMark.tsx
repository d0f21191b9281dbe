import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { QuestionState } from '#protocol/question.js'

/** Red for what is live, orange for what needs a hand here, blue and green for what goes well; the rest grey. */
const MARKS: Record<QuestionState, { shape: string; color: string }> = {
  pending: { shape: '…', color: 'dark.0' },
  returned: { shape: '↩', color: 'orange.4' },
  approved: { shape: '✓', color: 'blue.4' },
  on_air: { shape: '●', color: 'red.4' },
  answered: { shape: '✔', color: 'green.4' },
  follow_up: { shape: '⇢', color: 'dimmed' },
  merged: { shape: '⊂', color: 'dimmed' },
  rejected: { shape: '⊘', color: 'dimmed' },
  advised: { shape: '☎', color: 'dimmed' },
  diverted: { shape: '⌂', color: 'dimmed' },
}

/** A state is a word, a shape and a colour. */
export function StateMark({ state, more = '' }: { state: QuestionState; more?: string }) {
  const { t } = useTranslation()
  const { shape, color } = MARKS[state]
  return (
    <Text span size="sm" fw={700} c={color}>
      <span aria-hidden="true">{shape} </span>
      {t(`state.${state}`)}
      {more}
    </Text>
  )
}
