import { Migration } from '@mikro-orm/migrations';

/**
 * Who presides where neither the chair nor the vice chair serves; and which paragraphs each of several who presided signs for
 * (KL 5:69), null for all.
 */
export class Migration0038WhoPresides extends Migration {
  override up(): void {
    this.addSql('alter table meeting add column presiding_seat_id uuid references seat (id)');
    this.addSql('create index meeting_presiding_seat_id_ix on meeting (presiding_seat_id)');
    this.addSql('alter table verifier add column presided jsonb');
  }
}
