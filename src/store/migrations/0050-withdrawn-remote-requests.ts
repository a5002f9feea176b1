import { Migration } from '@mikro-orm/migrations';

/** M-5: a request to take part remotely is taken back by the member until the chair has answered; the row stays. */
export class Migration0050WithdrawnRemoteRequests extends Migration {
  override up(): void {
    this.addSql('alter table remote_request drop constraint remote_request_state_check');
    this.addSql(
      "alter table remote_request add constraint remote_request_state_check check (state in ('asked', 'approved', 'refused', 'withdrawn'))",
    );
  }
}
