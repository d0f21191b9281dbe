import type { Slip } from '../slip.js'
import type { Logged } from './deliver.js'
import { ME, Neighbours, type News } from './neighbours.js'
import { type Decision, SlipStore } from './slip-store.js'

export type View = {
  /** When it was so. Milliseconds. */
  at: number
  /** The programme whose desk is open here, its slip taken up again. */
  entered: string | undefined
  /** Whether everything typed lies on this machine. */
  kept: boolean
  /** All unsent slips of the account, whatever programme and window. */
  slips: readonly Slip[]
  /** What this window's slips became, since none was waiting. */
  logged: readonly Logged[]
}

/** The unsent slips of an account as this window knows them, in step with the store and the other windows. */
export class Shelf {
  private view: View = { at: 0, entered: undefined, kept: true, slips: [], logged: [] }
  private readonly listeners = new Set<() => void>()
  private readonly neighbours = new Neighbours(news => this.receive(news))
  private store: SlipStore | undefined
  /** Changed here since the store was last asked: newer than what it answers. */
  private readonly touched = new Set<string>()
  private reading: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly accountId: string,
    private readonly onNews: () => void,
  ) {}

  /** Opens the store, finds out who else is there, and removes what is too old. */
  async open(): Promise<void> {
    const opening = SlipStore.open(kept => {
      if (kept !== this.view.kept) this.set({ kept })
    })
    const [store] = await Promise.all([opening, this.neighbours.meet()])
    this.store = store
    await this.sweep()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly current = (): View => this.view

  get others(): ReadonlySet<string> {
    return this.neighbours.others
  }

  set(part: Partial<View>): void {
    this.view = { ...this.view, ...part, at: Date.now() }
    for (const listener of this.listeners) listener()
  }

  /** Keeps a slip as it now is. */
  put(slip: Slip): void {
    this.show(slip)
    this.store?.put(slip)
  }

  remove(id: string): void {
    this.show(null, id)
    this.store?.remove(id)
  }

  /** Decides over the slips as they lie in the store; no other window comes between. */
  async decide<Answer>(work: (slips: readonly Slip[]) => Decision<Answer>): Promise<Answer> {
    if (!this.store) throw new Error('the shelf is not open yet')
    const { put = [], remove = [], answer } = await this.store.decide(this.accountId, work)
    for (const slip of put) this.show(slip)
    for (const id of remove) this.show(null, id)
    return answer
  }

  /** Tells the other windows that something lies otherwise than it did. */
  tell(): void {
    this.neighbours.say({ kind: 'changed', from: ME })
  }

  /** The number belongs to the window where the call was taken, if that is still there. */
  announce(holder: string, logged: Logged): void {
    if (holder !== ME && this.others.has(holder))
      this.neighbours.say({ kind: 'logged', from: ME, holder, logged })
    else this.set({ logged: [...this.view.logged, logged] })
  }

  /** Asks the store what other windows have changed. What was changed here in the same moment is newer. */
  reread(): Promise<void> {
    const reading = this.reading.then(async () => {
      this.touched.clear()
      const kept = (await this.store?.all(this.accountId)) ?? []
      const mine = this.view.slips.filter(slip => this.touched.has(slip.id))
      this.set({ slips: [...kept.filter(slip => !this.touched.has(slip.id)), ...mine] })
    })
    this.reading = reading
    return reading
  }

  async sweep(): Promise<void> {
    await this.store?.sweep(Date.now())
    await this.reread()
  }

  async allKept(): Promise<boolean> {
    return (await this.store?.allKept()) ?? false
  }

  close(): void {
    this.neighbours.leave()
    this.store?.close()
  }

  private receive(news: News): void {
    if (news.kind !== 'logged') {
      if (this.store) void this.reread().then(this.onNews)
    } else if (news.holder === ME) this.set({ logged: [...this.view.logged, news.logged] })
  }

  private show(slip: Slip | null, id = slip!.id): void {
    this.touched.add(id)
    const rest = this.view.slips.filter(one => one.id !== id)
    this.set({ slips: slip ? [...rest, slip] : rest })
  }
}
