import type { accessRefusals } from '../../../domain/refusals/access';

export const access: Record<keyof typeof accessRefusals, string> = {
  'sign-in-needed': 'Du behöver logga in för att göra detta. Efter inloggningen kommer du tillbaka hit.',
  'not-allowed':
    'Din roll ger inte rätt att göra detta. Det får göras av: {who}. Kontakta sekreteraren om din roll är fel.',
  'role-ended': 'Din roll som {role} gällde till och med {day}. Kontakta sekreteraren om uppdraget har förlängts.',
  'recused-from-item':
    'Du är anmäld jävig i den här punkten och får därför varken delta, vara närvarande eller läsa handlingarna (kommunallagen 6 kap. 28 och 30 §§). Kontakta sekreteraren om anmälan är fel.',
  'form-expired': 'Formuläret har legat öppet för länge. Det du skrev finns kvar nedan. Skicka det igen.',
};
