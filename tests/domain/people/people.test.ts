import fc from 'fast-check';
import { demoSignInFault } from '../../../src/domain/people/demo-sign-in';
import { passwordHolds } from '../../../src/domain/people/password';
import { accountWindows, secondsToWait } from '../../../src/domain/people/throttle';

describe('throttling of sign-in', () => {
  it('lets the fifth try within a quarter of an hour through and makes the sixth wait until the first is that old', () => {
    expect(secondsToWait([1, 2, 3, 4], accountWindows)).toBe(0);
    expect(secondsToWait([1, 2, 3, 4, 600], accountWindows)).toBe(300);
    expect(secondsToWait([1, 2, 3, 4, 901], accountWindows)).toBe(0);
  });

  it('stops a patient guesser at twenty a day', () => {
    const everyHour = Array.from({ length: 20 }, (_one, hour) => hour * 3600 + 1000);
    expect(secondsToWait(everyHour, accountWindows)).toBe(86_400 - (19 * 3600 + 1000));
  });

  it('lets nobody try when the wait is over than would be let through then', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 90_000 }), { maxLength: 60 }), (ages) => {
        const wait = secondsToWait(ages, accountWindows);
        const later = ages.map((age) => age + wait);
        expect(secondsToWait(later, accountWindows)).toBe(0);
      }),
    );
  });
});

describe('"sign in as" buttons', () => {
  it.each([
    [{ demoSignIn: true, demoData: true, bindAddress: '127.0.0.1' }, null],
    [{ demoSignIn: true, demoData: true, bindAddress: '::1' }, null],
    [{ demoSignIn: false, demoData: false, bindAddress: '0.0.0.0' }, null],
    [{ demoSignIn: true, demoData: true, bindAddress: '0.0.0.0' }, 'not-loopback'],
    [{ demoSignIn: true, demoData: true, bindAddress: '127.0.0.1.example' }, 'not-loopback'],
    [{ demoSignIn: true, demoData: true, bindAddress: '' }, 'not-loopback'],
    [{ demoSignIn: true, demoData: false, bindAddress: '127.0.0.1' }, 'not-demo-data'],
  ] as const)('of %j: %s', (config, fault) => {
    expect(demoSignInFault(config)).toBe(fault);
  });
});

describe('a password', () => {
  const own = ['Siri Ljungdal', 'siri.ljungdal@vasterdal.example'];

  it.each([
    ['tallkottar under bordet', true],
    ['åäö åäö bärplockning', true],
    ['elva tecken', 'password-too-short'],
    ['ljungdalljungdal', 'password-too-easy'],
    ['siri.ljungdal@vasterdal.example', 'password-too-easy'],
    ['aaaaaaaaaaaaaaaa', 'password-too-easy'],
    ['ababababababab', 'password-too-easy'],
  ])('%s', (password, expected) => {
    const verdict = passwordHolds(password, own);
    expect(verdict.ok || verdict.code).toBe(expected);
  });
});
