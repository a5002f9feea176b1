import { Migration } from '@mikro-orm/migrations';

/** What a board's posting keeps of its one-time link (M-11), as an extract's recipient does: the page asks for the proof. */
export class Migration0026PostingLink extends Migration {
  override up(): void {
    this.addSql('alter table notice_posting add column link_token_hash varchar(64)');
  }
}
