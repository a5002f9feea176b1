import { Migration } from '@mikro-orm/migrations';

/** A matter that was joined with another points at it; its own documents keep their numbers. */
export class Migration0023JoinedMatters extends Migration {
  override up(): void {
    this.addSql('alter table matter add column joined_into_id uuid');
    this.addSql(
      'alter table matter add constraint matter_joined_into_id_fk foreign key (joined_into_id) references matter (id) deferrable initially deferred',
    );
    this.addSql('create index matter_joined_into_id_ix on matter (joined_into_id)');
    this.addSql(
      "alter table matter add constraint matter_joined_closed check (joined_into_id is null or state <> 'open')",
    );
  }
}
