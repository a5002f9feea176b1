import fc from 'fast-check';
import { demoSignInFaults } from '../../../src/domain/people/demo-sign-in';
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
  const own = {
    demoSignIn: true,
    demoData: true,
    bindAddress: '127.0.0.1',
    publicUrl: 'http://localhost:3000',
    trustedProxies: 0,
  };
  it.each([
    [{}, []],
    [{ bindAddress: '::1', publicUrl: 'http://[::1]:3000' }, []],
    [{ publicUrl: 'http://127.0.0.1:3000/' }, []],
    [{ demoSignIn: false, demoData: false, bindAddress: '0.0.0.0', publicUrl: 'https://samrad.example' }, []],
    [{ bindAddress: '0.0.0.0' }, ['not-loopback']],
    [{ bindAddress: '127.0.0.1.example' }, ['not-loopback']],
    [{ bindAddress: '' }, ['not-loopback']],
    [{ publicUrl: 'https://samrad.havsby.example' }, ['public-address']],
    [{ publicUrl: 'http://localhost.havsby.example' }, ['public-address']],
    [{ publicUrl: 'http://localhost@havsby.example' }, ['public-address']],
    [{ publicUrl: 'http://192.168.1.10:3000' }, ['public-address']],
    [{ trustedProxies: 1 }, ['behind-proxies']],
    [{ demoData: false }, ['not-demo-data']],
    [
      { bindAddress: '0.0.0.0', publicUrl: 'https://samrad.havsby.example', trustedProxies: 2 },
      ['not-loopback', 'public-address', 'behind-proxies'],
    ],
  ])('with %j: %j', (change, faults) => {
    expect(demoSignInFaults({ ...own, ...change })).toEqual(faults);
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
