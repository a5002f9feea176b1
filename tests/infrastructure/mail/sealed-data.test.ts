import { createSealer } from '../../../src/infrastructure/crypto/sealer';
import { openSealed } from '../../../src/infrastructure/mail/sealed-data';

const sealer = createSealer('5a'.repeat(32));

describe('what lets somebody in stands sealed in the row of a letter', () => {
  it('is opened when the letter is written, all else as it stands', () => {
    const link = `sealed:${sealer.seal('mail-link', '/logga-in/lank/abc')}`;
    expect(openSealed(sealer, { link, minutes: 15, body: 'Nämnden' })).toEqual({
      link: '/logga-in/lank/abc',
      minutes: 15,
      body: 'Nämnden',
    });
  });

  it('is not opened by another installation, for another purpose or when it was changed', () => {
    const sealed = sealer.seal('mail-link', '/logga-in/lank/abc');
    expect(sealer.open('receipt', sealed)).toBeNull();
    expect(createSealer('5b'.repeat(32)).open('mail-link', sealed)).toBeNull();
    expect(sealer.open('mail-link', `${sealed.slice(0, -2)}AA`)).toBeNull();
    expect(() => openSealed(sealer, { link: 'sealed:AAAA' })).toThrow('link');
  });

  it('says the same thing differently each time, and recognises a value by a keyed hash', () => {
    expect(sealer.seal('p', 'hej')).not.toBe(sealer.seal('p', 'hej'));
    expect(sealer.fingerprint('p', 'hej')).toBe(sealer.fingerprint('p', 'hej'));
    expect(sealer.fingerprint('q', 'hej')).not.toBe(sealer.fingerprint('p', 'hej'));
  });
});
