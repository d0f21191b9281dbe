import { useTranslation } from 'react-i18next'
import type { CallerView } from '#protocol/question.js'
import { CONSENTS } from './caller.js'
import { shownPhone } from '../text/phones.js'

/** Who called, in one line, and what was agreed to. */
export function CallerWords({ caller }: { caller: CallerView }) {
  const { t } = useTranslation()
  const { honorific, name, organisation, phone, place } = caller
  const said = [
    [honorific, name].filter(Boolean).join(' '),
    organisation,
    phone && shownPhone(phone.typed)?.text,
    place?.text,
    ...CONSENTS.map(consent => `${caller[consent] ? '☑' : '☐'}\u00a0${t(`secretary.consent.${consent}`)}`),
  ]
  return <>{said.filter(Boolean).join(' · ')}</>
}
