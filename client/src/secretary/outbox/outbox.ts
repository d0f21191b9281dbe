import { v4 as newId } from 'uuid'
import type { How, Slip } from '../slip.js'
import { ME } from './neighbours.js'
import { Sender } from './sender.js'
import { Shelf } from './shelf.js'
import { UNNOTICED_MS, diverted, inOrder, isSetAside, leftOpen, openOf, queued, takenUp } from './stages.js'

const SWEEP_MS = 3600_000
/** A refusal that comes so soon is about the call that is still on the line. Milliseconds. */
const AT_ONCE_MS = 2000

/** The unsent slips of one account on this machine: kept as they are typed, and sent in order, each once. */
export class Outbox {
  readonly shelf: Shelf
  private readonly sender: Sender
  private readonly opened: Promise<void>
  private readonly sweeping = setInterval(() => void this.shelf.sweep(), SWEEP_MS)

  constructor(accountId: string) {
    this.shelf = new Shelf(accountId, () => this.sender.send())
    this.sender = new Sender(accountId, this.shelf, {
      done: ({ holder }, logged) => this.shelf.announce(holder, logged),
      refused: slip => this.giveBack(slip),
    })
    window.addEventListener('beforeunload', this.warn)
    window.addEventListener('online', this.now)
    this.opened = this.shelf.open().then(() => this.sender.send())
  }

  /** Opens a programme's desk: what was being typed when its window went away is there again. */
  async enter(programId: string): Promise<void> {
    await this.opened
    const { others } = this.shelf
    await this.shelf.decide(slips => ({ put: leftOpen(slips, programId, ME, others), answer: undefined }))
    this.shelf.set({ entered: programId })
  }

  /** The slip that is open in this window. */
  openIn(programId: string): Slip | undefined {
    return openOf(this.shelf.current().slips, programId, ME)
  }

  /** Whether nobody is at it: put aside, or left open by a window that is gone. */
  readonly isLeft = (slip: Slip): boolean =>
    slip.stage === 'aside' ||
    (slip.stage === 'open' && !this.shelf.others.has(slip.holder) && this.openIn(slip.programId) !== slip)

  /** Keeps a slip as it is typed. */
  put(slip: Slip): void {
    this.shelf.put({ ...slip, touchedAt: Date.now(), holder: ME })
  }

  /** Gives a slip over to be sent; the next can begin. */
  queue(slip: Slip, given: { how: How; line: string | null; sameAsId: string | null }): void {
    this.giveOver(queued(slip, { ...given, order: this.nextOrder(), newId }))
  }

  /** Erases a slip, open or waiting, here and wherever it may have arrived. */
  divert(slip: Slip): void {
    this.giveOver(diverted(slip, { order: this.nextOrder(), newId }))
  }

  aside(programId: string | undefined): void {
    const open = programId && this.openIn(programId)
    if (open) this.shelf.put({ ...open, stage: 'aside' })
    this.shelf.tell()
  }

  /** Opens an unsent slip in this window; what was open here is put aside. */
  async takeUp(id: string): Promise<void> {
    await this.opened
    this.aside(this.shelf.current().entered)
    const taken = await this.shelf.decide(slips => {
      const slip = slips.find(slip => slip.id === id)
      const free = slip && slip.how !== 'diverted' && (slip.stage !== 'open' || this.isLeft(slip))
      return free ? { put: [takenUp(slip, ME, Date.now())], answer: true } : { answer: false }
    })
    if (!taken) await this.shelf.reread()
    this.shelf.tell()
  }

  /** Throws a slip away. */
  remove(id: string): void {
    this.shelf.remove(id)
    this.shelf.tell()
  }

  /** The way is clear again: no waiting for the next try. */
  readonly now = (): void => void this.opened.then(() => this.sender.now())

  close(): void {
    clearInterval(this.sweeping)
    window.removeEventListener('beforeunload', this.warn)
    window.removeEventListener('online', this.now)
    void Promise.all([this.opened, this.sender.end()]).then(() => this.shelf.close())
  }

  private giveOver(slip: Slip): void {
    // The numbers shown are those since nothing was waiting.
    if (inOrder(this.shelf.current().slips).length === 0) this.shelf.set({ logged: [] })
    this.put(slip)
    this.shelf.tell()
    // What is still there in a while is spoken of.
    setTimeout(() => this.shelf.set({}), UNNOTICED_MS + 50)
    this.sender.send()
  }

  /** Back into the form when the call it is about is still on the line; else it lies with the others. */
  private async giveBack(slip: Slip): Promise<void> {
    const mine = slip.holder === ME && slip.programId === this.shelf.current().entered
    const soon = Date.now() - slip.order < AT_ONCE_MS
    const good = slip.how !== 'diverted' && !isSetAside(slip)
    if (mine && soon && good && !this.openIn(slip.programId)) await this.takeUp(slip.id)
  }

  private nextOrder(): number {
    return Math.max(Date.now(), ...this.shelf.current().slips.map(slip => slip.order + 1))
  }

  private readonly warn = (event: BeforeUnloadEvent): void => {
    const { kept, slips } = this.shelf.current()
    if (!kept && slips.length > 0) event.preventDefault()
  }
}
