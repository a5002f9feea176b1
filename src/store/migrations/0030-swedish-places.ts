import { Migration } from '@mikro-orm/migrations';

/** Standard sentences name what a meeting fills in with words of the office (M-3). */
export class Migration0030SwedishPlaces extends Migration {
  override up(): void {
    this.addSql(`update agenda_template set template = replace(replace(replace(template::text,
      '{previousDay}', '{föregående}'), '{nextMeeting}', '{nästa}'), '{verifier}', '{justerare}')::jsonb`);
  }
}
