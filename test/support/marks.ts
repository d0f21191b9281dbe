/** What one caller said, every piece of it recognisable wherever it turns up. */
export type Marks = {
  phone: string
  verbatim: string
  note: string
  name: string
  organisation: string
  reason: string
  said: string
  wording: string
  mayReadName: boolean
}

let given = 100_000

export function newMarks(mayReadName: boolean): Marks {
  const mark = ++given
  return {
    phone: `0939${mark}`,
    verbatim: `loicuanguoigoi${mark}`,
    note: `ghichunoibo${mark}`,
    name: `tenriengcuaho${mark}`,
    organisation: `coquancuaho${mark}`,
    reason: `lydonoibo${mark}`,
    said: `dienbientrenkhan${mark}`,
    wording: `noidunglensong${mark}`,
    mayReadName,
  }
}

/** The number in the ways in which people write it. */
export const dotted = (phone: string) => `${phone.slice(0, 4)}.${phone.slice(4, 7)}.${phone.slice(7)}`
export const spaced = (phone: string) => `${phone.slice(0, 4)} ${phone.slice(4, 7)} ${phone.slice(7)}`
export const spellings = (phone: string) => [phone.slice(1), dotted(phone).slice(1), spaced(phone).slice(1)]

/** A slip that has the number in every corner where a person in a hurry might put it. */
export const slipOf = ({ phone, verbatim, note, name, organisation, mayReadName }: Marks) => ({
  verbatim: `${verbatim}, gọi lại ${dotted(phone)}`,
  note: `${note} ${phone}`,
  caller: {
    honorific: 'Anh',
    name: `${name} ${spaced(phone)}`,
    organisation: `${organisation} ${phone}`,
    phone: dotted(phone),
    place: { text: `phường Tân An, số ${phone}` },
    mayReadName,
    mayKeep: true,
    mayForward: true,
  },
})

/** Those of the marks that stand somewhere in what was heard. */
export const found = (heard: string, marks: readonly string[]) => marks.filter(mark => heard.includes(mark))
