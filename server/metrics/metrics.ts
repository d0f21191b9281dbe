import { Injectable } from '@nestjs/common'
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'

/** One counter of a family, found once and kept: what is busy builds no labels. */
export type Tally = Pick<Counter.Internal, 'inc'>

/**
 * The figures of this instance, for whoever watches from outside. Labels are route patterns and words of closed lists:
 * never an address, an id, a name or anything that somebody typed.
 */
@Injectable()
export class Metrics {
  /** Its own, not the library's global one: several instances may live in one process. */
  readonly registry = new Registry()

  constructor() {
    collectDefaultMetrics({ register: this.registry })
  }

  /** Counts what happened; `name` ends in `_total`. */
  counter(name: string, help: string): Counter {
    return new Counter({ name, help, registers: [this.registry] })
  }

  /** A counter for each word of a closed list, begun at nought so that its first rise is seen. */
  counters<Word extends string>(
    name: string,
    help: string,
    label: string,
    words: readonly Word[],
  ): Record<Word, Tally> {
    const family = new Counter({ name, help, labelNames: [label], registers: [this.registry] })
    const begun = (word: Word) => {
      family.inc({ [label]: word }, 0)
      return [word, family.labels(word)]
    }
    return Object.fromEntries(words.map(begun)) as Record<Word, Tally>
  }

  /** A counter with several labels, whose children the caller keeps. */
  family<Label extends string>(name: string, help: string, labelNames: readonly Label[]): Counter<Label> {
    return new Counter({ name, help, labelNames, registers: [this.registry] })
  }

  /** Durations in seconds; `name` ends in `_seconds`. */
  durations<Label extends string>(
    name: string,
    help: string,
    buckets: number[],
    labelNames: readonly Label[],
  ): Histogram<Label> {
    return new Histogram({ name, help, buckets, labelNames, registers: [this.registry] })
  }

  /** A figure as it is when somebody asks. */
  gauge(name: string, help: string, read: () => number | Promise<number>): void {
    const gauge = new Gauge({
      name,
      help,
      registers: [],
      async collect() {
        this.set(await read())
      },
    })
    this.registry.registerMetric(gauge)
  }

  /** Figures by one label, as they are when somebody asks. */
  gauges(name: string, help: string, label: string, read: () => Record<string, number>): void {
    const gauge = new Gauge({
      name,
      help,
      labelNames: [label],
      registers: [],
      collect() {
        for (const [word, figure] of Object.entries(read())) this.set({ [label]: word }, figure)
      },
    })
    this.registry.registerMetric(gauge)
  }
}
