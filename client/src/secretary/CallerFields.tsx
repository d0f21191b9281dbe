import { Autocomplete, TextInput } from '@mantine/core'
import { type ReactNode, type Ref, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fold } from '#protocol/folding.js'
import { CALLER_LIMIT, type CallerDraft } from './caller.js'
import { PlaceField } from './PlaceField.js'
import { shownPhone } from '../text/phones.js'
import classes from './Slip.module.css'

const HONORIFICS = ['Ông', 'Bà', 'Anh', 'Chị', 'Cô', 'Chú', 'Bác', 'Dì', 'Cậu', 'Em', 'Bạn']

type Props = {
  caller: CallerDraft
  onChange: (caller: CallerDraft) => void
  phoneRef?: Ref<HTMLInputElement>
  /** What stands beside the phone. */
  beside: ReactNode
}

/** Who calls, and from where. All of it may be left out. */
export function CallerFields({ caller, onChange, phoneRef, beside }: Props) {
  const { t } = useTranslation()
  const set = (part: Partial<CallerDraft>) => onChange({ ...caller, ...part })
  return (
    <>
      <div className={classes.who}>
        <PhoneField value={caller.phone} onChange={phone => set({ phone })} phoneRef={phoneRef} />
        {beside}
      </div>
      <div className={classes.person}>
        <Autocomplete
          label={t('secretary.honorific')}
          value={caller.honorific}
          maxLength={CALLER_LIMIT.name}
          data={HONORIFICS}
          filter={({ options, search }) =>
            options.filter(option => 'value' in option && fold(option.value).startsWith(fold(search)))
          }
          openOnFocus={false}
          onChange={honorific => set({ honorific })}
        />
        <TextInput
          label={t('secretary.name')}
          value={caller.name}
          maxLength={CALLER_LIMIT.name}
          onChange={event => set({ name: event.currentTarget.value })}
        />
        <TextInput
          label={t('secretary.organisation')}
          value={caller.organisation}
          maxLength={CALLER_LIMIT.name}
          onChange={event => set({ organisation: event.currentTarget.value })}
        />
        <PlaceField value={caller.place} onChange={(place, placeCode) => set({ place, placeCode })} />
      </div>
    </>
  )
}

type PhoneProps = { value: string; onChange: (phone: string) => void; phoneRef?: Ref<HTMLInputElement> }

/** A number is kept as typed; an odd one is warned of once the hand has left it, never refused. */
function PhoneField({ value, onChange, phoneRef }: PhoneProps) {
  const { t } = useTranslation()
  const [typing, setTyping] = useState(false)
  const shown = shownPhone(value)
  const odd = shown?.odd && !typing
  return (
    <TextInput
      ref={phoneRef}
      label={t('secretary.phone')}
      value={value}
      maxLength={CALLER_LIMIT.phone}
      inputMode="tel"
      autoComplete="off"
      description={odd ? `▲ ${t('secretary.oddPhone')}` : shown && !shown.odd && shown.text}
      inputWrapperOrder={['label', 'input', 'description']}
      classNames={{ root: classes.hinted, description: odd ? classes.odd : classes.hint }}
      onFocus={() => setTyping(true)}
      onBlur={() => setTyping(false)}
      onChange={event => onChange(event.currentTarget.value)}
    />
  )
}
