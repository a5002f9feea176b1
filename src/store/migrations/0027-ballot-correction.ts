import { Migration } from '@mikro-orm/migrations';

/** KL 5:55: an answer heard wrong is corrected until the vote is closed; from then on nobody changes a ballot. */
export class Migration0027BallotCorrection extends Migration {
  override up(): void {
    this.addSql('grant update (choice) on ballot to samrad_app');
    this
      .addSql(`create function samrad_ballot_stands() returns trigger language plpgsql set search_path = public as $$
      begin
        if exists (select from vote where id = old.vote_id and closed_at is not null) then
          raise exception 'The vote is closed: its ballots stand';
        end if;
        return new;
      end $$`);
    this.addSql(
      'create trigger ballot_stands before update on ballot for each row execute function samrad_ballot_stands()',
    );
  }
}
