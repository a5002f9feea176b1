import { Migration } from '@mikro-orm/migrations';

/** KL 5:55: what a corrected answer said before is kept beside the ballot; insert only, and hidden with its item. */
export class Migration0052BallotCorrections extends Migration {
  override up(): void {
    this.addSql(`create table ballot_correction (
      id uuid not null primary key,
      vote_id uuid not null references vote (id),
      seat_id uuid not null references seat (id),
      person_id uuid not null references person (id),
      before text check (before in ('yes', 'no', 'abstain')) not null,
      after text check (after in ('yes', 'no', 'abstain')) not null,
      corrected_by varchar(255) not null,
      at timestamptz not null
    )`);
    for (const column of ['vote_id', 'seat_id', 'person_id'])
      this.addSql(`create index ballot_correction_${column}_ix on ballot_correction (${column})`);
    this.addSql('grant select, insert on ballot_correction to samrad_app');
    this.addSql('alter table ballot_correction enable row level security');
    this.addSql('alter table ballot_correction force row level security');
    this.addSql(
      `create policy ballot_correction_closed on ballot_correction using (${ofVote}) with check (${ofVote})`,
    );
  }
}

const ofVote = 'exists (select from vote v where v.id = vote_id)';
