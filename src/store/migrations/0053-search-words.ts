import { Migration } from '@mikro-orm/migrations';

/**
 * What matters and documents are found by, made comparable once when written and not for each row of each search:
 * small letters, and the registry number without spaces and with hyphens for dashes. It hides with its row.
 */
export class Migration0053SearchWords extends Migration {
  override up(): void {
    for (const table of ['matter', 'document'])
      this.addSql(`alter table ${table} add column search_words text generated always as (${words}) stored`);
  }
}

const words = `lower(title || chr(10) || coalesce(translate(registry_number::text, '–—' || chr(160) || ' ', '--'), ''))`;
