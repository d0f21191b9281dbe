import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Speaker } from '#protocol/program.js'
import type { AnswerView } from '#protocol/question.js'
import { shownDay } from '../text/days.js'
import { clockTime } from '../text/times.js'
import classes from './AnswerForm.module.css'

type Props = { answer: AnswerView; speakers: readonly Speaker[] }

/** "Ông Nguyễn Văn A, 09:31:05 – 09:33:10: sẽ sửa trong tháng. Hẹn: …, trước 31/12/2026". */
export function AnswerText({ answer, speakers }: Props) {
  const { t } = useTranslation()
  const { speakerIds, startedAt, endedAt, said, promise } = answer
  const names = speakers
    .filter(speaker => speakerIds.includes(speaker.id))
    .map(speaker => `${speaker.honorific} ${speaker.name}`.trim())
  const time = `${clockTime(startedAt)} – ${endedAt ? clockTime(endedAt) : '…'}`
  return (
    <Text size="sm" className={classes.text}>
      {[...names, time].join(', ')}
      {said && `: ${said}`}
      {promise && ` · ${t('answer.promised', { what: promise.what, by: shownDay(promise.by) })}`}
    </Text>
  )
}
