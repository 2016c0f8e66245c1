import { Counter, Gauge, type Registry } from 'prom-client';

/** A number with what it is of; labels are words of closed lists. */
export type Sample = readonly [labels: Record<string, string>, value: number];

interface About {
  name: string;
  help: string;
  labelNames?: string[];
}

/** A number that only grows, kept elsewhere and read when somebody asks for it. */
export function counterAtScrape(register: Registry, about: About, read: () => readonly Sample[]): void {
  const counter = new Counter({
    ...about,
    registers: [],
    collect() {
      this.reset();
      for (const [labels, value] of read()) this.inc(labels, value);
    },
  });
  register.registerMetric(counter);
}

/** A number of this moment, read when somebody asks for it. */
export function gaugeAtScrape(register: Registry, about: About, read: () => readonly Sample[]): void {
  const gauge = new Gauge({
    ...about,
    registers: [],
    collect() {
      this.reset();
      for (const [labels, value] of read()) this.set(labels, value);
    },
  });
  register.registerMetric(gauge);
}
