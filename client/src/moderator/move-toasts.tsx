import { Button, Group, Kbd } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import i18next from 'i18next'
import type { StaffQuestion } from '#protocol/question.js'
import type { Refused } from '../session/ask-server.js'
import { clockTime } from '../text/times.js'

let latest = ''

/** Says what a question has become, with the way back while there is one. */
export function sayDone(question: StaffQuestion, undo?: () => void): void {
  const { t } = i18next
  notifications.hide(latest)
  latest = notifications.show({
    message: (
      <Group justify="space-between" gap="xs">
        {t('moderator.moved', { number: question.number, state: t(`state.${question.state}`) })}
        {undo && question.moves.includes('undo') && (
          <Button size="compact-sm" variant="default" onClick={undo}>
            {t('moderator.move.undo')}{' '}
            <Kbd ml={6} size="xs">
              Alt+Z
            </Kbd>
          </Button>
        )}
      </Group>
    ),
    autoClose: 6000,
    closeButtonProps: { 'aria-label': t('moderator.dismiss') },
  })
}

/** Says what was refused, and what happened instead. */
export function sayRefused(error: Refused): void {
  const { t } = i18next
  notifications.show({
    color: 'red',
    title: error.message,
    message: happened(error),
    autoClose: 8000,
    closeButtonProps: { 'aria-label': t('moderator.dismiss') },
  })
}

/** "duyet2 đã chuyển thành “Đã duyệt” lúc 09:14:05." */
function happened({ details }: Refused): string {
  const question = details['question'] as StaffQuestion | undefined
  if (!question?.decidedBy || !question.decidedAt) return ''
  return i18next.t('refusal.happened', {
    name: question.decidedBy.name,
    state: i18next.t(`state.${question.state}`),
    time: clockTime(question.decidedAt),
  })
}
