import { useTranslation } from 'react-i18next'
import { MOVE_KEYS } from './MoveButtons.js'
import { DESK_KEYS } from './desk-keys.js'

type Section = { title: string; keys: [key: string, means: string][] }

/** The keys of the desk with what they do, in the words of their buttons. */
export function useHelp(): Section[] {
  const { t } = useTranslation()
  return [
    {
      title: t('help.air'),
      keys: [
        ['Alt+Enter', t('moderator.takeNext')],
        ['Alt+Shift+N', t('air.takeNextKeeping')],
        ['Alt+R', t('moderator.move.withdraw')],
        ['Alt+Shift+S', t('moderator.move.recall')],
        ['Alt+Shift+D', t('moderator.move.answer')],
        ['Alt+Shift+E', t('air.correct')],
        ['Alt+Shift+Y', t('help.grant')],
        ['Alt+Shift+U', t('air.passDismiss')],
        ['Alt+Shift+A', t('moderator.hold')],
        ['Alt+0', t('moderator.blank')],
        ['Alt+Z', t('moderator.move.undo')],
      ],
    },
    {
      title: t('help.columns'),
      keys: [
        ['↑ ↓', t('help.walk')],
        ['← →', t('help.across')],
        ['Home End', t('help.ends')],
        ['Enter', t('help.open')],
        ['Esc', t('help.back')],
        [DESK_KEYS.news, t('help.news')],
        [DESK_KEYS.speaker, t('load.filter')],
      ],
    },
    {
      title: t('help.order'),
      keys: [
        ['Alt+↑ Alt+↓', t('help.step')],
        [DESK_KEYS.toTop, t('moderator.toTop')],
        [DESK_KEYS.placeAfter, t('order.putAfter')],
        ['Space', t('help.grip')],
      ],
    },
    {
      title: t('help.card'),
      keys: [
        ...MOVE_KEYS.map(([move, key]): [string, string] => [key, t(`moderator.move.${move}`)]),
        ['Alt+1…9', t('moderator.lead')],
        ['Alt+V', t('card.correctLogged')],
        ['Alt+M', t('card.removeNumber')],
        ['Alt+P', t('moderator.private.allow')],
        ['Alt+Shift+G', t('card.keepMine')],
        ['Alt+Shift+L', t('card.takeTheirs')],
        ['Alt+Shift+T', t('card.noteAnswer')],
        ['Alt+I', t('card.history')],
      ],
    },
    {
      title: t('help.papers'),
      keys: [
        [DESK_KEYS.cues, t('messages.title')],
        ['Alt+A', t('messages.see')],
        [DESK_KEYS.fairness, t('fairness.title')],
        [DESK_KEYS.print, t('tools.print')],
        [DESK_KEYS.closing, t('closing.title')],
        ['Ctrl+Enter', t('closing.decideAndClose')],
        [DESK_KEYS.help, t('help.title')],
      ],
    },
  ]
}
