import { randomUUID } from 'node:crypto'
import type { Desk } from './desk.js'
import { House } from './house.js'
import { newPerson, PASSWORD } from './people.js'

/** What would run, load, break out or be worked out, were it taken for anything but letters. */
const NAMES = [
  '<img src=/canary onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '"><script>alert(1)</script>',
  `'-alert(1)-'`,
  'javascript:alert(1)',
  '{{7*7}}',
  '{{name}} $t(product)',
  '${alert(1)}',
  '<iframe src=/canary></iframe>',
  '</style><link rel=stylesheet href=/canary>',
  '<a href="javascript:alert(1)">x</a>',
  '<x-canary>',
  '&lt;b&gt; &amp; &#60;',
  '%3Cscript%3E',
  'Zẫ̶̛̛͖͚̱͖͎͈̗̃̍̂l̷g̸ợ',
  '\u200bẩn\u200d\ufeff',
  '🧑‍🚒🏳️‍🌈',
  '__proto__',
] as const
/** In texts of several words a change of direction may stand; in names it is refused. */
const TEXTS = [...NAMES, '\u202eđảo ngược', '\u2067phải sang trái', '\u2066không đóng', '<!-- \n-->'] as const

/** A house in which everything that somebody can type is an attack. */
export class EvilHouse {
  private given = 0

  private constructor(
    readonly house: House,
    readonly programId: string,
    /** Who holds every role here. */
    readonly username: string,
    private readonly all: Desk,
  ) {}

  static async open(): Promise<EvilHouse> {
    const house = await House.open()
    const programId = await house.program('draft')
    const person = await newPerson(house, { roles: ['secretary', 'moderator', 'producer', 'admin'] })
    const evil = new EvilHouse(house, programId, person.username, person)
    await evil.furnish(person.accountId)
    return evil
  }

  get password(): string {
    return PASSWORD
  }

  /** A name of its own each time, going through all of them. */
  name(field: string): string {
    return `${field} ${NAMES[this.given % NAMES.length]} ${++this.given}`
  }

  text(field: string): string {
    return `${field} ${TEXTS[this.given % TEXTS.length]} ${++this.given}`
  }

  private async furnish(accountId: string): Promise<void> {
    const { all, programId } = this
    const id = () => randomUUID()
    const at = `/api/programs/${programId}`
    const patch = async (fields: object) =>
      all.patch(at, { id: id(), version: (await all.get(at)).program.version, ...fields })
    await patch({
      title: this.name('Chuyên đề'),
      seriesTitle: this.name('Loạt'),
      channels: [this.name('Kênh'), this.name('Kênh')],
      plannedStart: new Date().toISOString(),
    })
    const speaker = () => ({
      honorific: 'Ông',
      name: this.name('Diễn giả'),
      post: this.name('Chức vụ'),
      agency: this.name('Cơ quan'),
    })
    const { speakers } = await all.put(`${at}/speakers`, {
      id: id(),
      speakers: [speaker(), speaker(), speaker()],
    })
    const lists = {} as Record<string, { id: string }[]>
    for (const list of ['topics', 'agencies', 'lines', 'reasons']) {
      const entries = NAMES.map(name => ({ name: `${list} ${name}` }))
      lists[list] = (await all.put(`${at}/${list}`, { id: id(), [list]: entries }))[list]
    }
    for (const list of ['topics', 'agencies', 'places', 'reasons', 'messages'])
      for (const name of NAMES.slice(0, 3))
        await all.post(`/api/house/${list}`, { id: id(), name: `${name} ${this.name('Mục')}` }, 201)
    await all.patch(`/api/accounts/${accountId}`, { id: id(), version: 1, name: this.name('Tài khoản') })
    for (const phase of ['open', 'live']) await all.phase(programId, phase)
    await this.ask(speakers, lists)
  }

  private async ask(speakers: { id: string }[], lists: Record<string, { id: string }[]>): Promise<void> {
    const { all, programId } = this
    const questions = []
    for (let count = 0; count < 28; count++) {
      const slip = {
        note: this.text('Ghi chú'),
        topicId: lists['topics']![count % NAMES.length]!.id,
        agencyId: lists['agencies']![count % NAMES.length]!.id,
        line: lists['lines']![count % NAMES.length]!.id,
        caller: {
          honorific: this.name('Bà'),
          name: this.name('Người gọi'),
          organisation: this.name('Đơn vị'),
          phone: `0939 000 ${100 + (count % 5)} <b>`,
          place: { text: this.name('Phường') },
          mayReadName: true,
          mayKeep: true,
          mayForward: true,
        },
      }
      questions.push(await all.log(this.text('Ghi nhận'), slip, programId))
    }
    const [returned, rejected, advised, merged, deferred, ...rest] = questions
    await all.move(returned!, 'return', { reason: this.text('Trả lại') })
    await all.move(rejected!, 'reject', { reason: { code: 'other', text: this.text('Loại') } })
    await all.move(advised!, 'advise', { note: this.text('Hướng dẫn') })
    await all.move(merged!, 'merge', { intoId: rest[0]!.id })
    await all.move(deferred!, 'defer')
    const approve = async (question: { id: string; version: number }) => {
      const wording = this.text('Lên sóng')
      const leadSpeakerId = speakers[questions.length % speakers.length]!.id
      return (await all.move(question, 'approve', { wording, leadSpeakerId })).question
    }
    const approved = []
    for (const question of rest.slice(0, 20)) approved.push(await approve(question))
    const taken = (await all.take(approved[0]!, null)).question
    await all.put(`/api/questions/${taken.id}/answer`, {
      id: randomUUID(),
      speakerIds: [speakers[0]!.id],
      startedAt: new Date().toISOString(),
      said: this.text('Trả lời'),
      promise: { what: this.text('Hứa'), by: '2026-12-31' },
    })
    await all.take(approved[1]!, taken.id)
    for (const to of ['all', 'moderators', 'producers'])
      await all.post(
        `/api/programs/${programId}/messages`,
        { id: randomUUID(), text: this.text('Nhắn'), to },
        201,
      )
  }

  close(): Promise<void> {
    return this.house.close()
  }
}
