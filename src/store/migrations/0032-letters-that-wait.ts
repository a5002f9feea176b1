import { Migration } from '@mikro-orm/migrations';

/**
 * A person may have the letters that can wait gathered in one each morning (N-1). A letter that cannot be handed over tells
 * why.
 */
export class Migration0032LettersThatWait extends Migration {
  override up(): void {
    this.addSql(
      "alter table person add column letters text not null default 'each' check (letters in ('each', 'gathered'))",
    );
    // What the address of the own calendar is made from; null for whoever has none.
    this.addSql('alter table person add column calendar_key uuid');
    this.addSql('alter table mail drop constraint mail_state_check');
    this.addSql(
      "alter table mail add constraint mail_state_check check (state in ('queued', 'gathered', 'sent', 'bounced', 'withdrawn', 'held'))",
    );
    this.addSql('alter table mail add column error varchar(255)');
    this.addSql('alter table mail add column within_id uuid references mail (id)');
    this.addSql('create index mail_within_ix on mail (within_id)');
    this.addSql("create index mail_gathered_ix on mail (to_person_id) where state = 'gathered'");
  }
}
