import type { generalRefusals } from '../../../domain/refusals/general';

export const general: Record<keyof typeof generalRefusals, string> = {
  'input-invalid':
    'Uppgifterna kunde inte tas emot: {problems} Rätta det som anges och skicka igen. Inget är förlorat.',
  'address-invalid':
    'Adressen innehåller något som inte går att läsa. Gå till startsidan och sök dig fram därifrån.',
  'command-unknown': 'Det finns ingen åtgärd med det namnet. Ladda om sidan du kom från och gör om det.',
  'request-unreadable':
    'Det som skickades gick inte att läsa. Kontrollera uppgifterna, eller ladda om sidan, och skicka igen.',
  'not-found':
    'Det du söker finns inte här, eller så får du inte se det. Gå till startsidan eller be sekreteraren om rätt länk.',
  'method-not-allowed':
    'Den här adressen hör till en knapp på en sida och kan inte öppnas för sig (den tar emot {allowed}). Gå tillbaka till sidan du kom från, eller till startsidan.',
  'stale-version':
    'Någon annan har sparat en nyare version medan du arbetade, eller du själv i ett annat fönster. Läs den nya versionen, för in dina ändringar där och spara igen. Din text finns kvar.',
  'same-key-other-request':
    'Samma nyckel (Idempotency-Key) har redan använts för ett annat anrop. Använd en ny nyckel för ett nytt anrop.',
  'body-too-large': 'Det du skickar är för stort. Gränsen är {limit}. Dela upp det eller gör filen mindre.',
  'media-type-unsupported': 'Innehållet har ett format som inte tas emot här. Skicka det som {expected}.',
  'file-not-pdf': 'Filen {name} är inte en PDF. Spara dokumentet som PDF och välj den filen.',
  'file-encrypted':
    'Filen {name} är skyddad med lösenord och kan varken läsas eller arkiveras. Spara en kopia utan lösenord och välj den.',
  'file-broken':
    'Filen {name} är skadad eller avklippt och går inte att läsa till slutet. Hämta eller skapa den på nytt och välj den igen.',
  'training-day-invalid':
    'Övningens tid går bara framåt, högst 400 dagar i taget. Välj en senare dag än i dag, skriven som 2026-02-20.',
  'address-too-long':
    'Adressen, eller det webbläsaren skickar med den, är för lång. Gränsen är {limit}. Sök på färre ord, eller gå till startsidan och börja därifrån.',
  'too-many-requests': 'För många försök på kort tid. Vänta {seconds} sekunder och försök igen.',
  'service-busy': 'Tjänsten är tillfälligt upptagen. Inget är förlorat, försök igen om en stund.',
};
