import type { Aside, FreshDatabase } from '../database';

/** An office whose database can be exchanged while nobody is connected. */
interface Exchangeable {
  readonly db: FreshDatabase;
  now: Date;
  pause(): Promise<void>;
  resume(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Lets every test of the describe begin in the same office at the same point, each with a database of its own: the
 * way there is gone once, and what the database held then is copied for each test. What a test changes outside the
 * database and the office's clock it has to set anew itself.
 * @param bringThere makes the office and brings it to the point
 */
export function fromTheSamePoint(bringThere: () => Promise<Exchangeable>): void {
  let reached: { readonly office: Exchangeable; readonly now: number; readonly aside: Aside } | undefined;
  beforeEach(async () => {
    reached ??= await reach(bringThere);
    const { office, now, aside } = reached;
    await aside.restore();
    await office.resume();
    office.now = new Date(now);
  });
  afterEach(() => reached?.office.close());
  afterAll(() => reached?.aside.drop());
}

async function reach(bringThere: () => Promise<Exchangeable>) {
  const office = await bringThere();
  await office.pause();
  return { office, now: office.now.getTime(), aside: await office.db.setAside() };
}
