import { Alert, Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Speaker } from '#protocol/program.js'
import type { AnswerView } from '#protocol/question.js'
import { AnswerText } from './AnswerText.js'
import type { Answers } from './useAnswers.js'

type Props = { answer: AnswerView | null; answers: Answers; speakers: readonly Speaker[] }

/** Somebody else wrote the answer down while one was typed here: whoever types decides which of them stands. */
export function TheirAnswer({ answer, answers, speakers }: Props) {
  const { t } = useTranslation()
  return (
    <Alert color="orange" variant="outline" p="xs" role="alert" title={`▲ ${t('answer.changedMeanwhile')}`}>
      {answer && <AnswerText answer={answer} speakers={speakers} />}
      <Text size="sm">{t('answer.mineKept')}</Text>
      <Group mt="xs" gap="xs">
        <Button size="xs" onClick={answers.keepMine}>
          {t('secretary.keepMine')}
        </Button>
        <Button size="xs" variant="default" onClick={answers.takeTheirs}>
          {t('secretary.takeTheirs')}
        </Button>
      </Group>
    </Alert>
  )
}
