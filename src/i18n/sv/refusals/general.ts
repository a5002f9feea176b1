import type { generalRefusals } from '../../../domain/refusals/general';

export const general: Record<keyof typeof generalRefusals, string> = {
  'input-invalid': 'Uppgifterna kunde inte tas emot: {problems} Rätta det som anges och skicka igen. Inget är förlorat.',
  'not-found': 'Det du söker finns inte här, eller så får du inte se det. Gå till startsidan eller be sekreteraren om rätt länk.',
  'method-not-allowed': 'Adressen tar inte emot det anropet. Tillåtna sätt: {allowed}.',
  'stale-version':
    'Någon annan har sparat en nyare version medan du arbetade. Läs den nya versionen, för in dina ändringar där och spara igen. Din text finns kvar.',
  'same-key-other-request':
    'Samma nyckel (Idempotency-Key) har redan använts för ett annat anrop. Använd en ny nyckel för ett nytt anrop.',
  'body-too-large': 'Det du skickar är för stort. Gränsen är {limit}. Dela upp det eller gör filen mindre.',
  'media-type-unsupported': 'Innehållet har ett format som inte tas emot här. Skicka det som {expected}.',
  'too-many-requests': 'För många försök på kort tid. Vänta {seconds} sekunder och försök igen.',
  'service-busy': 'Tjänsten är tillfälligt upptagen. Inget är förlorat, försök igen om en stund.',
};
