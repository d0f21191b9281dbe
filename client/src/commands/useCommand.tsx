import { notifications } from '@mantine/notifications'
import i18next from 'i18next'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { v4 as newId } from 'uuid'
import type { StaffQuestion } from '#protocol/question.js'
import { Refused, askServer } from '../session/ask-server.js'
import { clockTime } from '../text/times.js'

type Send = <Answer>(
  method: string,
  path: string,
  command?: Record<string, unknown>,
) => Promise<Answer | null>

/**
 * Sends a command with an id of its own. What is refused is said, with what happened instead where the server
 * shows it, and answered with null: nothing changed.
 */
export function useCommand(): Send {
  const { t } = useTranslation()
  return useCallback(
    async (method, path, command = {}) => {
      try {
        return await askServer(method, path, { id: newId(), ...command })
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        notifications.show({
          color: 'red',
          title: error.message,
          message: happened(error),
          autoClose: 8000,
          closeButtonProps: { 'aria-label': t('refusal.close') },
        })
        return null
      }
    },
    [t],
  )
}

/** "duyet2 đã chuyển thành “Đã duyệt” lúc 09:14:05." */
function happened(refused: Refused): string {
  const question = refused.details['question'] as StaffQuestion | undefined
  if (!question?.decidedBy || !question.decidedAt || question.state === 'pending') return ''
  return i18next.t('refusal.happened', {
    name: question.decidedBy.name,
    state: i18next.t(`state.${question.state}`),
    time: clockTime(question.decidedAt),
  })
}
