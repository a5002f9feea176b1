import { Migration } from '@mikro-orm/migrations';

/** What a deadline was counted from is one of a few words, not a sentence in one language. */
export class Migration0035DeadlineBasis extends Migration {
  override up(): void {
    this.addSql(`update deadline set basis = case
      when basis like 'anslaget %' then 'latestPosting' when basis like 'justeringen %' then 'verificationDate'
      when basis like 'expedieringen %' then 'dispatchDate' when basis like 'sammanträdet %' then 'meetingDate' else basis end`);
    this.addSql('alter table deadline alter column basis type text');
    this.addSql(
      "alter table deadline add constraint deadline_basis_check check (basis in ('meetingDate', 'verificationDate', 'latestPosting', 'dispatchDate'))",
    );
  }
}
