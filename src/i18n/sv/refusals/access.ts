import type { accessRefusals } from '../../../domain/refusals/access';

export const access: Record<keyof typeof accessRefusals, string> = {
  'sign-in-needed': 'Du behöver logga in för att göra detta. Efter inloggningen kommer du tillbaka hit.',
  'not-allowed':
    'Din roll ger inte rätt att göra detta. Det får göras av: {who}. Kontakta sekreteraren om din roll är fel.',
  'role-ended':
    'Din roll som {role} gällde till och med {day}. Kontakta sekreteraren om uppdraget har förlängts.',
  'recused-from-item':
    'Du är anmäld jävig i den här punkten och får därför varken delta, vara närvarande eller läsa handlingarna (kommunallagen 6 kap. 28 och 30 §§). Kontakta sekreteraren om anmälan är fel.',
  'form-expired': 'Formuläret har legat öppet för länge. Det du skrev finns kvar nedan. Skicka det igen.',
  'foreign-origin':
    'Anropet kom från en annan webbplats och togs inte emot. Öppna sidan här i Samråd och gör om det därifrån.',
  'form-waited':
    'Inloggningen hade gått ut medan du skrev. Nu är du inloggad igen och allt du skrev finns kvar nedan. Skicka det igen.',
  'file-not-kept':
    'Inloggningen hade gått ut. Din text finns kvar nedan, men filer kan inte sparas under tiden. Välj filen igen och skicka.',
};
