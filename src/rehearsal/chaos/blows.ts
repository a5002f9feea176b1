import { setTimeout as wait } from 'node:timers/promises';
import type { House } from './house';
import type { Blow, PlannedBlow } from './kill-plan';

/** A blow that was struck: what it hit, and the case's moment. */
export interface Struck {
  readonly blow: Blow;
  readonly hit: readonly string[];
}

export interface BlowDeps {
  readonly house: House;
  /** Terminates one open workflow by chance and wakes its row. @returns its id, or null when none runs */
  readonly terminate: () => Promise<string | null>;
  readonly say: (line: string) => void;
}

/** Strikes at the planned moments while the case is played. */
export class Blows {
  readonly struck: Struck[] = [];
  private readonly left: PlannedBlow[];
  private readonly underway: Promise<void>[] = [];
  private acts = -1;

  constructor(
    planned: readonly PlannedBlow[],
    private readonly deps: BlowDeps,
  ) {
    this.left = [...planned];
  }

  /** The next act of the case is sent. */
  actBegins(): void {
    this.acts += 1;
    this.take(({ after }) => 'act' in after && after.act <= this.acts);
  }

  /** Time sets out for a day, counted from the case's start. */
  timeSetsOut(day: number): void {
    this.take(({ after }) => 'day' in after && after.day <= day);
  }

  /** When every blow has been struck. */
  async done(): Promise<void> {
    await Promise.all(this.underway);
  }

  private take(isNow: (planned: PlannedBlow) => boolean): void {
    for (const planned of this.left.filter(isNow)) {
      this.left.splice(this.left.indexOf(planned), 1);
      this.underway.push(this.strike(planned));
    }
  }

  private async strike({ blow, ms, after }: PlannedBlow): Promise<void> {
    await wait(ms);
    const hit = await this.hit(blow);
    this.struck.push({ blow, hit });
    const when = 'act' in after ? `handling ${after.act + 1}` : `dag ${after.day + 1}`;
    const what = hit.length === 0 ? 'var redan nere' : hit.join(', ');
    this.deps.say(`  ! ${blow} (${ms} ms efter ${when}): ${what}`);
  }

  private async hit(blow: Blow): Promise<readonly string[]> {
    const { house, terminate } = this.deps;
    if (blow === 'all') return house.killAll();
    if (blow === 'temporalFile') return house.loseTemporalFile();
    if (blow !== 'workflow') return house.kill([blow]);
    const terminated = await terminate();
    return terminated === null ? [] : [terminated];
  }
}
