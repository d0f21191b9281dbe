import { TextInput } from '@mantine/core'
import { type ReactNode, type Ref, useState, memo } from 'react'
import { useTranslation } from 'react-i18next'
import { fold } from '#protocol/folding.js'
import type { CallerDraft } from './caller.js'
import { PlaceField } from './PlaceField.js'
import { shownPhone } from '../text/phones.js'
import classes from './Slip.module.css'
import { TypeAhead } from './TypeAhead.js'

const HONORIFICS = ['Ông', 'Bà', 'Anh', 'Chị', 'Cô', 'Chú', 'Bác', 'Dì', 'Cậu', 'Em', 'Bạn']

type Field = 'phone' | 'honorific' | 'name' | 'place' | 'organisation'
type Props = {
  caller: CallerDraft
  onChange: (caller: CallerDraft) => void
  phoneRef?: Ref<HTMLInputElement>
  /** Why a field cannot go up as it is. */
  faultOf?: (field: Field) => string | undefined
  /** What is known of the number, beside it. */
  besidePhone?: ReactNode
}

/** Who calls, and from where. All of it may be left out. */
export const CallerFields = memo(function CallerFields({
  caller,
  onChange,
  phoneRef,
  faultOf,
  besidePhone,
}: Props) {
  const { t } = useTranslation()
  const set = (part: Partial<CallerDraft>) => onChange({ ...caller, ...part })
  return (
    <>
      <div className={classes.line}>
        <PhoneField
          value={caller.phone}
          error={faultOf?.('phone')}
          onChange={phone => set({ phone })}
          phoneRef={phoneRef}
        />
        <div className={classes.besidePhone}>{besidePhone}</div>
      </div>
      <div className={classes.who}>
        <TypeAhead
          label={t('secretary.honorific')}
          value={caller.honorific}
          error={faultOf?.('honorific')}
          data={HONORIFICS}
          filter={({ options, search }) =>
            options.filter(option => 'value' in option && fold(option.value).startsWith(fold(search)))
          }
          onChange={honorific => set({ honorific })}
        />
        <TextInput
          label={t('secretary.name')}
          value={caller.name}
          error={faultOf?.('name')}
          autoComplete="off"
          onChange={event => set({ name: event.currentTarget.value })}
        />
        <PlaceField
          value={caller.place}
          error={faultOf?.('place')}
          onChange={(place, placeCode) => set({ place, placeCode })}
        />
      </div>
    </>
  )
})

type OrganisationProps = {
  caller: CallerDraft
  onChange: (caller: CallerDraft) => void
  error?: string | undefined
}

/** For whom the caller speaks, which few do: out of the way of those who do not. */
export const OrganisationField = memo(function OrganisationField({
  caller,
  onChange,
  error,
}: OrganisationProps) {
  const { t } = useTranslation()
  return (
    <TextInput
      label={t('secretary.organisation')}
      value={caller.organisation}
      error={error}
      autoComplete="off"
      onChange={event => onChange({ ...caller, organisation: event.currentTarget.value })}
    />
  )
})

type PhoneProps = {
  value: string
  error: string | undefined
  onChange: (phone: string) => void
  phoneRef?: Ref<HTMLInputElement> | undefined
}

/** A number is kept as typed; an odd one is warned of once the hand has left it, never refused. */
function PhoneField({ value, error, onChange, phoneRef }: PhoneProps) {
  const { t } = useTranslation()
  const [typing, setTyping] = useState(false)
  const shown = shownPhone(value)
  const odd = shown?.odd && !typing
  return (
    <TextInput
      ref={phoneRef}
      label={t('secretary.phone')}
      value={value}
      error={error}
      inputMode="tel"
      autoComplete="off"
      description={odd ? `▲ ${t('secretary.oddPhone')}` : shown && !shown.odd && shown.text}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      classNames={{ root: classes.hinted, description: odd ? classes.odd : classes.hint }}
      onFocus={() => setTyping(true)}
      onBlur={() => setTyping(false)}
      onChange={event => onChange(event.currentTarget.value)}
    />
  )
}
